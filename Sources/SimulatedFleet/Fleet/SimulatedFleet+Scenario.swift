package import FleetModel
import FoundationEssentials
import NIOCore
import NIOPosix

extension SimulatedFleet {
    /// Runs one server in one scenario on a free port of 127.0.0.1 (or ::1) while `body` runs.
    ///
    /// What the scenario says of names has no place here: the server comes with its address. ``withName(_:body:)`` is
    /// for that.
    ///
    /// - Parameters:
    ///   - scenario: How the server behaves; need not be in the table.
    ///   - authority: Who signs its certificate; nil for one that is made and thrown away.
    ///   - now: The time that its certificate is dated from, and that its clock shows; nil for the system's.
    ///   - book: Where it notes its visits.
    ///   - body: Gets where the server listens, or where nothing does if it refuses connections, and who it is.
    /// - Returns: What `body` returns.
    /// - Throws: ``SimulatedFleetError`` when it cannot listen; what `body` throws.
    @discardableResult
    package static func withScenario<Result>(
        _ scenario: Scenario, authority: Authority? = nil, now: Instant? = nil, book: VisitorsBook = VisitorsBook(),
        body: (SocketEndpoint, Server) async throws -> Result
    ) async throws -> Result {
        let shelf = CertificateShelf(authority: try authority ?? Authority(now: now ?? systemTime())) {
            now ?? systemTime()
        }
        return try await withEventLoops(1) { group in
            let wanted = SocketEndpoint(address: address(for: scenario), port: 0)
            let name = FleetPlan.name(.lab, 1)
            let listening = SimulatedServer(Server(name: name), at: wanted, as: scenario, shelf: shelf, book: book)
            let endpoint = try await listen(listening, at: wanted, on: group)
            let server = Server(name: name, port: endpoint.port, address: endpoint.address, site: Site.lab.title)
            return try await body(endpoint, server)
        }
    }

    /// Listens on a port that is free for TCP and for UDP: what the system gives for one may be taken for the other.
    private static func listen(
        _ server: SimulatedServer, at wanted: SocketEndpoint, on group: MultiThreadedEventLoopGroup
    ) async throws -> SocketEndpoint {
        var attempts = 0
        while true {
            let channel = try await server.listen(at: wanted, on: group)
            guard let port = channel.port else {
                throw SimulatedFleetError.cannotListen(wanted, "no port was given")
            }
            if server.scenario.arrival == .refusing { try await channel.close() }
            let endpoint = SocketEndpoint(address: wanted.address, port: port)
            guard server.scenario.datagrams != .closed else { return endpoint }
            do {
                _ = try await server.listenForDatagrams(at: endpoint, on: group)
                return endpoint
            } catch {
                attempts += 1
                guard attempts < 8 else { throw error }
                try? await channel.close()
            }
        }
    }

    /// Runs a name server that knows one server in one scenario while `body` runs.
    ///
    /// - Parameters:
    ///   - scenario: Of which only what it says of names counts here.
    ///   - body: Gets where the name server answers, and the server, whose address is to be asked there.
    /// - Returns: What `body` returns.
    /// - Throws: ``SimulatedFleetError`` when it cannot listen; what `body` throws.
    @discardableResult
    package static func withName<Result>(
        _ scenario: Scenario, body: (SocketEndpoint, Server) async throws -> Result
    ) async throws -> Result {
        let server = Server(name: FleetPlan.name(.lab, 1), site: Site.lab.title)
        let record = NameRecord(address: .ipv4Loopback, recipe: scenario.name)
        let resolver = SimulatedResolver { $0 == server.name ? record : nil }
        return try await withEventLoops(1) { group in
            let wanted = SocketEndpoint(address: .ipv4Loopback, port: 0)
            let channel = try await resolver.open(at: wanted, on: group)
            guard let port = channel.port else {
                throw SimulatedFleetError.cannotListen(wanted, "no port was given")
            }
            return try await body(SocketEndpoint(address: wanted.address, port: port), server)
        }
    }

    /// Runs one gateway in one scenario on free ports of 127.0.0.1 while `body` runs.
    ///
    /// - Parameters:
    ///   - scenario: How the gateway behaves; need not be in the table.
    ///   - authority: Who signs its certificate; nil for one that is made and thrown away.
    ///   - now: The time that its certificate is dated from, and that its clock shows; nil for the system's.
    ///   - book: Where it notes its visits.
    ///   - body: Gets where the gateway listens, or where nothing does if it refuses connections, and who it is.
    /// - Returns: What `body` returns.
    /// - Throws: ``SimulatedFleetError`` when it cannot listen; what `body` throws.
    @discardableResult
    package static func withGateway<Result>(
        _ scenario: GatewayScenario, authority: Authority? = nil, now: Instant? = nil,
        book: VisitorsBook = VisitorsBook(), body: (SocketEndpoint, Gateway) async throws -> Result
    ) async throws -> Result {
        let shelf = CertificateShelf(authority: try authority ?? Authority(now: now ?? systemTime())) {
            now ?? systemTime()
        }
        return try await withEventLoops(1) { group in
            // Where nothing is to listen, it must be an address on which nobody else gets the freed port.
            let address = scenario.listens ? IPAddress.ipv4Loopback : IPAddress(octets: 127, 63, 0, 2)
            let wanted = SocketEndpoint(address: address, port: 0)
            let entry = FleetPlan.GatewayEntry(name: "rdgw-lab-1", scenario: scenario.id)
            var gateway = Gateway(name: entry.name, host: entry.host, address: address)
            let listening = SimulatedGateway(gateway, at: wanted, as: scenario, shelf: shelf, book: book)
            let channel = try await listening.listen(at: wanted, on: group)
            let datagrams = try await listening.listenForDatagrams(at: wanted, on: group)
            guard let port = channel.port, let datagramPort = datagrams.port else {
                throw SimulatedFleetError.cannotListen(wanted, "no port was given")
            }
            if !scenario.listens { try await channel.close() }
            if scenario.datagrams == .closed { try await datagrams.close() }
            gateway.port = port
            gateway.datagramPort = datagramPort
            return try await body(SocketEndpoint(address: address, port: port), gateway)
        }
    }

    private static func address(for scenario: Scenario) -> IPAddress {
        if scenario.name == .ipv6Only { return .ipv6Loopback }
        // Where nothing is to listen, it must be an address on which nobody else gets the freed port.
        return scenario.arrival == .refusing ? IPAddress(octets: 127, 63, 0, 1) : .ipv4Loopback
    }
}

private func systemTime() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}
