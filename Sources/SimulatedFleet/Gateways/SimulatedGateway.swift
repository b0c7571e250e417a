import FleetModel
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// One gateway of a simulated fleet: who it is, where it listens, and how it behaves at the moment.
final class SimulatedGateway: Sendable {
    let id: Gateway.ID
    /// The name on its certificate and in the DNS.
    let host: String
    /// The scenario that it was planned with.
    let planned: GatewayScenario
    /// Who has been here, and what they asked.
    let book: VisitorsBook
    private let current: Mutex<GatewayScenario>
    private let shelf: CertificateShelf

    init(
        _ id: Gateway.ID, host: String, as scenario: GatewayScenario, shelf: CertificateShelf,
        book: VisitorsBook = VisitorsBook()
    ) {
        self.id = id
        self.host = host
        planned = scenario
        self.book = book
        current = Mutex(scenario)
        self.shelf = shelf
    }

    /// How it behaves from the next connection and the next datagram on.
    var scenario: GatewayScenario {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// The time by which it dates what it says.
    var now: Instant { shelf.now() }

    /// Opens its TCP port at an endpoint, whose port may be 0 for any free one.
    ///
    /// The channel's closing closes it, but none of the connections that it has accepted.
    func listen(
        at endpoint: SocketEndpoint, on group: MultiThreadedEventLoopGroup
    ) async throws(SimulatedFleetError) -> any Channel {
        do {
            return try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 128)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelInitializer { connection in
                    connection.eventLoop.makeCompletedFuture {
                        let scenario = self.scenario
                        let tls = try self.shelf.context(
                            for: scenario.certificate, name: self.host, versions: .modern)
                        try connection.pipeline.syncOperations.addHandlers([
                            NIOSSLServerHandler(context: tls), GatewayConnection(to: self, in: scenario),
                        ])
                    }
                }
                .bind(host: endpoint.address.description, port: Int(endpoint.port))
                .get()
        } catch {
            throw .cannotListen(endpoint, "\(error)")
        }
    }

    /// Opens its UDP port at an endpoint, whose port may be 0 for any free one.
    func listenForDatagrams(
        at endpoint: SocketEndpoint, on group: MultiThreadedEventLoopGroup
    ) async throws(SimulatedFleetError) -> any Channel {
        try await DatagramListener.open(at: endpoint, on: group) { self.answers(to: $0) }
    }

    private func answers(to datagram: [UInt8]) -> [[UInt8]] {
        switch scenario.datagrams {
        case .silent, .closed:
            return []
        case .answering(let certificate):
            guard let hello = DTLSClientHello(decoding: datagram) else { return [] }
            book.note(.datagramHello)
            guard let chain = try? shelf.chain(for: certificate, name: host) else { return [] }
            return DTLSServerFlight.answers(to: hello, chain: chain.certificates)
        }
    }
}
