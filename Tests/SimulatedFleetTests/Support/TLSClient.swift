import FleetModel
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

@testable import SimulatedFleet

/// One conversation inside TLS with whatever certificate the server has.
struct TLSConversation {
    /// What came from inside.
    let bytes: [UInt8]
    let ending: LoopbackClient.Ending

    /// What came, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Holds it: each message is sent when the first byte of the answer to the one before has come.
    /// The request, if there is one, goes before TLS in the clear, and its answer of 19 bytes is dropped. So many bytes
    /// are waited for, at most for so many milliseconds.
    static func hold(
        with endpoint: SocketEndpoint, after request: [UInt8] = [], _ messages: [[UInt8]], expecting count: Int,
        patience: Int64 = 5000
    ) async throws -> TLSConversation {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .none
        configuration.minimumTLSVersion = .tlsv1
        let context = try NIOSSLContext(configuration: configuration)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let result = loop.makePromise(of: TLSConversation.self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        TLSTalker(context, request, messages, count, patience: .milliseconds(patience), result))
                }
            }
            .connect(host: endpoint.address.description, port: Int(endpoint.port)).get()
        let conversation = try await result.futureResult.get()
        channel.close(promise: nil)
        return conversation
    }
}

private final class TLSTalker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private static let confirmSize = 19

    private let tls: NIOSSLContext
    private let request: [UInt8]
    private var messages: ArraySlice<[UInt8]>
    private let count: Int
    private let patience: TimeAmount
    private var result: EventLoopPromise<TLSConversation>?
    private var bytes: [UInt8] = []
    private var clearLeft: Int
    private var isWaiting = false
    private var sawReset = false

    init(
        _ tls: NIOSSLContext, _ request: [UInt8], _ messages: [[UInt8]], _ count: Int, patience: TimeAmount,
        _ result: EventLoopPromise<TLSConversation>
    ) {
        self.tls = tls
        self.request = request
        self.messages = messages[...]
        self.count = count
        self.patience = patience
        self.result = result
        clearLeft = request.isEmpty ? 0 : Self.confirmSize
    }

    func channelActive(context: ChannelHandlerContext) {
        context.eventLoop.assumeIsolated().scheduleTask(in: patience) { self.tell(.open) }
        if request.isEmpty {
            startTLS(context)
        } else {
            context.writeAndFlush(NIOAny(ByteBuffer(bytes: request)), promise: nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let got = unwrapInboundIn(data).readableBytesView
        if clearLeft > 0 {
            clearLeft -= got.count
            if clearLeft <= 0 { startTLS(context) }
            return
        }
        bytes += got
        if isWaiting { sayNext(context) }
        if bytes.count >= count, messages.isEmpty { tell(.open) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { sayNext(context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? IOError, error.errnoCode == 104 { sawReset = true }
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        tell(sawReset ? .reset : .closed)
    }

    private func startTLS(_ context: ChannelHandlerContext) {
        do {
            let handler = try NIOSSLClientHandler(context: tls, serverHostname: nil)
            try context.pipeline.syncOperations.addHandler(handler, position: .first)
        } catch {
            context.close(promise: nil)
        }
    }

    private func sayNext(_ context: ChannelHandlerContext) {
        isWaiting = !messages.isEmpty
        guard let message = messages.popFirst() else { return }
        context.writeAndFlush(NIOAny(ByteBuffer(bytes: message)), promise: nil)
    }

    private func tell(_ ending: LoopbackClient.Ending) {
        result?.succeed(TLSConversation(bytes: bytes, ending: ending))
        result = nil
    }
}
