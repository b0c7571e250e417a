import FleetModel
import NIOCore
import NIOPosix

/// A UDP socket that answers datagrams one by one and remembers nothing.
enum DatagramListener {
    /// The datagrams with which it answers one; none for silence.
    typealias Answers = @Sendable ([UInt8]) -> [[UInt8]]

    /// Opens it at an endpoint, whose port may be 0 for any free one; the channel's closing ends it.
    static func open(
        at endpoint: SocketEndpoint, on group: MultiThreadedEventLoopGroup, answers: @escaping Answers
    ) async throws(SimulatedFleetError) -> any Channel {
        do {
            return try await DatagramBootstrap(group: group)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(DatagramResponder(answers))
                    }
                }
                .bind(host: endpoint.address.description, port: Int(endpoint.port))
                .get()
        } catch {
            throw .cannotListen(endpoint, "\(error)")
        }
    }
}

private final class DatagramResponder: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private let answers: DatagramListener.Answers

    init(_ answers: @escaping DatagramListener.Answers) {
        self.answers = answers
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let question = unwrapInboundIn(data)
        for answer in answers(Array(question.data.readableBytesView)) {
            let envelope = AddressedEnvelope(remoteAddress: question.remoteAddress, data: ByteBuffer(bytes: answer))
            context.write(wrapOutboundOut(envelope), promise: nil)
        }
        context.flush()
    }
}
