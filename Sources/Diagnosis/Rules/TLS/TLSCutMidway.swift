import FleetModel

extension Rule {
    /// Cut after the handshake had begun.
    static let tlsCutMidway = Rule(
        "tls-cut-midway", .tls, .down, .possible,
        symptoms: Symptom.cutWhileSecuring,
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard seen.isCutInTLS, seen.handshake?.version != nil || seen.handshake?.bytesReceived ?? 0 > 0 else {
            return nil
        }
        let version = seen.handshake?.versionName.map { ["Not a missing common version: the server chose \($0)."] }
        return Conclusion(
            short: "TLS cut midway",
            medium: "cut in the middle of the TLS handshake",
            long: "The server answered and the connection ended before the handshake was finished. A "
                + "private key that cannot sign, or a device that inspects TLS, would look like this.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.schannelEvents,
                Remedy.xrdpKey,
                Remedy.compareNearby,
                Remedy.newSelfSigned,
                Remedy.grantKey,
                Remedy.inspection,
            ], isNot: (version ?? []) + seen.isNotWhatPassed(before: .tls))
    }
}
