import FleetModel

extension Rule {
    /// TLS 1.0 or 1.1 was negotiated.
    static let tlsOldVersion = Rule("tls-old-version", .tls, .warning, .certain, mark: .warning(.weak)) { seen in
        guard let facts = seen.handshake, let version = facts.version, version < 0x0303, seen.failure(at: .tls) == nil,
            let name = facts.versionName
        else { return nil }
        return Conclusion(
            short: "\(name)",
            medium: "negotiates \(name), which is obsolete",
            long: "The server has nothing newer than \(name), which current clients warn about or refuse.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.enableTLS12,
                Remedy.oldWindows,
            ])
    }
}
