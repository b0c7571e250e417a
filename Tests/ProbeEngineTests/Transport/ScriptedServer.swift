import FleetModel
import Glibc
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// A server on loopback that does to each connection what its script says, and tells what it saw.
struct ScriptedServer {
    /// One step of a script; after the last one the server keeps the connection and says no more.
    enum Step: Sendable {
        /// Waits for bytes from the client: the Connection Request, or the ClientHello.
        case awaitBytes
        case send([UInt8])
        /// Sends one byte after the other, with a pause before each.
        case drip([UInt8], pause: TimeAmount)
        /// Sends these bytes again and again, as fast as the client takes them.
        case flood([UInt8])
        /// Does TLS; the next step follows the handshake.
        case startTLS(NIOSSLContext)
        case close
        /// Closes with a reset, without a goodbye of TLS.
        case reset
    }

    /// What the server saw.
    enum Event: Sendable, Equatable {
        case received([UInt8])
        case handshakeCompleted
        /// The application protocol that ALPN chose, after the handshake; only if one was.
        case negotiated(String)
        /// The client's close_notify.
        case closeNotify
        /// The end of the stream came without a close_notify, or as an error.
        case brokenOff
        case ended
    }

    /// Where it listens.
    let endpoint: SocketEndpoint
    /// What it saw, in order.
    let events: AsyncStream<Event>

    /// Runs a server for the time of `body`.
    static func run<Value: Sendable>(
        _ script: [Step], body: (ScriptedServer) async throws -> Value
    ) async throws -> Value {
        let (events, sink) = AsyncStream.makeStream(of: Event.self)
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(script, sink: sink))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let endpoint = try SocketEndpoint.loopback(port: listener.localAddress?.port)
        do {
            let value = try await body(ScriptedServer(endpoint: endpoint, events: events))
            try await listener.close()
            return value
        } catch {
            try await listener.close()
            throw error
        }
    }

    /// The server as a fleet has it.
    func target(named name: String = "ts01.example", timeout: Span = .seconds(20)) -> Server {
        Server(name: name, port: endpoint.port, address: endpoint.address, policy: ProbePolicy(timeout: timeout))
    }

    /// Everything that the server saw until its first connection ended.
    func eventsOfOneConnection() async -> [Event] {
        var seen: [Event] = []
        for await event in events {
            seen.append(event)
            if event == .ended { break }
        }
        return seen
    }

    /// Returns once the server has received something for the `count`th time.
    func received(times count: Int) async {
        var left = count
        for await event in events {
            guard case .received = event else { continue }
            left -= 1
            if left == 0 { return }
        }
    }
}

extension SocketEndpoint {
    /// 127.0.0.1 and a port that something listens on.
    static func loopback(port: Int?) throws -> SocketEndpoint {
        struct NoPort: Error {}
        guard let port = port.flatMap(UInt16.init(exactly:)), let address = IPAddress("127.0.0.1") else {
            throw NoPort()
        }
        return SocketEndpoint(address: address, port: port)
    }
}

private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var steps: ArraySlice<ScriptedServer.Step>
    private let sink: AsyncStream<ScriptedServer.Event>.Continuation
    private var isWaitingForBytes = false
    private var isWaitingForTLS = false
    private var flood: ByteBuffer?

    init(_ script: [ScriptedServer.Step], sink: AsyncStream<ScriptedServer.Event>.Continuation) {
        steps = script[...]
        self.sink = sink
    }

    func channelActive(context: ChannelHandlerContext) {
        advance(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        sink.yield(.received(Array(unwrapInboundIn(data).readableBytesView)))
        guard isWaitingForBytes else { return }
        isWaitingForBytes = false
        advance(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted(let applicationProtocol):
            sink.yield(.handshakeCompleted)
            if let applicationProtocol { sink.yield(.negotiated(applicationProtocol)) }
            isWaitingForTLS = false
            advance(context)
        case TLSUserEvent.shutdownCompleted:
            sink.yield(.closeNotify)
        default:
            break
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        pour(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        sink.yield(.brokenOff)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        sink.yield(.ended)
    }

    private func advance(_ context: ChannelHandlerContext) {
        while !isWaitingForBytes, !isWaitingForTLS, let step = steps.popFirst() {
            switch step {
            case .awaitBytes:
                isWaitingForBytes = true
            case .send(let bytes):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            case .drip(let bytes, let pause):
                drip(bytes[...], pause, context)
            case .flood(let bytes):
                flood = ByteBuffer(bytes: bytes)
                pour(context)
            case .startTLS(let tls):
                isWaitingForTLS = true
                try? context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .first)
            case .close:
                context.close(promise: nil)
            case .reset:
                let abortive = linger(l_onoff: 1, l_linger: 0)
                _ = (context.channel as? any SocketOptionProvider)?.setSoLinger(abortive)
                let tls = try? context.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
                (tls ?? context).close(promise: nil)
            }
        }
    }

    private func drip(_ bytes: ArraySlice<UInt8>, _ pause: TimeAmount, _ context: ChannelHandlerContext) {
        guard let first = bytes.first else { return }
        context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
            guard context.channel.isActive else { return }
            context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(bytes: [first])), promise: nil)
            self.drip(bytes.dropFirst(), pause, context)
        }
    }

    private func pour(_ context: ChannelHandlerContext) {
        guard let flood else { return }
        while context.channel.isActive, context.channel.isWritable {
            context.writeAndFlush(wrapOutboundOut(flood), promise: nil)
        }
    }
}
