import FleetModel

extension Rule {
    /// A text protocol answers.
    static let x224Text = Rule(
        "x224-text", .x224, .down, .certain, symptoms: [Symptom.notRDP],
        isNot: [
            "Not a certificate and not NLA: the service behind the port is another one.",
            "Not a firewall: the port is open.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .notRDP(.text) else { return nil }
        let banner = seen.banner
        return Conclusion(
            short: "text, not RDP",
            medium: "not RDP: \(banner ?? "text")",
            long: "A service with a text protocol answers on this port.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.portOwner, Remedy.portOwnerName, Remedy.xrdpListens, Remedy.portNumber, Remedy.rightPort])
    }
}
