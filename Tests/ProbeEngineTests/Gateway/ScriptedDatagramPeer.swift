import FleetModel
import NIOCore
import NIOPosix
import Synchronization

/// A UDP peer on loopback that answers each datagram as a table says, and keeps what came.
final class ScriptedDatagramPeer: Sendable {
    /// Where it listens.
    let port: UInt16
    private let log: Mutex<[[UInt8]]>

    /// Every datagram that came, in order.
    var received: [[UInt8]] { log.withLock { $0 } }

    private init(port: UInt16) {
        self.port = port
        log = Mutex([])
    }

    /// Runs a peer for the time of `body`, which answers a datagram by how many have come, the first with 1.
    static func run<Value: Sendable>(
        answering answers: @escaping @Sendable (_ count: Int, _ datagram: [UInt8]) -> [[UInt8]],
        body: (ScriptedDatagramPeer) async throws -> Value
    ) async throws -> Value {
        let channel = try await DatagramBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0).get()
        let peer = ScriptedDatagramPeer(port: try SocketEndpoint.loopback(port: channel.localAddress?.port).port)
        try await channel.pipeline.addHandler(
            DatagramAnswers(answers) { bytes in
                peer.log.withLock {
                    $0.append(bytes)
                    return $0.count
                }
            }
        ).get()
        do {
            let value = try await body(peer)
            try await channel.close()
            return value
        } catch {
            try await channel.close()
            throw error
        }
    }
}

private final class DatagramAnswers: ChannelInboundHandler, Sendable {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private let answers: @Sendable (Int, [UInt8]) -> [[UInt8]]
    private let note: @Sendable ([UInt8]) -> Int

    init(
        _ answers: @escaping @Sendable (Int, [UInt8]) -> [[UInt8]], note: @escaping @Sendable ([UInt8]) -> Int
    ) {
        self.answers = answers
        self.note = note
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let envelope = unwrapInboundIn(data)
        let bytes = Array(envelope.data.readableBytesView)
        for answer in answers(note(bytes), bytes) {
            let reply = AddressedEnvelope(remoteAddress: envelope.remoteAddress, data: ByteBuffer(bytes: answer))
            context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
        }
    }
}
