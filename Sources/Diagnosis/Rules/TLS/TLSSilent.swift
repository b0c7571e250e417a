import FleetModel

extension Rule {
    /// No answer in the handshake.
    static let tlsSilent = Rule(
        "tls-silent", .tls, .down, .possible,
        symptoms: [Symptom.silentWhileSecuring],
        isNot: ["Not a refusal: neither an alert nor the end of the connection came."]
    ) { seen in
        guard seen.failure(at: .tls) == .timedOut else { return nil }
        return Conclusion(
            short: "TLS: no answer",
            medium: "no answer in the TLS handshake",
            long: "Small packets pass and the TLS handshake gets no whole answer. Something between that loses "
                + "large packets (path MTU, VPN), or a wedged server, would look like this.",
            evidence: seen.evidence(upTo: .tls),
            remedies: [
                Remedy(
                    .check, at: .here,
                    "Try the size of packets on the way (1452 over IPv6); if this fails and 1200 passes, it is the path MTU",
                    run: "ping -c 3 -M do -s 1472 {server}", in: .sh),
                Remedy.compareNearby,
                Remedy.inspection,
                Remedy.restartService,
            ], isNot: seen.isNotWhatPassed(before: .tls))
    }
}
