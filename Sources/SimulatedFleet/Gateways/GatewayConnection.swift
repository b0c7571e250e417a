import FleetModel
import NIOCore
import RDPWire

/// One connection to a simulated gateway, inside TLS: requests are answered one after the other.
///
/// It holds at most one head of a request in memory and lives for at most half a minute, whatever the client does.
final class GatewayConnection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How long a connection may last.
    private static let lifetime = TimeAmount.seconds(30)

    private let gateway: SimulatedGateway
    private let scenario: GatewayScenario
    /// What has come and is not answered yet; nil when nothing is read any more.
    private var received: [UInt8]? = []
    private var isThinking = false
    private var end: Scheduled<Void>?
    private var pause: Scheduled<Void>?
    private var performance: DeedPerformance?

    init(to gateway: SimulatedGateway, in scenario: GatewayScenario) {
        self.gateway = gateway
        self.scenario = scenario
    }

    func channelActive(context: ChannelHandlerContext) {
        gateway.book.noteConnection()
        let channel = context.channel
        end = context.eventLoop.assumeIsolated().scheduleTask(in: Self.lifetime) {
            channel.close(promise: nil)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        pause?.cancel()
        performance?.cancel()
        // It holds the context, which holds this handler.
        performance = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let earlier = received else { return }
        received = earlier + unwrapInboundIn(data).readableBytesView
        answerNext(context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        performance?.continueFlood()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Answers the next request if its head is whole.
    private func answerNext(_ context: ChannelHandlerContext) {
        guard !isThinking, let bytes = received else { return }
        switch RequestHead.read(bytes) {
        case .incomplete:
            break
        case .somethingElse:
            received = nil
            context.close(promise: nil)
        case .whole(let head, let length):
            // No request of ours has a body.
            received = Array(bytes[length...])
            note(head)
            let answer = scenario.answer(to: head)
            guard scenario.delay > .zero else { return give(answer, context) }
            isThinking = true
            pause = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(scenario.delay.milliseconds)) {
                self.isThinking = false
                self.give(answer, context)
            }
        }
    }

    private func note(_ head: RequestHead) {
        gateway.book.note(
            .http(method: head.method, target: head.target, asksForUpgrade: head.asksForUpgrade))
        if head.authenticates { gateway.book.noteFault("\(head.method) with an Authorization header") }
    }

    private func give(_ answer: GatewayAnswer, _ context: ChannelHandlerContext) {
        switch answer {
        case .replying(let reply):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: reply.encoded(at: gateway.now))), promise: nil)
            answerNext(context)
        case .doing(let deed):
            received = nil
            let performance = DeedPerformance(context)
            self.performance = performance
            performance.begin(deed)
        }
    }
}
