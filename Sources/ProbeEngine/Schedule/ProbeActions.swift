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

    /// Does one thing; nil when there is nothing to do it to.
    func perform(_ assignment: ProbeSchedule.Assignment, pass: ConnectionPass) async -> TargetSnapshot? {
        switch (assignment.target, assignment.work, assignment.earlier) {
        case (.server(let server), .probe, .server(let earlier)?):
            .server(await probe(server, earlier, pass))
        case (.server(let server), .probe, _):
            .server(await probe(server, nil, pass))
        case (.server(let server), .followUp(let what), .server(let snapshot)?):
            .server(await followUp(what, server, snapshot))
        case (.gateway(let gateway), .probe, .gateway(let earlier)?):
            .gateway(await climbGateway(gateway, earlier, pass))
        case (.gateway(let gateway), .probe, _):
            .gateway(await climbGateway(gateway, nil, pass))
        case (.server, .followUp, _), (.gateway, .followUp, _): nil
        }
    }
}
