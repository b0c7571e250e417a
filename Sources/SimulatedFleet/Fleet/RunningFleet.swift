package import FleetModel
import NIOCore
import NIOPosix

/// A simulated fleet that listens; lives inside `SimulatedFleet.withRunning`.
package actor RunningFleet {
    /// What a fleet file for it would say, with its own name server as the only resolver.
    package nonisolated let fleet: Fleet
    /// Where its name server answers.
    package nonisolated let resolver: SocketEndpoint

    /// The names of the servers that have no UDP socket, whatever their scenario says: those beyond the limit.
    package nonisolated let withoutDatagrams: [String]

    private nonisolated let servers: [Server.ID: SimulatedServer]
    private nonisolated let gateways: [Gateway.ID: SimulatedGateway]
    private let group: MultiThreadedEventLoopGroup
    private let nameServer: any Channel
    private var listeners: [Socket: Listener] = [:]
    /// The sockets that are being opened or closed right now.
    private var settling: Set<Socket> = []

    /// What can listen.
    private enum Socket: Hashable {
        case server(Server.ID)
        case serverDatagrams(Server.ID)
        case gateway(Gateway.ID)
        case gatewayDatagrams(Gateway.ID)
    }

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
        datagramLimit: Int, shelf: CertificateShelf, on group: MultiThreadedEventLoopGroup
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
            let takesDatagrams = index < datagramLimit
            return (
                server,
                SimulatedServer(server, at: endpoint, as: scenario, takesDatagrams: takesDatagrams, shelf: shelf)
            )
        }
        let (plannedGateways, simulatedGateways) = try await Self.gateways(
            of: plan, in: network, authorities: authorities, shelf: shelf, on: group)
        let simulated = planned.map(\.1)
        let byName = Dictionary(simulated.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let gatewayAddresses = Dictionary(
            simulatedGateways.map { ($0.host, $0.endpoint.address) }, uniquingKeysWith: { first, _ in first })
        let names = SimulatedResolver { name in
            if let server = byName[name] {
                return NameRecord(address: server.endpoint.address, recipe: server.scenario.name)
            }
            return gatewayAddresses[name].map { NameRecord(address: $0, recipe: .address) }
        }
        // The name server comes first: whoever holds its address and port has the network.
        let nameServerAddress = SocketEndpoint(address: network.nameServer, port: nameServerPort)
        nameServer = try await names.open(at: nameServerAddress, on: group)
        resolver = nameServer.port.map { SocketEndpoint(address: network.nameServer, port: $0) } ?? nameServerAddress
        fleet = Fleet(
            name: "demo", servers: planned.map(\.0), gateways: plannedGateways, resolvers: [resolver])
        withoutDatagrams = simulated.filter { !$0.takesDatagrams }.map(\.name)
        servers = Dictionary(simulated.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        gateways = Dictionary(simulatedGateways.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.group = group
        do {
            for server in simulated {
                try await open(.server(server.id))
                try await open(.serverDatagrams(server.id))
            }
            for gateway in simulatedGateways {
                try await open(.gateway(gateway.id))
                try await open(.gatewayDatagrams(gateway.id))
            }
        } catch {
            await close()
            throw error
        }
    }

    /// The gateways of a plan, each at an address of its own: on port 8443 and 13391 where these are free.
    private static func gateways(
        of plan: FleetPlan, in network: LoopbackNetwork, authorities: [String], shelf: CertificateShelf,
        on group: MultiThreadedEventLoopGroup
    ) async throws -> ([Gateway], [SimulatedGateway]) {
        var described: [Gateway] = []
        var simulated: [SimulatedGateway] = []
        for (index, entry) in plan.gateways.prefix(LoopbackNetwork.gatewayCapacity).enumerated() {
            guard let scenario = GatewayScenarioTable.scenario(entry.scenario) else {
                throw SimulatedFleetError.noSuchScenario(entry.scenario)
            }
            let address = network.address(ofGateway: index)
            let port = try await gatewayPort(at: address, on: group)
            let gateway = entry.gateway(port: port, datagramPort: gatewayDatagramPort, authorities: authorities)
            described.append(gateway)
            simulated.append(
                SimulatedGateway(
                    gateway, at: SocketEndpoint(address: address, port: port), as: scenario, shelf: shelf))
        }
        return (described, simulated)
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
        try await settle(.server(id))
        try await settle(.serverDatagrams(id))
    }

    /// How a gateway behaves at the moment; nil when the fleet has no such gateway.
    package nonisolated func scenario(ofGateway gateway: Gateway.ID) -> GatewayScenario.ID? {
        gateways[gateway]?.scenario.id
    }

    /// Makes a gateway behave otherwise from its next connection on; nil for what the plan says.
    ///
    /// - Throws: ``SimulatedFleetError`` for an unknown gateway or scenario, or when a socket cannot be opened again.
    package func assign(_ scenario: GatewayScenario.ID?, toGateway id: Gateway.ID) async throws {
        guard let gateway = gateways[id] else { throw SimulatedFleetError.noSuchGateway(id) }
        if let scenario {
            guard let known = GatewayScenarioTable.scenario(scenario) else {
                throw SimulatedFleetError.noSuchScenario(scenario)
            }
            gateway.scenario = known
        } else {
            gateway.scenario = gateway.planned
        }
        try await settle(.gateway(id))
        try await settle(.gatewayDatagrams(id))
    }

    // MARK: Visits

    /// How many TCP connections a server has accepted; nil when the fleet has no such server.
    package nonisolated func connections(to server: Server.ID) -> Int? {
        servers[server]?.book.visits.connections
    }

    /// Who has been at a server, and what they asked; nil when the fleet has no such server.
    package nonisolated func visits(to server: Server.ID) -> Visits? {
        servers[server]?.book.visits
    }

    /// Who has been at a gateway, and what they asked; nil when the fleet has no such gateway.
    package nonisolated func visits(toGateway gateway: Gateway.ID) -> Visits? {
        gateways[gateway]?.book.visits
    }

    /// Everything that no prober may send and somebody did, with who got it; must stay empty.
    package nonisolated var faults: [String] {
        let all = servers.values.map { ($0.name, $0.book) } + gateways.values.map { ($0.host, $0.book) }
        return all.flatMap { name, book in book.visits.faults.map { "\(name): \($0)" } }.sorted()
    }

    // MARK: Sockets

    /// Opens and closes until it is open where the scenario says.
    private func settle(_ socket: Socket) async throws {
        guard settling.insert(socket).inserted else { return }
        defer { settling.remove(socket) }
        while listeners[socket]?.endpoint != wantedEndpoint(of: socket) {
            if let listener = listeners.removeValue(forKey: socket) {
                try await listener.channel.close()
            } else {
                try await open(socket)
            }
        }
    }

    private func wantedEndpoint(of socket: Socket) -> SocketEndpoint? {
        switch socket {
        case .server(let id): servers[id]?.listeningEndpoint
        case .serverDatagrams(let id): servers[id]?.datagramEndpoint
        case .gateway(let id): gateways[id]?.listeningEndpoint
        case .gatewayDatagrams(let id): gateways[id]?.datagramEndpoint
        }
    }

    private func open(_ socket: Socket) async throws {
        guard let endpoint = wantedEndpoint(of: socket),
            let channel = try await channel(of: socket, at: endpoint)
        else { return }
        listeners[socket] = Listener(endpoint: endpoint, channel: channel)
    }

    private func channel(of socket: Socket, at endpoint: SocketEndpoint) async throws -> (any Channel)? {
        switch socket {
        case .server(let id):
            try await servers[id]?.listen(at: endpoint, on: group)
        case .serverDatagrams(let id):
            try await servers[id]?.listenForDatagrams(at: endpoint, on: group)
        case .gateway(let id):
            try await gateways[id]?.listen(at: endpoint, on: group)
        case .gatewayDatagrams(let id):
            try await gateways[id]?.listenForDatagrams(at: endpoint, on: group)
        }
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

/// The port of a gateway's DTLS, high, so that no privilege is needed.
private let gatewayDatagramPort: UInt16 = 13_391

/// 8443, or any free port where that is taken.
private func gatewayPort(at address: IPAddress, on group: MultiThreadedEventLoopGroup) async throws -> UInt16 {
    if let free = try? await freePort(8443, at: address, on: group) { return free }
    return try await freePort(at: address, on: group)
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
