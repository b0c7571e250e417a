import FleetModel
import NIOCore
import NIOSSL
import RDPWire

/// One connection to a simulated server, which follows the scenario phase by phase.
///
/// It holds at most one Connection Request in memory and lives for at most half a minute, whatever the client does.
final class ServerConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What the next bytes of the client are.
    private enum Phase {
        /// The request, of which these bytes have come.
        case request([UInt8])
        /// The ClientHello.
        case clientHello
        /// Of no interest.
        case ignored
    }

    /// How long a connection may last.
    private static let lifetime = TimeAmount.seconds(30)
    /// The longest request that is read, in bytes; X.224 allows 259.
    private static let requestLimit = 512

    private let server: SimulatedServer
    private let scenario: Scenario
    private var phase = Phase.request([])
    private var end: Scheduled<Void>?
    private var pause: Scheduled<Void>?
    private var performance: DeedPerformance?

    init(to server: SimulatedServer) {
        self.server = server
        scenario = server.scenario
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        end = context.eventLoop.assumeIsolated().scheduleTask(in: Self.lifetime) {
            channel.close(promise: nil)
        }
        switch scenario.arrival {
        case .refusing:
            // Accepted in the moment in which the listener closed.
            perform(.resetting, context)
        case .awaitingRequest:
            break
        case .doing(let deed):
            perform(deed, context)
        case .startingTLS:
            startTLS(.modern, context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        pause?.cancel()
        performance?.cancel()
        // It holds the context, which holds this handler.
        performance = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch phase {
        case .request(let earlier):
            let bytes = earlier + unwrapInboundIn(data).readableBytesView
            phase = .request(bytes)
            read(bytes, context)
        case .clientHello:
            if case .answeringClientHello(let deed) = scenario.handshake { perform(deed, context) }
        case .ignored:
            break
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        performance?.continueFlood()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A failed handshake, or a client that has reset the connection.
        context.close(promise: nil)
    }

    /// Answers the request when it is whole, or when it can no longer become one.
    private func read(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        let length: Int
        do {
            guard let whole = try TPKTHeader.frameLength(of: bytes[...], limit: Self.requestLimit) else { return }
            length = whole
        } catch {
            return answerOtherBytes(context)
        }
        guard bytes.count >= length else { return }
        phase = .ignored
        switch scenario.answer {
        case .doing(let deed):
            perform(deed, context)
        case .negotiating(let settings, let delay, let excess):
            guard let request = try? ConnectionRequest(decoding: bytes[..<length]) else {
                // MS-RDPBCGR 3.3.5.3.1: the server drops the connection.
                return perform(.closing, context)
            }
            let confirm = ConnectionConfirm(negotiation: settings.negotiation(answering: request.negotiation))
            guard delay > .zero else { return send(confirm, excess, context) }
            pause = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(delay.milliseconds)) {
                self.send(confirm, excess, context)
            }
        }
    }

    /// A server of another protocol answers anything; one of this protocol drops the connection.
    private func answerOtherBytes(_ context: ChannelHandlerContext) {
        switch scenario.answer {
        case .doing(let deed): perform(deed, context)
        case .negotiating: perform(.closing, context)
        }
    }

    private func send(_ confirm: ConnectionConfirm, _ excess: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: confirm.encoded + excess)), promise: nil)
        guard confirm.selectsTLS else { return }
        switch scenario.handshake {
        case .completing(let versions): startTLS(versions, context)
        case .answeringClientHello: phase = .clientHello
        }
    }

    /// Puts TLS before this handler, which from then on ignores what it gets.
    private func startTLS(_ versions: TLSVersions, _ context: ChannelHandlerContext) {
        phase = .ignored
        do {
            let tls = NIOSSLServerHandler(context: try server.tlsContext(scenario, versions))
            try context.pipeline.syncOperations.addHandler(tls, position: .first)
        } catch {
            context.close(promise: nil)
        }
    }

    private func perform(_ deed: Deed, _ context: ChannelHandlerContext) {
        phase = .ignored
        let performance = DeedPerformance(context)
        self.performance = performance
        performance.begin(deed)
    }
}

extension ConnectionConfirm {
    /// Whether TLS follows on the same connection.
    fileprivate var selectsTLS: Bool {
        switch negotiation {
        case .response(let response): response.selectedProtocol != .standardRDP
        case .absent, .failure: false
        }
    }
}
