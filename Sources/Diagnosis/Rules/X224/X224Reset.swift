import FleetModel

extension Rule {
    /// Reset after the Connection Request.
    static let x224Reset = Rule(
        "x224-reset", .x224, .down, .possible, symptoms: [Symptom.connectionClosed, Symptom.receiveFailed],
        isNot: [
            "Not the certificate: the connection ends before one is shown.",
            "Not a filtered or closed port: TCP connects.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .reset, !seen.hasPartialAnswer else { return nil }
        return Conclusion(
            short: "reset after request",
            medium: "resets after the RDP request",
            long: "TCP is up, and the server or something between reset the connection instead of answering "
                + "the request. Possible causes are an intrusion prevention system, a connection limit, or "
                + "a wedged listener.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.listener, Remedy.listenerLog, Remedy.xrdpLog, Remedy.inspection,
                Remedy.restartService,
            ])
    }
}
