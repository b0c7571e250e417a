import FleetModel

extension GatewayRule {
    /// The certificate on the DTLS port is past its end.
    static let gatewayDTLSCertificateExpired = GatewayRule(
        "gateway-dtls-certificate-expired", .udp, .warning, .certain, mark: .warning(.expired),
        symptoms: [.gatewayWithoutUDP],
        isNot: ["Not why connecting fails: UDP begins only when a session is there."]
    ) { seen in
        guard let notAfter = seen.snapshot?.dtls?.facts?.certificate?.notAfter, seen.now > notAfter else { return nil }
        let ago = (seen.now - notAfter).compact
        return Conclusion(
            short: "DTLS cert expired \(ago)",
            medium: "DTLS certificate expired \(ago) ago",
            long:
                "The certificate on the UDP port of the gateway has expired, so clients probably do not use UDP. Sessions "
                + "run over HTTPS, which is slower on lossy lines.",
            evidence: seen.dtlsEvidence,
            remedies: [
                Remedy.gatewayCertificate,
                Remedy.reloadGatewayCertificate,
            ])
    }
}
