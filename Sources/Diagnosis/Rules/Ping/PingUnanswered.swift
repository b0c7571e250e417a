import FleetModel

extension Rule {
    /// No echo is answered, and TCP is.
    static let pingUnanswered = Rule(
        "ping-unanswered", .ping, .note, .possible,
        symptoms: [Symptom.withoutCode("nobody sees an error because of this")],
        isNot: ["Not a server that is off: it answers on TCP."]
    ) { seen in
        guard seen.isReached(.ping), let failure = seen.failure(at: .ping), failure.letter != nil,
            seen.snapshot?.tcp != nil, seen.failure(at: .tcp) == nil
        else { return nil }
        return Conclusion(
            short: "ping: \(failure == .timedOut ? "no answer" : "not answered")",
            medium: "ping unanswered, TCP answers",
            long: "No echo came back, and the server answers on TCP, so it is up. The firewall of Windows drops echoes "
                + "unless a rule lets them in, and so do many networks.",
            evidence: seen.evidence(of: .ping) + seen.evidence(of: .tcp),
            remedies: [
                Remedy(
                    .check, at: .server,
                    "Nothing to do, unless echoes are meant to pass; then see whether the firewall of the server lets them in",
                    run: "Get-NetFirewallRule -Name FPS-ICMP4-ERQ-In")
            ])
    }
}
