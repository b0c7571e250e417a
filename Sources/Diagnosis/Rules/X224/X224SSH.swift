import FleetModel

extension Rule {
    /// An SSH server answers.
    static let x224SSH = Rule(
        "x224-ssh", .x224, .down, .certain, symptoms: [Symptom.notRDP],
        isNot: [
            "Not a certificate and not NLA: the service behind the port is another one.",
            "Not a firewall: the port is open.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .notRDP(.ssh) else { return nil }
        let banner = seen.banner
        return Conclusion(
            short: "SSH, not RDP",
            medium: "not RDP: \(banner ?? "SSH")",
            long: "An SSH server answers on this port.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.portOwner, Remedy.portOwnerName, Remedy.xrdpListens, Remedy.portNumber, Remedy.rightPort])
    }
}
