/// What a web address said to what was sent to it.
package struct WebhookAnswer: Sendable, Equatable {
    /// The status, 200 to 299.
    package let status: Int
    /// The beginning of the body, cleaned; mostly empty, as when it may repeat a secret.
    package let beginning: String

    /// The most bytes of a body that are looked at.
    static let bodyLimit = 512
}
