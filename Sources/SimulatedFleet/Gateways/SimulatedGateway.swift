import FleetModel
import NIOCore
import NIOPosix
import NIOSSL
import RDPWire
import Synchronization

/// One gateway of a simulated fleet: who it is, where it listens, and how it behaves at the moment.
final class SimulatedGateway: Sendable {
    let id: Gateway.ID
    /// The name on its certificate and in the DNS.
    let host: String
    /// Where it listens for TCP.
    let endpoint: SocketEndpoint
    /// Where it takes datagrams; nil when it never does.
    private let plannedDatagramEndpoint: SocketEndpoint?
    /// The scenario that it was planned with.
    let planned: GatewayScenario
    /// Who has been here, and what they asked.
    let book: VisitorsBook
    private let current: Mutex<GatewayScenario>
    private let shelf: CertificateShelf
    private let materials = Mutex<[CertificateRecipe: Material]>([:])

    /// A certificate, and the context that shows it in TLS.
    private struct Material {
        let chain: CertificateChain
        let context: NIOSSLContext
    }

    init(
        _ gateway: Gateway, at endpoint: SocketEndpoint, as scenario: GatewayScenario, shelf: CertificateShelf,
        book: VisitorsBook = VisitorsBook()
    ) {
        id = gateway.id
        host = gateway.host
        self.endpoint = endpoint
        plannedDatagramEndpoint = gateway.datagramPort.map { SocketEndpoint(address: endpoint.address, port: $0) }
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

    /// Where it listens in its present scenario; nil when it refuses connections.
    var listeningEndpoint: SocketEndpoint? { scenario.listens ? endpoint : nil }

    /// Where its UDP socket is in its present scenario; nil when it has none.
    var datagramEndpoint: SocketEndpoint? { scenario.datagrams == .closed ? nil : plannedDatagramEndpoint }

    /// The time by which it dates what it says.
    var now: Instant { shelf.now() }

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
                        let scenario = self.scenario
                        let tls = try self.material(for: scenario.certificate).context
                        try connection.pipeline.syncOperations.addHandlers(
                            NIOSSLServerHandler(context: tls), GatewayConnection(to: self, in: scenario))
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
            guard let hello = try? DTLSClientHello(datagram: datagram[...]) else { return [] }
            book.note(.datagramHello)
            let chain = try? material(for: certificate).chain
            return chain.flatMap { try? DTLSGreeting.answers(to: hello, chain: $0.certificates) } ?? []
        }
    }

    /// The certificate of this kind, made when it is first asked for: TLS and DTLS show the same.
    private func material(for recipe: CertificateRecipe) throws -> Material {
        try materials.withLock { materials in
            if let known = materials[recipe] { return known }
            let chain = try shelf.chain(for: recipe, name: host)
            let material = Material(chain: chain, context: try tlsContext(chain, .modern))
            materials[recipe] = material
            return material
        }
    }
}
