import FleetModel

extension Rule {
    /// TLS alert 112: unrecognized_name.
    static let tlsAlertUnrecognizedName = Rule(
        "tls-alert-unrecognized-name", .tls, .down, .possible,
        symptoms: [
            Symptom([], "an authentication error, or the connection ends; no code is documented for this", .possible)
        ],
        isNot: ["Not a wrong password: users are not asked who they are before this."]
    ) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(112) else { return nil }
        return Conclusion(
            short: "TLS alert 112",
            medium: "TLS alert 112: unrecognized_name",
            long: "The name in the ClientHello is not one that the answering side knows. Windows servers do not "
                + "mind the name, so a proxy or load balancer in between may have sent this.",
            evidence: seen.evidence(upTo: .tls) + ["asked for \(seen.server.name)"],
            remedies: [
                Remedy.compareNearby,
                Remedy(.check, at: .between, "If a proxy forwards by names, let it know the name that users type"),
                Remedy.inspection,
            ], isNot: seen.isNotTheCertificate + seen.isNotWhatPassed(before: .tls))
    }
}
