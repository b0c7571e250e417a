import FleetModel

extension Case {
    /// Whether the address that was tried answers echoes now: not the newest of them alone is missing.
    var answersPing: Bool {
        guard let ping = snapshot?.ping, ping.failure == nil, let facts = ping.facts else { return false }
        return facts.received > 0 && facts.unanswered == 0 && isAddressOfPing
    }

    /// Whether the address that was tried answered both TCP and echoes before, and answers no echo now.
    var hasFallenSilent: Bool {
        guard let reach = snapshot?.lastReach, reach.answeredPing, let facts = snapshot?.ping?.facts else {
            return false
        }
        return facts.unanswered > 0 && isAddressOfPing && facts.target == reach.address
    }

    /// The step that opens the firewall of a Windows server for the port that users take.
    var opensFirewall: Remedy { server.port == Server.defaultPort ? .firewallRule : .firewallPort }

    /// Whether the echoes went to an address that was tried on TCP.
    private var isAddressOfPing: Bool {
        guard let target = snapshot?.ping?.facts?.target else { return false }
        return snapshot?.tcp?.facts?.attempts.contains { $0.peer.address == target } ?? false
    }

    /// Attempts that failed, by whose doing: `ours` for what this machine has no way to, else for the rest.
    func failedAttempts(ours: Bool) -> [TCPFacts.Attempt] {
        let attempts = snapshot?.tcp?.facts?.attempts ?? []
        return attempts.filter { attempt in
            guard let failure = attempt.failure else { return false }
            return failure.isAboutOurNetwork == ours
        }
    }
}

extension LayerFailure {
    /// Whether a failed attempt may say more about this machine's network than about the peer.
    fileprivate var isAboutOurNetwork: Bool {
        switch self {
        case .ourFault, .unreachable(.network): true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .timedOut, .refused, .reset, .closed,
            .unreachable(.host), .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS,
            .tlsTooOld, .handshakeFailed, .certificate, .securityError, .notAGateway, .serverError, .accessDenied,
            .blocked:
            false
        }
    }
}
