package import FleetModel
import NIOCore
import NIOPosix

/// A simulated fleet that listens; lives inside `SimulatedFleet.withRunning`.
package actor RunningFleet {
    /// What a fleet file for it would say, with its own name server as the only resolver.
    package nonisolated let fleet: Fleet
    /// Where its name server answers.
    package nonisolated let resolver: SocketEndpoint

    private nonisolated let servers: [Server.ID: SimulatedServer]
    private let group: MultiThreadedEventLoopGroup
    private let nameServer: any Channel
    private var listeners: [Server.ID: Listener] = [:]
    /// The servers for which a listener is being opened or closed right now.
    private var settling: Set<Server.ID> = []

    private struct Listener {
        let endpoint: SocketEndpoint
        let channel: any Channel
    }

    /// Opens all listeners in this network, or none; a port of 0 stands for any free one.
    ///
    /// All fleets of a machine share ::1, so a server that has nothing else gets a port of its own where the fleet's is
    /// taken; on a machine without that address the fleet does without the server. No plan has two of them.
    init(
        _ plan: FleetPlan, in network: LoopbackNetwork, port: UInt16, nameServerPort: UInt16, authorities: [String],
        shelf: CertificateShelf, on group: MultiThreadedEventLoopGroup
    ) async throws {
        let port = port == 0 ? try await freePort(at: network.address(ofServer: 0), on: group) : port
        let ipv6Port = await freeIPv6Port(preferring: port, on: group)
        let planned = try plan.entries.enumerated().compactMap { index, entry -> (Server, SimulatedServer)? in
            guard let scenario = ScenarioTable.scenario(entry.scenario) else {
                throw SimulatedFleetError.noSuchScenario(entry.scenario)
            }
            guard let port = scenario.name == .ipv6Only ? ipv6Port : port else { return nil }
            let server = entry.server(index: index, port: port, authorities: authorities)
            let endpoint = SocketEndpoint(address: network.address(ofServer: index), port: port)
            return (server, SimulatedServer(server, at: endpoint, as: scenario, shelf: shelf))
        }
        let simulated = planned.map(\.1)
        let byName = Dictionary(simulated.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let names = SimulatedResolver { name in
            byName[name].map { NameRecord(address: $0.endpoint.address, recipe: $0.scenario.name) }
        }
        // The name server comes first: whoever holds its address and port has the network.
        let nameServerAddress = SocketEndpoint(address: network.nameServer, port: nameServerPort)
        nameServer = try await names.open(at: nameServerAddress, on: group)
        resolver = nameServer.port.map { SocketEndpoint(address: network.nameServer, port: $0) } ?? nameServerAddress
        fleet = Fleet(name: "demo", servers: planned.map(\.0), resolvers: [resolver])
        servers = Dictionary(simulated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.group = group
        do {
            for server in simulated {
                try await open(server)
            }
        } catch {
            await close()
            throw error
        }
    }

    /// How a server behaves at the moment; nil when the fleet has no such server.
    package nonisolated func scenario(of server: Server.ID) -> Scenario.ID? {
        servers[server]?.scenario.id
    }

    /// Makes a server behave otherwise from its next connection on; nil for what the plan says.
    ///
    /// When another call is changing the listener of the same server, that call brings this change about too, and this
    /// one returns at once.
    /// - Throws: ``SimulatedFleetError`` for an unknown server or scenario, or when its listener cannot be opened again.
    package func assign(_ scenario: Scenario.ID?, to id: Server.ID) async throws {
        guard let server = servers[id] else { throw SimulatedFleetError.noSuchServer(id) }
        if let scenario {
            guard let known = ScenarioTable.scenario(scenario) else {
                throw SimulatedFleetError.noSuchScenario(scenario)
            }
            server.scenario = known
        } else {
            server.scenario = server.planned
        }
        try await settle(server)
    }

    /// Opens and closes until the server listens where its scenario says.
    private func settle(_ server: SimulatedServer) async throws {
        guard settling.insert(server.id).inserted else { return }
        defer { settling.remove(server.id) }
        while listeners[server.id]?.endpoint != server.listeningEndpoint {
            if let listener = listeners.removeValue(forKey: server.id) {
                try await listener.channel.close()
            } else {
                try await open(server)
            }
        }
    }

    private func open(_ server: SimulatedServer) async throws {
        guard let endpoint = server.listeningEndpoint else { return }
        let channel = try await RDPListener.open(server, at: endpoint, on: group)
        listeners[server.id] = Listener(endpoint: endpoint, channel: channel)
    }

    /// Closes what listens, so that another network can be tried.
    private func close() async {
        for listener in listeners.values {
            try? await listener.channel.close()
        }
        listeners = [:]
        try? await nameServer.close()
    }
}

/// A port that nothing listens on at this address: the wanted one, or any if that is 0.
private func freePort(
    _ wanted: UInt16 = 0, at address: IPAddress, on group: MultiThreadedEventLoopGroup
) async throws -> UInt16 {
    let endpoint = SocketEndpoint(address: address, port: wanted)
    let channel = try await ServerBootstrap(group: group)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .bind(host: address.description, port: Int(wanted)).get()
    let port = channel.port
    try await channel.close()
    guard let port else { throw SimulatedFleetError.cannotListen(endpoint, "no port was given") }
    return port
}

/// A port that nothing listens on at ::1, this one if it is free; nil on a machine without that address.
private func freeIPv6Port(preferring port: UInt16, on group: MultiThreadedEventLoopGroup) async -> UInt16? {
    if let free = try? await freePort(port, at: .ipv6Loopback, on: group) { return free }
    return try? await freePort(at: .ipv6Loopback, on: group)
}

extension Channel {
    /// The port of the socket on this machine.
    var port: UInt16? { localAddress?.port.flatMap(UInt16.init(exactly:)) }
}
