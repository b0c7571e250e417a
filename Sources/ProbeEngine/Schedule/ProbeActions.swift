package import FleetModel

/// What is done to targets: the packets of a prober, which itself only knows when.
package struct ProbeActions: Sendable {
    /// One probe of a server, after the one before; nil for the first.
    package var probe: @Sendable (Server, ServerSnapshot?, ConnectionPass) async -> ServerSnapshot
    /// What follows a probe; returns the snapshot that it is given, with what it saw put in. Its connection has been let in.
    package var followUp: @Sendable (FollowUp, Server, ServerSnapshot) async -> ServerSnapshot
    /// One probe of a gateway, after the one before; nil for the first.
    package var climbGateway: @Sendable (Gateway, GatewaySnapshot?, ConnectionPass) async -> GatewaySnapshot

    package init(
        probe: @escaping @Sendable (Server, ServerSnapshot?, ConnectionPass) async -> ServerSnapshot,
        followUp: @escaping @Sendable (FollowUp, Server, ServerSnapshot) async -> ServerSnapshot,
        climbGateway: @escaping @Sendable (Gateway, GatewaySnapshot?, ConnectionPass) async -> GatewaySnapshot
    ) {
        self.probe = probe
        self.followUp = followUp
        self.climbGateway = climbGateway
    }

    /// What is to be done for an assignment; it gives nil when there is nothing to do it to.
    ///
    /// A closure of what it needs and no more: it takes memory for as long as the probe waits, and thousands do at a time.
    func action(
        for assignment: ProbeSchedule.Assignment, pass: ConnectionPass
    ) -> @Sendable () async -> TargetSnapshot? {
        switch (assignment.target, assignment.work) {
        case (.server(let server), .probe):
            let (probe, earlier) = (probe, assignment.earlier?.server)
            return { .server(await probe(server, earlier, pass)) }
        case (.server(let server), .followUp(let what)):
            guard let snapshot = assignment.earlier?.server else { return { nil } }
            return { [followUp] in .server(await followUp(what, server, snapshot)) }
        case (.gateway(let gateway), .probe):
            let (climbGateway, earlier) = (climbGateway, assignment.earlier?.gateway)
            return { .gateway(await climbGateway(gateway, earlier, pass)) }
        case (.gateway, .followUp): return { nil }
        }
    }
}
