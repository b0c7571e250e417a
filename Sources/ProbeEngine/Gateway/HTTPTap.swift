import NIOCore

/// Sits between TLS and HTTP: counts an answer's bytes, and tells what goes over the wire.
final class HTTPTap: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Bytes since the last request.
    private(set) var byteCount = 0

    private let trace: ProbeTrace

    init(_ trace: ProbeTrace) {
        self.trace = trace
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data).readableBytesView
        byteCount += bytes.count
        trace.tell(.received(bytes))
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        byteCount = 0
        trace.tell(.sent(unwrapOutboundIn(data).readableBytesView))
        context.write(data, promise: promise)
    }
}
