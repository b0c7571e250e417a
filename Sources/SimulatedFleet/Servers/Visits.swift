package import RDPWire
import Synchronization

/// What clients have asked of one simulated server or gateway, since it is there.
package struct Visits: Sendable, Equatable {
    /// Something that a client asked for.
    package enum Question: Sendable, Equatable {
        /// A Connection Request.
        case connection(ConnectionRequest)
        /// The first message of CredSSP, with an NTLM NEGOTIATE.
        case negotiate
        /// An RDP-UDP SYN.
        case syn
        /// An HTTP request.
        case http(method: String, target: String, asksForUpgrade: Bool)
        /// A DTLS ClientHello.
        case datagramHello
    }

    /// How many questions and faults are kept.
    package static let limit = 64

    /// The TCP connections that were accepted.
    package fileprivate(set) var connections = 0
    /// The first questions, at most ``limit``.
    package fileprivate(set) var questions: [Question] = []
    /// What nobody may send who has no credentials, in words: an NTLM AUTHENTICATE, a second message inside TLS, an
    /// Authorization header; at most ``limit``.
    package fileprivate(set) var faults: [String] = []

    package init() {}
}

/// Where a server notes its visits.
package final class VisitorsBook: Sendable {
    private let noted = Mutex(Visits())

    package init() {}

    /// What has been noted so far.
    package var visits: Visits { noted.withLock { $0 } }

    /// Notes that a TCP connection was accepted.
    func noteConnection() {
        noted.withLock { $0.connections += 1 }
    }

    /// Notes a question.
    func note(_ question: Visits.Question) {
        noted.withLock { if $0.questions.count < Visits.limit { $0.questions.append(question) } }
    }

    /// Notes something that must not happen.
    func noteFault(_ fault: String) {
        noted.withLock { if $0.faults.count < Visits.limit { $0.faults.append(fault) } }
    }
}
