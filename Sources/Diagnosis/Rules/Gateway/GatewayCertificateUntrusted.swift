import FleetModel

extension GatewayRule {
    /// The certificate of the gateway leads to no authority that is trusted here.
    static let gatewayCertificateUntrusted = GatewayRule(
        "gateway-certificate-untrusted", .certificate, .warning, .possible, mark: .warning(.untrusted),
        as: [
            .certificateUntrusted,
            .certificatePathRefused,
            .certificateSelfSigned,
            .certificateUnknownAuthority,
        ],
        long: "Clients refuse a gateway whose certificate they cannot verify, and this machine cannot. The clients "
            + "may know an authority that this machine does not. Users may see 0x3000003 or 0x3000005.",
        remedies: [
            Remedy.trustAuthority,
            Remedy.gatewayCertificate,
            Remedy.setGatewayCertificate,
        ])
}
