import FleetModel
import NIOCore
import NIOSSL
import RDPWire

/// One connection to a simulated server, which follows the scenario phase by phase.
///
/// It holds at most one message in memory and lives for at most half a minute, whatever the client does.
final class ServerConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What the next bytes of the client are.
    private enum Phase {
        /// The request, of which these bytes have come.
        case request([UInt8])
        /// The ClientHello, of which these bytes have come.
        case clientHello([UInt8])
        /// What is inside TLS.
        case session(SessionConversation)
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
    private var selectsCredSSP = false
    private var end: Scheduled<Void>?
    private var pause: Scheduled<Void>?
    private var performance: DeedPerformance?

    init(to server: SimulatedServer) {
        self.server = server
        scenario = server.scenario
    }

    func channelActive(context: ChannelHandlerContext) {
        server.book.noteConnection()
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
        let bytes = unwrapInboundIn(data).readableBytesView
        switch phase {
        case .request(let earlier):
            phase = .request(earlier + bytes)
            read(earlier + bytes, context)
        case .clientHello(let earlier):
            phase = .clientHello(earlier + bytes)
            answer(clientHello: earlier + bytes, context)
        case .session(var conversation):
            let step = conversation.step(after: Array(bytes), book: server.book)
            phase = .session(conversation)
            take(step, context)
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

    private func perform(_ deed: Deed, _ context: ChannelHandlerContext) {
        phase = .ignored
        begin(deed, context)
    }

    private func begin(_ deed: Deed, _ context: ChannelHandlerContext) {
        let performance = DeedPerformance(context)
        self.performance = performance
        performance.begin(deed)
    }
}

// MARK: The request

extension ServerConnection {
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
        let request = try? ConnectionRequest(decoding: bytes[..<length])
        if let request { server.book.note(.connection(request)) }
        switch scenario.answer {
        case .doing(let deed):
            perform(deed, context)
        case .negotiating(let settings, let delay, let excess):
            negotiate(request, settings, delay, excess, context)
        case .negotiatingWithoutCookies(let settings):
            guard request?.routing == RoutingInformation.none else { return perform(.closing, context) }
            negotiate(request, settings, .zero, [], context)
        }
    }

    private func negotiate(
        _ request: ConnectionRequest?, _ settings: SecuritySettings, _ delay: Span, _ excess: [UInt8],
        _ context: ChannelHandlerContext
    ) {
        // MS-RDPBCGR 3.3.5.3.1: the server drops the connection.
        guard let request else { return perform(.closing, context) }
        let confirm = ConnectionConfirm(negotiation: settings.negotiation(answering: request.negotiation))
        guard delay > .zero else { return send(confirm, excess, context) }
        pause = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(delay.milliseconds)) {
            self.send(confirm, excess, context)
        }
    }

    /// A server of another protocol answers anything; one of this protocol drops the connection.
    private func answerOtherBytes(_ context: ChannelHandlerContext) {
        switch scenario.answer {
        case .doing(let deed): perform(deed, context)
        case .negotiating, .negotiatingWithoutCookies: perform(.closing, context)
        }
    }

    private func send(_ confirm: ConnectionConfirm, _ excess: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: confirm.encoded + excess)), promise: nil)
        guard let selected = confirm.selectedProtocol, selected != .standardRDP else { return }
        selectsCredSSP = !selected.isDisjoint(with: [.hybrid, .hybridEx])
        switch scenario.handshake {
        case .completing(let versions): startTLS(versions, context)
        case .completingWithout, .choosing, .answeringClientHello: phase = .clientHello([])
        }
    }
}

// MARK: TLS

extension ServerConnection {
    private func answer(clientHello bytes: [UInt8], _ context: ChannelHandlerContext) {
        switch scenario.handshake {
        case .completing:
            // Nothing is read before TLS is there.
            break
        case .answeringClientHello(let deed):
            perform(deed, context)
        case .completingWithout(let part, let deed):
            guard let hello = whole(bytes, context) else { return }
            guard !part.isIn(hello) else { return perform(deed, context) }
            startTLS(.modern, context)
            context.pipeline.syncOperations.fireChannelRead(NIOAny(ByteBuffer(bytes: bytes)))
        case .choosing(let antique, let deed):
            guard let hello = whole(bytes, context) else { return }
            perform(antique.serverHello(answering: hello).map { .sending($0) } ?? deed, context)
        }
    }

    /// The ClientHello; nil when it has not come yet, or when the bytes were none and the connection was closed for it.
    private func whole(_ bytes: [UInt8], _ context: ChannelHandlerContext) -> ClientHelloOffer? {
        switch ClientHelloOffer.read(bytes) {
        case .incomplete:
            return nil
        case .somethingElse:
            perform(.closing, context)
            return nil
        case .whole(let hello):
            return hello
        }
    }

    /// Puts TLS before this handler, which from then on sees what is inside.
    private func startTLS(_ versions: TLSVersions, _ context: ChannelHandlerContext) {
        phase = .session(SessionConversation(scenario.session, usesCredSSP: selectsCredSSP, with: server))
        do {
            let tls = NIOSSLServerHandler(context: try server.tlsContext(scenario, versions))
            try context.pipeline.syncOperations.addHandler(tls, position: .first)
        } catch {
            context.close(promise: nil)
        }
    }

    private func take(_ step: SessionConversation.Step?, _ context: ChannelHandlerContext) {
        switch step {
        case nil:
            break
        case .sending(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        case .doing(let deed):
            begin(deed, context)
        }
    }
}

extension ConnectionConfirm {
    /// What the server has selected; nil when it has refused, or says nothing of protocols.
    fileprivate var selectedProtocol: RDPWire.SecurityProtocols? {
        switch negotiation {
        case .response(let response): response.selectedProtocol
        case .absent, .failure: nil
        }
    }
}
