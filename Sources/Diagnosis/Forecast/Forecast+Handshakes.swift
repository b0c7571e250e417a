import FleetModel

extension ForecastTable {
    /// The TLS handshake.
    static let handshakes: [ForecastRule] = [
        ForecastRule("tls-not-used") { seen in
            guard seen.selected == .standard else { return nil }
            return .passes("There is none: the server chose standard RDP security.")
        },
        ForecastRule("tls-alert") { seen in
            guard case .tlsAlert(let alert) = seen.failure(at: .tls) else { return nil }
            let name = TLSAlertText.name(of: alert) ?? "no name"
            return .stops(
                "the server refuses TLS (alert \(alert))",
                "The server ends the handshake with alert \(alert), \(name).",
                TLSAlertCode.code(of: alert).map { [UserCode($0)] } ?? [])
        },
        ForecastRule("tls-cut") { seen in
            guard let failure = seen.failure(at: .tls),
                [.closed, .reset, .disconnectInsteadOfTLS].contains(failure)
            else { return nil }
            return .stops(
                "the connection ends in the TLS handshake",
                "The server ends the connection while it is being secured, and does not say why.", [.socketClosed])
        },
        ForecastRule("tls-failed") { seen in
            guard let failure = seen.failure(at: .tls) else { return nil }
            guard failure.letter != nil else {
                return .unknown("this machine could not use TLS", "This machine could not go on: \(failure.words).")
            }
            return .stops(
                "TLS fails", "The TLS handshake fails from here: \(failure.words).", [], .possible)
        },
        ForecastRule("tls-passes") { seen in
            guard let facts = seen.snapshot?.tls?.facts else { return nil }
            return .passes("The handshake ends well\(facts.versionName.map { ", with \($0)" } ?? "").")
        },
    ]
}
