import FleetModel

extension Rule {
    /// The network said that there is no route.
    static let tcpNoRoute = Rule(
        "tcp-no-route", .tcp, .down, .certain, symptoms: [Symptom.connectFailed],
        isNot: ["Not the server: nothing was sent that could have reached it."]
    ) { seen in
        guard seen.failure(at: .tcp) == .unreachable(.network) else { return nil }
        return Conclusion(
            short: "no route to network",
            medium: "the network says: no route",
            long: "There is no route to the server's network, on this machine or on the way. Users "
                + "elsewhere may still reach it.",
            evidence: seen.evidence(upTo: .tcp),
            remedies: [
                Remedy.ourRoutes, Remedy.ourAddresses,
                Remedy(.check, at: .between, "Check the VPN or the router between here and the network of the server"),
                Remedy.fromElsewhere,
            ])
    }
}
