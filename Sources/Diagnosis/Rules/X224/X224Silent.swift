import FleetModel

extension Rule {
    /// No answer to the Connection Request.
    static let x224Silent = Rule(
        "x224-silent", .x224, .down, .possible, symptoms: [Symptom.answerTimedOut],
        isNot: ["Not a filtered port: TCP connects.", "Not the certificate: none is shown yet."]
    ) { seen in
        guard seen.failure(at: .x224) == .timedOut, !seen.hasPartialAnswer else { return nil }
        return Conclusion(
            short: "accepts, then silent",
            medium: "accepts TCP, then never answers RDP",
            long: "The port accepts connections, but nothing answers the RDP request. A wedged listener, an "
                + "overloaded host, or a device that accepts connections for a host that is off would look "
                + "like this.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.listener, Remedy.listenerLog, Remedy.xrdpStatus, Remedy.restartService,
            ])
    }
}
