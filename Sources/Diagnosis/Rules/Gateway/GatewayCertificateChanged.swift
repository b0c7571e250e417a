import FleetModel

extension GatewayRule {
    /// Another certificate where none was due, or several by turns.
    static let gatewayCertificateChanged = GatewayRule(
        "gateway-certificate-changed", .certificate, .warning, .possible, seen: .sinceStart,
        symptoms: [.gatewayPerhapsNotVerified],
        isNot: ["Not proof of an attack: most such changes are made by colleagues, who can be asked."]
    ) { seen in
        guard
            var conclusion = Rule.certificateChanged.conclusion(of: seen.climb)
                ?? Rule.certificateFlapping.conclusion(of: seen.climb)
        else { return nil }
        conclusion.long =
            "Since rdptop was started the gateway has shown another certificate though none was due. Somebody replaced "
            + "it, one of several gateways has its own, or a device between opens the encryption; clients that do not "
            + "trust its signer stop there."
        conclusion.remedies = [
            Remedy(
                .check, at: .gateway, "On the gateway, see which certificates it has",
                run: #"Get-ChildItem Cert:\LocalMachine\My | fl Subject,Issuer,NotBefore,NotAfter"#),
            Remedy(
                .check, at: .between,
                "If it has no such certificate, look for a proxy or a firewall that answers in its place"),
            Remedy(
                .check, at: .here,
                "If all is as it should be, put its SHA-256 under pin in the fleet file, or do nothing, and it stops "
                    + "being a warning 24 hours after the change"),
        ]
        return conclusion
    }
}
