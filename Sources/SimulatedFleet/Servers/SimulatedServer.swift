import FleetModel
import NIOCore
import NIOPosix
import NIOSSL
import RDPWire
import Synchronization

/// One server of a simulated fleet: who it is, where it listens, and how it behaves at the moment.
///
/// Connections read the scenario when they begin and keep it, so a change shows from the next connection on.
final class SimulatedServer: Sendable {
    let id: Server.ID
    /// The name on its certificate and in the DNS.
    let name: String
    /// Where it listens, unless its name has an IPv6 address only.
    let endpoint: SocketEndpoint
    /// Whether it may have a UDP socket.
    let takesDatagrams: Bool
    /// The scenario that it was planned with.
    let planned: Scenario
    /// Who has been here, and what they asked.
    let book: VisitorsBook
    private let current: Mutex<Scenario>
    private let shelf: CertificateShelf

    init(
        _ server: Server, at endpoint: SocketEndpoint, as scenario: Scenario, takesDatagrams: Bool = true,
        shelf: CertificateShelf, book: VisitorsBook = VisitorsBook()
    ) {
        id = server.id
        name = server.name
        self.endpoint = endpoint
        self.takesDatagrams = takesDatagrams
        planned = scenario
        self.book = book
        current = Mutex(scenario)
        self.shelf = shelf
    }

    /// How it behaves from the next connection on.
    var scenario: Scenario {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// Where it listens in its present scenario; nil when it refuses connections.
    var listeningEndpoint: SocketEndpoint? {
        let scenario = scenario
        guard scenario.arrival != .refusing else { return nil }
        guard scenario.name == .ipv6Only else { return endpoint }
        return SocketEndpoint(address: .ipv6Loopback, port: endpoint.port)
    }

    /// Where its UDP socket is in its present scenario; nil when it has none.
    var datagramEndpoint: SocketEndpoint? {
        let scenario = scenario
        guard takesDatagrams, scenario.datagrams != .closed else { return nil }
        guard scenario.name == .ipv6Only else { return endpoint }
        return SocketEndpoint(address: .ipv6Loopback, port: endpoint.port)
    }

    /// The time by which it dates what it says.
    var now: Instant { shelf.now() }

    /// The context of a TLS handshake in this scenario.
    func tlsContext(_ scenario: Scenario, _ versions: TLSVersions) throws -> NIOSSLContext {
        try shelf.context(for: scenario.certificate, name: name, versions: versions)
    }

    /// Opens its TCP port at an endpoint, whose port may be 0 for any free one.
    ///
    /// The channel's closing closes it, but none of the connections that it has accepted.
    func listen(
        at endpoint: SocketEndpoint, on group: MultiThreadedEventLoopGroup
    ) async throws(SimulatedFleetError) -> any Channel {
        do {
            return try await StreamListener.bootstrap(on: group)
                .childChannelInitializer { connection in
                    connection.eventLoop.makeCompletedFuture {
                        try connection.pipeline.syncOperations.addHandler(ServerConnection(to: self))
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
        try await DatagramListener.open(at: endpoint, on: group) { datagram in
            if (try? SynDatagram(decoding: datagram[...])) != nil { self.book.note(.syn) }
            return self.scenario.datagrams.answer(to: datagram).map { [$0] } ?? []
        }
    }
}
