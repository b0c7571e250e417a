/// Claims about RD Gateways and what is in front of them.
extension Claim {
    static let gatewayCertificate = Claim(
        16, "In most cases the gateway's certificate does not match", .wrong,
        why:
            "Nobody gives a source for the figure. Trouble with a gateway's certificate has codes of its own: 0x3000003, "
            + "5, 6 and 7.",
        source: "TechNet wiki 37870", visible: "name, chain and dates of the gateway's certificate.",
        refutedBy: \.gatewayCertificateIsRight)

    static let bypassInspection = Claim(
        18, "Exempt Remote Desktop from TLS inspection", .partly,
        why: "Inspection does break channel binding and the gateway's HTTP methods. It is one cause among many.",
        source: "MS-TSGU 3.3.5.1", visible: "another issuer than the server's own, and answers 405 or 501 of a gateway."
    )

    static let contentLength = Claim(
        19, "Capture port 443: an answer without Content-Length is what 0x7 looks like", .wrong,
        why: "A gateway's answer has no Content-Length by design, and 7 has nothing to do with HTTP.",
        source: "MS-TSGU 3.3.5.1")

    static let gatewayTransport = Claim(
        24, "Set the registry value RDGClientTransport", .partly,
        why:
            "The value 1 makes clients use RPC over HTTP to a gateway. Without a gateway it does nothing; the official "
            + "meaning of its values is not confirmed.",
        visible: "which transports the gateway answers.", refutedBy: \.gatewayRefusesRPC)
}
