/// What the program knows of itself that does not change while it runs.
package struct Surroundings: Sendable, Equatable {
    /// As which user it runs, and what that permits: a sentence.
    package var user: String
    /// Where its configuration was read: a path, or a sentence.
    package var configuration: String

    /// Surroundings in words.
    package init(user: String, configuration: String) {
        self.user = user
        self.configuration = configuration
    }

    /// Nothing is known.
    package static let unknown = Surroundings(user: "not known", configuration: "not known")
}
