import FleetModel

extension Rule {
    /// What was negotiated, the Windows that answers behind it does not have.
    static let tlsNewerThanWindows = Rule(
        "tls-newer-than-windows", .tls, .warning, .possible, mark: .warning(nil),
        symptoms: [Symptom.wrongBindings],
        isNot: ["Not proof of an attack: a bastion, a load balancer or a proxy that was put there looks the same."]
    ) { seen in
        guard let build = seen.credSSP?.build, let feature = seen.tlsThatWindowsLacks else { return nil }
        return Conclusion(
            short: "TLS is not Windows'",
            medium: "TLS newer than this Windows has",
            long: "The computer says that it is build \(build), which has no \(feature), and yet that was agreed. "
                + "Something between may end TLS in the server's place: a bastion, a proxy, or a device that inspects TLS. "
                + "Users then see its certificate, and it can read what they type.",
            evidence: seen.evidence(of: .tls) + seen.buildEvidence + seen.certificateEvidence,
            remedies: [
                Remedy.selfSignedOnServer,
                Remedy.compareNearby,
                Remedy.inspection,
            ])
    }
}
