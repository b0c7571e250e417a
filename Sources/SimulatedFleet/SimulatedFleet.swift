package import FleetModel
import NIOCore
import NIOPosix

/// A fleet of Remote Desktop servers on loopback that misbehave by recipe: real sockets, real TLS.
///
/// Each server has an address of its own in one network 127.N.0.0/16, so that all of them can use port 3389, and a name
/// that only the fleet's own name server knows. It shares nothing with what probes it but the codecs of `RDPWire`.
package struct SimulatedFleet: Sendable {
    /// Who is in it.
    package let plan: FleetPlan
    /// Who signs its certificates.
    package let authority: Authority

    private let now: @Sendable () -> Instant
    private let datagramLimit: Int
    private let networks: [LoopbackNetwork]
    private let ports: [(servers: UInt16, nameServer: UInt16)]

    /// The port of the name server; holding it is also the claim to a network.
    private static let nameServerPort: UInt16 = 5300

    /// A fleet that is not listening yet.
    ///
    /// - Parameters:
    ///   - now: The time that certificates are dated from.
    ///   - serverCount: From about 80 on every scenario is there.
    ///   - base: The N of its network; nil for the first free one from 64 on.
    ///   - port: The port of all servers; nil for 3389, or one free port if that is taken everywhere.
    /// - Throws: An error of the certificate library.
    package init(
        now: @escaping @Sendable () -> Instant, serverCount: Int = 128, base: UInt8? = nil, port: UInt16? = nil
    ) throws {
        try self.init(now: now, plan: FleetPlan(serverCount: serverCount), base: base, port: port)
    }

    /// A fleet of just these servers and gateways; `datagramLimit` of the servers, from the first on, may have a UDP
    /// socket, each of which costs a descriptor.
    package init(
        now: @escaping @Sendable () -> Instant, plan: FleetPlan, authority: Authority? = nil, base: UInt8? = nil,
        port: UInt16? = nil, datagramLimit: Int = .max
    ) throws {
        self.now = now
        self.datagramLimit = datagramLimit
        self.plan = plan
        self.authority = try authority ?? Authority(now: now())
        networks = base.map { [LoopbackNetwork(base: $0)] } ?? LoopbackNetwork.candidates
        // 0 stands for any free port.
        ports =
            if let port {
                [(port, Self.nameServerPort), (port, 0)]
            } else {
                [(Server.defaultPort, Self.nameServerPort), (0, Self.nameServerPort), (0, 0)]
            }
    }

    /// The authority to trust, in PEM.
    package var rootPEM: String { authority.rootPEM }

    /// Runs the fleet while `body` runs; afterwards nothing of it listens.
    ///
    /// - Parameters:
    ///   - authorities: What each server's policy says under `ca:`; the path of a file with ``rootPEM``.
    ///   - body: Gets the fleet, which must not be used after it returns.
    /// - Returns: What `body` returns.
    /// - Throws: ``SimulatedFleetError`` when it cannot listen; what `body` throws.
    @discardableResult
    package func withRunning<Result>(
        authorities: [String] = [], _ body: (RunningFleet) async throws -> Result
    ) async throws -> Result {
        try await withEventLoops(plan.entries.count > 1000 ? 2 : 1) { group in
            let fleet = try await open(authorities, on: group)
            return try await body(fleet)
        }
    }

    /// Opens it on the first port and network that are free.
    private func open(_ authorities: [String], on group: MultiThreadedEventLoopGroup) async throws -> RunningFleet {
        var lastReason = ""
        for (port, nameServerPort) in ports {
            for network in networks {
                do {
                    return try await RunningFleet(
                        plan, in: network, port: port, nameServerPort: nameServerPort, authorities: authorities,
                        datagramLimit: datagramLimit, shelf: CertificateShelf(authority: authority, now: now), on: group
                    )
                } catch {
                    lastReason = "\(error)"
                }
            }
        }
        throw SimulatedFleetError.noFreeNetwork(lastReason)
    }
}

/// Runs `body` with event loops of its own; every channel on them is closed when it returns.
func withEventLoops<Result>(
    _ count: Int, _ body: (MultiThreadedEventLoopGroup) async throws -> Result
) async throws -> Result {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: count)
    let result: Result
    do {
        result = try await body(group)
    } catch {
        try await group.shutdownGracefully()
        throw error
    }
    try await group.shutdownGracefully()
    return result
}
