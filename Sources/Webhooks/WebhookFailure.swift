/// Why a web address did not take what was sent to it.
package enum WebhookFailure: Error, Sendable, Equatable {
    /// No connection, or none that lasted; why.
    case notReached(String)
    /// TLS failed, or the certificate was not accepted; why.
    case notTrusted(String)
    /// No whole answer in time.
    case timedOut
    /// The connection ended before an answer.
    case closed
    /// What came is no answer of HTTP.
    case malformedAnswer
    /// It answered that it is elsewhere; nothing is sent there.
    case redirected(status: Int)
    /// It answered with an error; the beginning of what it said, cleaned, and empty when it may repeat a secret.
    case refused(status: Int, beginning: String)
    /// A file of authorities cannot be used; which and why.
    case authorities(String)

    /// Whether it may be otherwise in a moment.
    package var mayPass: Bool {
        switch self {
        case .notReached, .timedOut, .closed: true
        case .refused(let status, _): status == 408 || status == 429 || status >= 500
        case .notTrusted, .malformedAnswer, .redirected, .authorities: false
        }
    }
}

extension WebhookFailure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notReached(let why): "not reached: \(why)"
        case .notTrusted(let why): "TLS failed: \(why)"
        case .timedOut: "no answer in time"
        case .closed: "the connection was closed without an answer"
        case .malformedAnswer: "what answers does not speak HTTP"
        case .redirected(let status): "answered \(status), a redirection, which is not followed"
        case .refused(let status, let beginning): "answered \(status)" + (beginning.isEmpty ? "" : ": \(beginning)")
        case .authorities(let why): why
        }
    }
}
