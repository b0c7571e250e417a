package import FleetModel
import NIOCore

/// Gets what goes over a probe's wire as it goes, on the thread of the probe; must not block.
package typealias WireObserver = @Sendable (WireEvent.Flow, WireEvent.Kind) -> Void

/// One observer for what two want to see; nil when neither is there.
func both(_ one: WireObserver?, _ other: WireObserver?) -> WireObserver? {
    guard let one, let other else { return one ?? other }
    return {
        one($0, $1)
        other($0, $1)
    }
}

/// The handler next to the socket of a connection that is recorded: sees the bytes as they are on the wire.
final class WireTap: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let observe: WireObserver
    private var flow: WireEvent.Flow?
    private var hasEnded = false

    init(_ observe: @escaping WireObserver) {
        self.observe = observe
    }

    func channelActive(context: ChannelHandlerContext) {
        if let local = context.localAddress.flatMap(SocketEndpoint.init),
            let peer = context.remoteAddress.flatMap(SocketEndpoint.init)
        {
            flow = WireEvent.Flow(transport: .tcp, local: local, peer: peer)
            tell(.opened)
        }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        tell(.received(Array(unwrapInboundIn(data).readableBytesView)))
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        tell(.sent(Array(unwrapOutboundIn(data).readableBytesView)))
        context.write(data, promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        end(.ended(by: .us))
        context.close(mode: mode, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if LayerFailure(socketError: error) == .reset { end(.reset) }
        context.fireErrorCaught(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(.ended(by: .server))
        context.fireChannelInactive()
    }

    private func end(_ kind: WireEvent.Kind) {
        guard !hasEnded else { return }
        hasEnded = true
        tell(kind)
    }

    private func tell(_ kind: WireEvent.Kind) {
        if let flow { observe(flow, kind) }
    }
}
