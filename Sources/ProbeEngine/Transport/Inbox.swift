import FleetModel
import NIOCore
import NIOTLS

/// The last handler of a probe's channel: keeps what the peer sent, within a bound, and wakes the layer that waits.
///
/// Lives on the channel's event loop, and so does the one task that waits.
final class Inbox: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// The most bytes kept, in bytes; the socket is not read further until they are taken.
    ///
    /// Twice the longest TPKT packet that a classifier waits for.
    static let limit = 32_768

    /// What came and has not been taken.
    private(set) var bytes: [UInt8] = []
    /// Why no more will come; the first reason counts.
    private(set) var ending: LayerFailure?
    /// Whether TLS is up.
    private(set) var isHandshakeComplete = false

    private var waiter: CheckedContinuation<Void, Never>?
    private var isPaused = false

    /// Waits until bytes have come, TLS is up, or the connection has ended.
    func change() async {
        guard ending == nil else { return }
        await withCheckedContinuation { waiter = $0 }
    }

    /// Removes the first bytes, and reads on if that had been stopped.
    func take(_ count: Int, from channel: any Channel) {
        bytes.removeFirst(min(count, bytes.count))
        if isPaused, bytes.count < Self.limit { pause(false, channel) }
    }

    /// Notes the reason why the connection ends, unless there is one, and wakes whoever waits.
    func end(_ reason: LayerFailure) {
        if ending == nil { ending = reason }
        wake()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard ending == nil else { return }
        bytes.append(contentsOf: unwrapInboundIn(data).readableBytesView.prefix(Self.limit - bytes.count))
        if bytes.count == Self.limit { pause(true, context.channel) }
        wake()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event {
            isHandshakeComplete = true
            wake()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Every error of the socket has its meaning; what is none is of TLS, the only other handler that fails.
        end(LayerFailure(socketError: error) ?? .handshakeFailed)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(.closed)
    }

    private func wake() {
        waiter?.resume()
        waiter = nil
    }

    private func pause(_ pauses: Bool, _ channel: any Channel) {
        guard pauses != isPaused else { return }
        isPaused = pauses
        // Fails only on a channel that has been closed, which reads no more anyway.
        try? channel.syncOptions?.setOption(.autoRead, value: !pauses)
    }
}
