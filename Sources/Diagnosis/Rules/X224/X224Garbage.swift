import FleetModel

extension Rule {
    /// Unknown bytes answer.
    static let x224Garbage = Rule(
        "x224-garbage", .x224, .down, .certain, symptoms: [Symptom.notRDP],
        isNot: [
            "Not a certificate and not NLA: the service behind the port is another one.",
            "Not a firewall: the port is open.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .notRDP(.binary) else { return nil }
        return Conclusion(
            short: "unknown, not RDP",
            medium: "answers with bytes that are not RDP",
            long: "Another service answers on this port, or something between changes the bytes.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.portOwner, Remedy.portOwnerName, Remedy.xrdpListens, Remedy.portNumber,
                Remedy.rightPort,
            ])
    }
}
