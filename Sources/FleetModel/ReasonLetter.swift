/// The letter that a failed cell shows instead of a dot.
package enum ReasonLetter: String, Sendable, Hashable, Codable, CaseIterable {
    case timeout = "T"
    case refused = "R"
    case unreachable = "U"
    case noSuchName = "N"
    case protocolError = "P"
    case handshake = "H"
    case expired = "E"
    case nameMismatch = "M"
    case untrusted = "V"
    case weak = "W"
    case closed = "C"
    case serverError = "S"
    case accessDenied = "A"
    case blocked = "B"

    /// The letter's meaning in a word or two, for legends.
    package var meaning: String {
        switch self {
        case .timeout: "timeout"
        case .refused: "refused or reset"
        case .unreachable: "unreachable"
        case .noSuchName: "no such name"
        case .protocolError: "wrong protocol, or refused"
        case .handshake: "TLS handshake"
        case .expired: "expired or not yet valid"
        case .nameMismatch: "name mismatch"
        case .untrusted: "untrusted or incomplete chain"
        case .weak: "weak key or signature, or wrong usage"
        case .closed: "closed in order"
        case .serverError: "server error"
        case .accessDenied: "access denied"
        case .blocked: "blocked"
        }
    }
}

extension LayerFailure {
    /// The one table from failures to letters; nil when the fault is on our side and the cell is `?`.
    package var letter: ReasonLetter? {
        switch self {
        case .noSuchName, .noAddress: .noSuchName
        case .resolverError: .serverError
        case .resolverSilent, .timedOut: .timeout
        case .refused, .reset: .refused
        case .closed: .closed
        case .unreachable: .unreachable
        case .ourFault: nil
        case .negotiationRefused, .notRDP, .malformed: .protocolError
        case .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed: .handshake
        case .certificate(let problem): problem.letter
        case .securityError: .accessDenied
        case .notAGateway: .protocolError
        case .serverError: .serverError
        case .accessDenied: .accessDenied
        case .blocked: .blocked
        }
    }
}

extension CertificateProblem {
    /// The letter of a certificate problem.
    package var letter: ReasonLetter {
        switch self {
        case .expired, .notYetValid: .expired
        case .nameMismatch: .nameMismatch
        case .untrusted, .incompleteChain, .pinMismatch: .untrusted
        case .weakKey, .weakSignature, .wrongUsage, .unreadable: .weak
        }
    }
}
