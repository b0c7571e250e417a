import FleetModel

extension Rule {
    /// A web server answers.
    static let x224HTTP = Rule(
        "x224-http", .x224, .down, .certain, symptoms: [Symptom.notRDP],
        isNot: [
            "Not a certificate and not NLA: the service behind the port is another one.",
            "Not a firewall: the port is open.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .notRDP(.http) else { return nil }
        let banner = seen.banner
        return Conclusion(
            short: "HTTP, not RDP",
            medium: "not RDP: \(banner ?? "HTTP")",
            long: "A web server or an HTTP proxy answers on this port.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.portOwner, Remedy.portOwnerName, Remedy.xrdpListens, Remedy.portNumber, Remedy.rightPort])
    }
}
