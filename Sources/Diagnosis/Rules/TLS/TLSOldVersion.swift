import FleetModel

extension Rule {
    /// TLS 1.0 or 1.1 was negotiated.
    static let tlsOldVersion = Rule(
        "tls-old-version", .tls, .warning, .certain, mark: .warning(.weak),
        symptoms: [Symptom.nothingInCommon],
        isNot: ["Not in the way of clients that still offer old versions, as Windows does unless it is hardened."]
    ) { seen in
        guard let facts = seen.handshake, let version = facts.version, version < 0x0303, seen.failure(at: .tls) == nil,
            let name = facts.versionName
        else { return nil }
        return Conclusion(
            short: "\(name)",
            medium: "negotiates \(name), which is obsolete",
            long: "Offered newer versions, the server chose \(name), which some current clients warn about or refuse; "
                + seen.whyNoTLS12,
            evidence: seen.evidence(upTo: .tls) + seen.buildEvidence,
            remedies: Remedy.noCommonVersion)
    }
}
