import FleetModel

extension Rule {
    /// The first of two probes failed and the second passed, which is too little to say how it goes on.
    static let serverSecondTry = Rule(
        "server-second-try", .tcp, .note, .possible, seen: .sinceStart, symptoms: [.comesAndGoes],
        isNot: ["Not down: the last probe got through."]
    ) { seen in
        guard let failure = seen.failureOfFirstProbe else { return nil }
        return Conclusion(
            short: "passed at second try",
            medium: "failed at first, passed when repeated",
            long: "At the first probe \(failure.layer.title) \(failure.manner.words), and the second passed. It may be "
                + "over, as after a restart; several machines behind one address of which one is broken, or a device "
                + "between, would look the same. Two probes cannot tell.",
            evidence: ["at the first probe \(failure.layer.title) \(failure.manner.words)"] + seen.sinceStartEvidence,
            remedies: [
                Remedy(.check, at: .here, "Check again a few times, or watch it for some minutes in the dashboard"),
                Remedy(
                    .check, at: .between,
                    "If a load balancer or several machines share the address, probe each under its own name"),
                Remedy.listenerLog,
            ], layer: failure.layer)
    }
}
