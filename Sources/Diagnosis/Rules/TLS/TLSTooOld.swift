import FleetModel

extension Rule {
    /// TLS older than anything that can be spoken here.
    static let tlsTooOld = Rule("tls-too-old", .tls, .down, .certain) { seen in
        guard case .tlsTooOld(let version) = seen.failure(at: .tls) else { return nil }
        let name = TLSFacts(version: version).versionName ?? "old TLS"
        return Conclusion(
            short: "TLS too old: \(name)",
            medium: "the server speaks only \(name)",
            long: "The server speaks a version of TLS that current clients refuse.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.enableTLS12,
                Remedy.oldWindows,
                Remedy(.check, at: .server, "If it cannot be updated, restrict who may reach it"),
            ])
    }
}
