import FleetModel

extension Rule {
    /// Any other TLS alert.
    static let tlsAlertOther = Rule("tls-alert-other", .tls, .down, .certain) { seen in
        guard case .tlsAlert(let number) = seen.failure(at: .tls), ![40, 70, 80, 112].contains(number) else {
            return nil
        }
        let name = TLSAlertText.name(of: number) ?? "no registered name"
        let meaning = TLSAlertText.meaning(of: number) ?? "the number has no registered meaning"
        return Conclusion(
            short: "TLS alert \(number)",
            medium: "TLS alert \(number): \(name)",
            long: "The server ended the handshake with alert \(number): \(meaning).",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.inspection,
            ])
    }
}
