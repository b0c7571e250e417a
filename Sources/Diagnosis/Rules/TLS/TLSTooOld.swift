import FleetModel

extension Rule {
    /// TLS older than anything that can be spoken here.
    static let tlsTooOld = Rule(
        "tls-too-old", .tls, .down, .certain,
        symptoms: [Symptom.nothingInCommon],
        isNot: ["Not a certificate that cannot be used: the server answered the handshake."]
    ) { seen in
        guard case .tlsTooOld(let version) = seen.failure(at: .tls) else { return nil }
        let name = TLSFacts(version: version).versionName ?? "old TLS"
        return Conclusion(
            short: "TLS too old: \(name)",
            medium: "the server speaks only \(name)",
            long: "Offered newer versions, the server chose \(name), which current clients refuse; " + seen.whyNoTLS12,
            evidence: seen.evidence(upTo: .tls) + seen.buildEvidence,
            remedies: [
                Remedy.tlsVersions, Remedy.xrdpVersions, Remedy.restrictReach, Remedy.oldWindows, Remedy.enableTLS12,
                Remedy.xrdpModernTLS,
            ], isNot: seen.isNotWhatPassed(before: .tls))
    }
}
