import FleetModel
import NIOCore
import RDPWire

/// Sits between the socket and TLS, and keeps what a TLS library hides: the server's choices, its alerts, what it sent
/// instead of TLS, and who ended the connection first.
final class FlightTap: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What the server answered to the ClientHello.
    private(set) var flight = ServerFlight()
    /// Alerts in the clear, also late ones.
    private(set) var alerts = AlertWatch()
    /// How the server, or the network, ended the connection; nil when it has not or when we did.
    private(set) var ending: LayerFailure?

    /// The most bytes taken from one server from the ClientHello on, in bytes.
    ///
    /// A flight with the longest chain that anybody sends is a quarter of that; more is an attack or no TLS server.
    static let limit = 65_536

    private let trace: ProbeTrace
    private var received = 0
    private var context: ChannelHandlerContext?
    private var isListening = true
    private var haveClosed = false

    init(_ trace: ProbeTrace) {
        self.trace = trace
    }

    /// The handshake is over: no more bytes are looked at, counted or told; layers tell what they say through TLS.
    func stop() {
        isListening = false
        flight.end()
    }

    /// Closes the socket beneath TLS, which has had its chance to say goodbye.
    func drop() {
        context?.close(promise: nil)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        received += buffer.readableBytes
        guard received <= Self.limit else {
            noteEnding(.malformed)
            context.fireErrorCaught(TooManyBytes())
            return context.close(promise: nil)
        }
        if isListening {
            trace.tell(.received(buffer.readableBytesView))
            let bytes = Array(buffer.readableBytesView)[...]
            flight.receive(bytes)
            alerts.receive(bytes)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isListening { trace.tell(.sent(unwrapOutboundIn(data).readableBytesView)) }
        context.write(data, promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        haveClosed = true
        context.close(mode: mode, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        noteEnding(LayerFailure(socketError: error) ?? .reset)
        context.fireErrorCaught(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        noteEnding(.closed)
        context.fireChannelInactive()
    }

    private func noteEnding(_ failure: LayerFailure) {
        if ending == nil, !haveClosed { ending = failure }
    }
}

/// The server sent more than a probe takes.
struct TooManyBytes: Error {}
