import FleetModel

extension Rule {
    /// Past its end, and nobody renews it by itself.
    static let certificateExpired = Rule("certificate-expired", .certificate, .down, .certain, mark: .failed(.expired))
    { seen in
        guard let left = seen.expiredSince, !seen.renewsItself else { return nil }
        return Conclusion(
            short: "cert expired \(left.compact) ago",
            medium: "certificate expired \(left.compact) ago",
            long: "Clients refuse an expired certificate or warn of it at each connection. Users may see 0x1B07.",
            evidence: seen.certificateEvidence,
            remedies: [
                Remedy.listBinding,
                Remedy.enrol,
                Remedy.bindCertificate,
                Remedy.unbindCertificate,
            ])
    }
}
