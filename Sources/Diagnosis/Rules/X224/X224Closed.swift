import FleetModel

extension Rule {
    /// Closed after the Connection Request.
    static let x224Closed = Rule(
        "x224-closed", .x224, .down, .possible, symptoms: [Symptom.connectionClosed],
        isNot: [
            "Not the certificate: the connection ends before one is shown.",
            "Not a filtered or closed port: TCP connects.",
        ]
    ) { seen in
        guard seen.failure(at: .x224) == .closed, !seen.hasPartialAnswer else { return nil }
        return Conclusion(
            short: "closed after request",
            medium: "closes after the RDP request",
            long: "TCP is up, and the server or something between closed the connection instead of "
                + "answering the request. Possible causes are a wedged or overloaded listener, a middle box "
                + "that dislikes the request, or another service.",
            evidence: seen.evidence(upTo: .x224),
            remedies: [
                Remedy.seeEveryStep, Remedy.listener, Remedy.listenerLog, Remedy.xrdpLog, Remedy.inspection,
                Remedy.restartService,
            ])
    }
}
