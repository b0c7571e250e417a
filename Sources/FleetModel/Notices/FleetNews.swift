/// What has become known of a fleet since it was last asked.
package struct FleetNews: Sendable {
    /// Servers that were probed or judged again, each as it is now.
    package var servers: [ServerStatus]
    /// Gateways, each as it is now.
    package var gateways: [GatewayStatus]
    /// How this machine is; nil when that has not changed.
    package var ourSide: OurSideState?
    /// What failing servers share; nil when that has not changed.
    package var causes: [SharedCause]?
    /// What people have said of servers, in the place of what they had said before.
    package var annotations: [Server.ID: ServerAnnotations]

    /// News; by default that only time has passed.
    package init(
        servers: [ServerStatus] = [], gateways: [GatewayStatus] = [], ourSide: OurSideState? = nil,
        causes: [SharedCause]? = nil, annotations: [Server.ID: ServerAnnotations] = [:]
    ) {
        self.servers = servers
        self.gateways = gateways
        self.ourSide = ourSide
        self.causes = causes
        self.annotations = annotations
    }
}
