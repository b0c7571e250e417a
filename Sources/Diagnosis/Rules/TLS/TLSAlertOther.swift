import FleetModel

extension Rule {
    /// Any other TLS alert.
    static let tlsAlertOther = Rule(
        "tls-alert-other", .tls, .down, .certain,
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard case .tlsAlert(let number) = seen.failure(at: .tls), ![40, 70, 71, 80, 112].contains(number) else {
            return nil
        }
        let name = TLSAlertText.name(of: number) ?? "no registered name"
        let meaning = TLSAlertText.meaning(of: number) ?? "the number has no registered meaning"
        let undocumented = Symptom([], "an authentication error; no code is documented for this alert", .possible)
        return Conclusion(
            short: "TLS alert \(number)",
            medium: "TLS alert \(number): \(name)",
            long: "The server, or something in its place, ended the handshake with alert \(number): \(meaning).",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.xrdpVersions,
                Remedy.compareNearby,
                Remedy.inspection,
            ], symptoms: [Symptom.ofAlert(number) ?? undocumented], isNot: seen.isNotWhatPassed(before: .tls))
    }
}
