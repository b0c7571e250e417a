import FleetModel

extension GatewayRule {
    /// Probes of the gateway fail and pass by turns.
    static let gatewayUnsteady = GatewayRule(
        "gateway-unsteady", .tcp, .warning, .possible, seen: .sinceStart,
        symptoms: [.comesAndGoes, .gatewayCutsOff],
        isNot: ["Not an outage that is over: it has failed and recovered several times."]
    ) { seen in
        guard
            var conclusion = Rule.pathUnstable.conclusion(of: seen.climb)
                ?? Rule.serverUnsteady.conclusion(of: seen.climb)
        else { return nil }
        conclusion.long =
            "Probes of the gateway fail and pass by turns, and so do the connections of everybody behind it. Packets get "
            + "lost on the way, its service stops and starts, or one of several gateways behind one name does not answer."
        conclusion.symptoms = []
        conclusion.remedies = [
            Remedy(.check, at: .here, "See how many addresses the name has", run: "nslookup {gateway}", in: .sh),
            Remedy(
                .check, at: .between,
                "If a load balancer is there, probe each gateway behind it under its own name"),
            Remedy(
                .check, at: .gateway, "On the gateway, see when its service stopped and started",
                run: "Get-WinEvent -FilterHashtable @{LogName='System'; Id=7031,7034,7036} -MaxEvents 20"),
        ]
        return conclusion
    }
}
