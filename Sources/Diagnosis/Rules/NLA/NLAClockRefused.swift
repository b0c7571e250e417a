import FleetModel

extension Rule {
    /// The server says in CredSSP that the clocks of it and its domain controller differ too much.
    static let nlaClockRefused = Rule(
        "nla-clock-refused", .nla, .warning, .certain, symptoms: [Symptom.clocksDiffer],
        isNot: ["Not our clock: the server says it of its own and that of its domain controller."]
    ) { seen in
        guard seen.credSSPFailure == .securityError(SecurityStatus.timeDifferenceAtDC) else { return nil }
        return Conclusion(
            short: "NLA: clocks differ",
            medium: "NLA answers that its clocks differ",
            long:
                "The server answers the first message of CredSSP with STATUS_TIME_DIFFERENCE_AT_DC: its clock and that "
                + "of its domain controller differ too much, and domain logons fail until they agree.",
            evidence: seen.evidence(upTo: .nla),
            remedies: [
                Remedy.clock, Remedy.secureChannel,
                Remedy(
                    .check, at: .between,
                    "On a virtual machine, see that the host does not set the time against the domain"),
                Remedy.resyncClock,
            ], isNot: seen.isNotWhatPassed(before: .nla))
    }
}
