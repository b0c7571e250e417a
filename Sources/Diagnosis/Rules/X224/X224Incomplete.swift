import FleetModel

extension Rule {
    /// An answer to the Connection Request that begins and does not end.
    static let x224Incomplete = Rule(
        "x224-incomplete", .x224, .down, .possible, symptoms: [Symptom.answerTimedOut],
        isNot: ["Not a filtered port: TCP connects, and an answer begins.", "Not the certificate: none is shown yet."]
    ) { seen in
        guard seen.failure(at: .x224) == .timedOut, seen.hasPartialAnswer else { return nil }
        return Conclusion(
            short: "RDP answer unfinished",
            medium: "the RDP answer begins and never ends",
            long: "The port accepts connections and an answer to the RDP request begins, but it is not whole when "
                + "the time is up. An overloaded host, a path that loses packets, or a device that holds "
                + "scanners up on purpose would look like this.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [Remedy.askAgain, Remedy.listenerLog, Remedy.xrdpLog, Remedy.inspection, Remedy.restartService])
    }
}
