import FleetModel

extension GatewayRule {
    /// The certificate on the DTLS port is not that on the HTTPS port.
    static let gatewayDTLSCertificateDiffers = GatewayRule(
        "gateway-dtls-certificate-differs", .udp, .warning, .certain, mark: .warning(.untrusted),
        symptoms: [.gatewayWithoutUDP],
        isNot: [
            "Not why connecting fails: UDP begins only when a session is there.",
            "Not a proof of interception: a load balancer of your own in front looks the same.",
        ]
    ) { seen in
        guard let datagram = seen.snapshot?.dtls?.facts?.certificate, let leaf = seen.climb.certificate?.leaf,
            datagram.sha256 != leaf.sha256
        else { return nil }
        return Conclusion(
            short: "two certificates",
            medium: "two certificates: HTTPS and DTLS",
            long: "The gateway shows one certificate on its HTTPS port and another on its UDP port. One of them was "
                + "renewed and the other not, or a device between answers on one of the ports.",
            evidence: seen.climb.certificate.map { $0.leaf.evidence("HTTPS") + datagram.evidence("DTLS") } ?? [],
            remedies: [
                Remedy.gatewayCertificate,
                Remedy.gatewayCertificateShown,
                Remedy(
                    .fix, at: .between, "If HTTPS ends at a load balancer in front, give both the same certificate",
                    undo: "the certificate that was there before"),
                Remedy.reloadGatewayCertificate,
            ])
    }
}
