extension LayerFailure {
    /// What happened in a few words, for evidence and for a line about one layer.
    package var words: String {
        switch self {
        case .noSuchName: "the name does not exist"
        case .noAddress: "no address"
        case .resolverError(let code): "name server answers \(ResponseCodeText.name(of: code))"
        case .resolverSilent: "no answer from a name server"
        case .timedOut: "no answer"
        case .refused: "refused (RST)"
        case .reset: "reset by the peer"
        case .closed: "closed by the peer"
        case .unreachable(.host): "host unreachable"
        case .unreachable(.network): "no route to the network"
        case .ourFault(let fault): fault.words
        case .negotiationRefused(let code): "refused with code \(code)"
        case .notRDP(let found): "not RDP: \(found.words)"
        case .malformed: "the answer does not parse"
        case .tlsAlert(let number): "alert \(number) (\(TLSAlertText.name(of: number) ?? "no name"))"
        case .disconnectInsteadOfTLS: "RDP bytes instead of TLS"
        case .tlsTooOld(let version): "\(TLSFacts(version: version).versionName ?? "old TLS") only"
        case .handshakeFailed: "handshake not acceptable here"
        case .certificate(let problem): problem.words
        case .securityError(let status): "error code 0x\(hexadecimal(status, digits: 8))"
        case .notAGateway(let status): "HTTP \(status), not a gateway's answer"
        case .serverError(let status): "server error \(status)"
        case .accessDenied: "access denied"
        case .blocked: "blocked"
        }
    }
}

extension OurFault {
    /// What stopped the probe on this machine.
    package var words: String {
        switch self {
        case .notPermitted: "this machine does not permit it"
        case .outOfResources: "no ports, files or memory left here"
        case .addressFamilyUnavailable: "no address of that family here"
        case .invalidAddress: "nothing can be sent to this address"
        case .other: "a system call failed on this machine"
        case .cancelled: "the probe was cancelled"
        case .heldBack: "no room within our own limits"
        }
    }
}

extension ForeignProtocol {
    /// What speaks there.
    package var words: String {
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
    package var words: String {
        switch self {
        case .expired: "certificate expired"
        case .notYetValid: "certificate not yet valid"
        case .nameMismatch: "name mismatch"
        case .untrusted: "not trusted here"
        case .incompleteChain: "an intermediate certificate is missing"
        case .pinMismatch: "not the pinned certificate"
        case .weakKey: "weak key"
        case .weakSignature: "weak signature"
        case .wrongUsage: "wrong usage"
        case .unreadable: "a part cannot be read"
        }
    }
}
