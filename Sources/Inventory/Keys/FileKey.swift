/// A key that may stand in a part of a file, and what the manual says of it.
package struct FileKey: Sendable, Hashable {
    /// As it is written.
    package let name: String
    /// What is written behind it: `a length of time`, `true or false`.
    package let value: String
    /// What it says; one or two sentences.
    package let help: String
    /// What holds when it is left out, as it would be written; nil when there is no such value.
    package let standard: String?

    init(_ name: String, _ value: String, _ help: String, standard: String? = nil) {
        self.name = name
        self.value = value
        self.help = help
        self.standard = standard
    }
}
