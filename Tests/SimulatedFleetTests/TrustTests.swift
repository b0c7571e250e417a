import FleetModel
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Testing

@testable import SimulatedFleet

@Suite struct TrustTests {
    @Test(
        "a client that trusts the demo's root and checks names accepts these and refuses those",
        arguments: [
            ("healthy", true), ("healthy-wildcard", true), ("certificate-6-days", true), ("certificate-20-days", true),
            ("healthy-self-signed", false), ("certificate-expired", false), ("certificate-not-yet-valid", false),
            ("certificate-name-mismatch", false), ("untrusted-issuer", false), ("missing-intermediate", false),
            ("wrong-usage", false),
        ] as [(Scenario.ID, Bool)])
    func trust(_ id: Scenario.ID, _ isAccepted: Bool) async throws {
        let certificate = try #require(ScenarioTable.scenario(id)).certificate
        let scenario = Scenario(
            "tls", "TLS with the certificate of \(id)", arrival: .startingTLS, certificate: certificate)
        let authority = try Authority(now: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
        try await SimulatedFleet.withScenario(scenario, authority: authority) { endpoint, server in
            var configuration = TLSConfiguration.makeClientConfiguration()
            let root = try NIOSSLCertificate(bytes: Array(authority.rootPEM.utf8), format: .pem)
            configuration.trustRoots = .certificates([root])
            let context = try NIOSSLContext(configuration: configuration)
            let accepted = try await handshake(with: endpoint, context, server.name)
            #expect(accepted == isAccepted)
        }
    }

    /// Whether a handshake with full verification succeeds.
    private func handshake(
        with endpoint: SocketEndpoint, _ context: NIOSSLContext, _ name: String
    ) async throws -> Bool {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let outcome = loop.makePromise(of: Bool.self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        NIOSSLClientHandler(context: context, serverHostname: name), HandshakeWatch(outcome))
                }
            }
            .connect(host: endpoint.address.description, port: Int(endpoint.port)).get()
        let accepted = try await outcome.futureResult.get()
        try? await channel.close()
        return accepted
    }
}

/// Tells how a handshake ended.
private final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var outcome: EventLoopPromise<Bool>?

    init(_ outcome: EventLoopPromise<Bool>) {
        self.outcome = outcome
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { tell(true) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        tell(false)
    }

    func channelInactive(context: ChannelHandlerContext) {
        tell(false)
    }

    private func tell(_ accepted: Bool) {
        outcome?.succeed(accepted)
        outcome = nil
    }
}
