package import FleetModel

/// What a prober has to tell.
package enum ProbeResult: Sendable, Hashable {
    /// A probe of a server has ended, or something that followed one: then `probes` is the same as before.
    case server(ServerSnapshot)
    /// A probe of a gateway has ended.
    case gateway(GatewaySnapshot)
    /// Our own side has changed: what fails from now on may be our fault, or is none any more.
    case ourSide(OurSideState)
}

/// What a sweep found.
package struct SweepResult: Sendable, Hashable {
    /// One for each server that is probed, in the order of the fleet.
    package var servers: [ServerSnapshot]
    /// One for each gateway, in the order of the fleet.
    package var gateways: [GatewaySnapshot]
    /// How our own side was in the end.
    package var ourSide: OurSideState

    package init(servers: [ServerSnapshot], gateways: [GatewaySnapshot], ourSide: OurSideState) {
        self.servers = servers
        self.gateways = gateways
        self.ourSide = ourSide
    }
}
