import FleetModel

extension Rule {
    /// TLS answers without a negotiation.
    static let x224TLS = Rule(
        "x224-tls", .x224, .down, .certain, symptoms: [Symptom.notRDP],
        isNot: [
            "Not the certificate of Remote Desktop: this service begins with TLS, and RDP does not.",
            "Not a firewall: the port is open.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .notRDP(.tls) else { return nil }
        return Conclusion(
            short: "TLS at once, not RDP",
            medium: "answers in TLS, without RDP in front",
            long: "A service that speaks TLS from the first byte answers on this port, such as HTTPS or a "
                + "gateway. RDP negotiates in clear text first.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.portOwner, Remedy.portOwnerName, Remedy.xrdpListens, Remedy.portNumber, Remedy.rightPort])
    }
}
