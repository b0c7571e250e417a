import FleetModel

extension Rule {
    /// Port and ping are both silent, and both answered before.
    static let tcpHostDown = Rule(
        "tcp-host-down", .tcp, .down, .possible, seen: .sinceStart, symptoms: [Symptom.connectTimedOut],
        isNot: [
            "Not the Remote Desktop service alone: the host does not answer ping any more either.",
            "Not proof that the host is off: a cut on the way looks the same.",
        ]
    ) { seen in
        guard seen.failure(at: .tcp) == .timedOut, seen.hasFallenSilent, let reach = seen.snapshot?.lastReach else {
            return nil
        }
        return Conclusion(
            short: "host silent, ping too",
            medium: "host down? port and ping fell silent",
            long: "Port and ping answered before, and neither does now. A host that is off or hangs, a network that is "
                + "cut, or something that drops all we send would look like this.",
            evidence: seen.evidence(upTo: .tcp) + ["answered last at \(reach.at.iso8601), ping too"],
            remedies: [
                Remedy.hostIsOn, Remedy.fromElsewhere, Remedy.ourRoutes, Remedy.pathFirewall,
                Remedy(
                    .disruptive, at: .between, "If it is off or hangs, start it at its console or hypervisor",
                    risk: "a hard reset loses what was not saved"),
            ])
    }
}
