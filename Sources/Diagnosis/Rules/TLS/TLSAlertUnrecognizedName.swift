import FleetModel

extension Rule {
    /// TLS alert 112: unrecognized_name.
    static let tlsAlertUnrecognizedName = Rule("tls-alert-unrecognized-name", .tls, .down, .possible) { seen in
        guard seen.failure(at: .tls) == .tlsAlert(112) else { return nil }
        return Conclusion(
            short: "TLS alert 112",
            medium: "TLS alert 112: unrecognized_name",
            long: "The name in the ClientHello is not one that the answering side knows. RDP servers do not "
                + "mind the name, so a proxy or load balancer in between may have sent this.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy.inspection,
                Remedy(
                    .check, at: .server, "Compare with a client inside the server's network", run: "mstsc /v:{server}"),
            ])
    }
}
