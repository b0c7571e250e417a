import FleetModel

extension LayerFailure {
    /// What happened, in a few words.
    var words: String {
        switch self {
        case .noSuchName: "the name does not exist"
        case .noAddress: "the name has no address"
        case .resolverError(let code): "name server error \(code)"
        case .resolverSilent: "no name server answered"
        case .timedOut: "no answer"
        case .refused: "refused"
        case .reset: "reset"
        case .closed: "closed"
        case .unreachable(.host): "host unreachable"
        case .unreachable(.network): "no route"
        case .ourFault(let fault): fault.words
        case .negotiationRefused(let code): "refused with code \(code)"
        case .notRDP(let found): "not RDP but \(found.words)"
        case .malformed: "does not parse"
        case .tlsAlert(let number): "TLS alert \(number)"
        case .disconnectInsteadOfTLS: "RDP instead of TLS"
        case .tlsTooOld(let version): "only \(TLSFacts(version: version).versionName ?? "an old version")"
        case .handshakeFailed: "handshake failed"
        case .certificate(let problem): problem.words
        case .serverError(let status): "server error \(status)"
        case .accessDenied: "access denied"
        case .blocked: "blocked"
        }
    }
}

extension OurFault {
    /// What stopped the probe on this machine.
    var words: String {
        switch self {
        case .notPermitted: "not permitted on this machine"
        case .outOfResources: "no ports, files or memory left on this machine"
        case .addressFamilyUnavailable: "this machine has no such address family"
        case .cancelled: "cancelled"
        }
    }
}

extension ForeignProtocol {
    /// What speaks there.
    var words: String {
        switch self {
        case .http: "HTTP"
        case .tls: "TLS at once"
        case .ssh: "SSH"
        case .text: "text"
        case .binary: "unknown bytes"
        }
    }
}

extension CertificateProblem {
    /// What is wrong with the certificate.
    var words: String {
        switch self {
        case .expired: "expired"
        case .notYetValid: "not yet valid"
        case .nameMismatch: "no name in it fits"
        case .untrusted: "not trusted here"
        case .incompleteChain: "an intermediate certificate is missing"
        case .pinMismatch: "not the pinned certificate"
        case .weakKey: "weak key"
        case .weakSignature: "weak signature"
        case .wrongUsage: "not meant for servers"
        case .unreadable: "a part cannot be read"
        }
    }
}
