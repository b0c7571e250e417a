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

/// The code that Windows makes of an alert (win32: Schannel error codes for TLS and SSL alerts).
enum TLSAlertCode {
    /// The HRESULT that mstsc shows for the alert; nil when none is documented.
    static func code(of alert: UInt8) -> UInt32? {
        switch alert {
        case 10, 22, 40, 50, 60, 100, 110, 115: 0x8009_0326
        case 20, 30: 0x8009_030F
        case 21, 51: 0x8009_0330
        case 42, 43, 46: 0x8009_0327
        case 44: 0x8009_2010
        case 45: 0x8009_0328
        case 48: 0x8009_0325
        case 49: 0x8009_030C
        case 70: 0x8009_0302
        case 71: 0x8009_0331
        case 80: 0x8009_0304
        case 90: 0x8009_0333
        case 120: 0x8009_0367
        default: nil
        }
    }
}
