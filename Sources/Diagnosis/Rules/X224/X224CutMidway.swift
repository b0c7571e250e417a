import FleetModel

extension Rule {
    /// An answer to the Connection Request that begins, and is cut.
    static let x224CutMidway = Rule(
        "x224-cut-midway", .x224, .down, .possible, symptoms: [Symptom.connectionClosed, Symptom.receiveFailed],
        isNot: [
            "Not a filtered or closed port: TCP connects, and an answer begins.",
            "Not the certificate: the connection ends before one is shown.",
        ]
    ) { seen in
        guard seen.isCutInX224, seen.hasPartialAnswer else { return nil }
        return Conclusion(
            short: "RDP answer cut short",
            medium: "cut in the middle of the RDP answer",
            long: "An answer to the RDP request begins, and the connection ends before it is whole. A service that "
                + "crashes, one that is no Remote Desktop, or a device between that takes offence would look like this.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.portOwner, Remedy.portOwnerName, Remedy.listenerLog, Remedy.xrdpLog,
                Remedy.inspection,
            ])
    }
}
