import NIOCore
import NIOTLS

/// TLS on a channel, as its client: bytes of the wire on one side, what they carry on the other.
///
/// Added to an active channel it begins the handshake at once. It fires `TLSUserEvent.handshakeCompleted`, or
/// ``TLSHandshakeRefused`` when the handshake fails on either side.
final class TLSClientHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How long the peer may take to answer our close_notify; many just drop the connection.
    static let goodbyeLimit = TimeAmount.milliseconds(200)

    private enum State {
        case shaking, open, closing, closed
    }

    private let session: TLSSession
    private let present: (PresentedChain) -> Void
    private var state = State.shaking
    private var patience: Scheduled<Void>?

    /// - Parameters:
    ///   - session: A new one.
    ///   - present: Gets the certificates when the handshake has ended, well or not, if there were any.
    init(_ session: TLSSession, present: @escaping (PresentedChain) -> Void) {
        self.session = session
        self.present = present
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { shake(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        patience?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        shake(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard state != .closed else { return }
        session.receive(unwrapInboundIn(data))
        if state == .shaking { shake(context) }
        if state == .open || state == .closing { read(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        state = .closed
        patience?.cancel()
        context.fireChannelInactive()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard state == .open, session.write(unwrapOutboundIn(data)) else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        send(context, promise)
    }

    /// Says close_notify and waits for the peer's for a moment; a handshake under way is just cut.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, state == .open || state == .closing else {
            return context.close(mode: mode, promise: promise)
        }
        // Whoever asks, first or second, is told when the channel is gone.
        context.channel.closeFuture.cascade(to: promise)
        guard state == .open else { return }
        state = .closing
        session.sayGoodbye()
        send(context, nil)
        guard !session.hasHeardGoodbye else { return finish(context) }
        let bound = context.loopBound
        patience = context.eventLoop.assumeIsolated().scheduleTask(in: Self.goodbyeLimit) {
            self.finish(bound.value)
        }
    }

    private func shake(_ context: ChannelHandlerContext) {
        let progress = session.handshake()
        send(context, nil)
        switch progress {
        case .pending: return
        case .complete:
            state = .open
            presentChain()
            context.fireUserInboundEventTriggered(TLSUserEvent.handshakeCompleted(negotiatedProtocol: nil))
        case .failed:
            state = .closed
            presentChain()
            context.fireErrorCaught(TLSHandshakeRefused())
        }
    }

    private func presentChain() {
        if let chain = PresentedChain(session) { present(chain) }
    }

    private func read(_ context: ChannelHandlerContext) {
        while let bytes = session.read() {
            // What comes after our goodbye is of no interest to anybody.
            if state == .open { context.fireChannelRead(wrapInboundOut(bytes)) }
        }
        send(context, nil)
        guard session.hasHeardGoodbye else { return }
        switch state {
        case .open:
            session.sayGoodbye()
            send(context, nil)
            finish(context)
        case .closing: finish(context)
        case .shaking, .closed: return
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard state != .closed else { return }
        state = .closed
        patience?.cancel()
        context.close(promise: nil)
    }

    private func send(_ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        guard let bytes = session.takeOutput() else {
            promise?.succeed()
            return
        }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: promise)
    }
}

/// The handshake has failed, on our side or on the peer's; the wire tells which.
struct TLSHandshakeRefused: Error {}
