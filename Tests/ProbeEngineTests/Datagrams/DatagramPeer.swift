import FleetModel
import NIOCore
import NIOPosix
import TestSupport

/// A peer on loopback that answers datagrams as it is told, and shows what it received.
struct DatagramPeer {
    /// What came, and from which port.
    struct Arrival: Sendable {
        var bytes: [UInt8]
        var port: UInt16
    }

    /// What to send back to a datagram, by how many came before it.
    typealias Answer = @Sendable (_ datagram: [UInt8], _ before: Int) -> [[UInt8]]

    /// Where it is.
    let endpoint: SocketEndpoint
    /// What it received, in order.
    let arrivals: AsyncStream<Arrival>

    /// Runs a peer for the time of `body`.
    ///
    /// - Parameters:
    ///   - address: where it is, on a free port.
    ///   - answersFromElsewhere: whether its answers come from another port.
    ///   - answer: what it answers.
    ///   - body: what to do meanwhile.
    /// - Returns: what `body` returned.
    /// - Throws: what `body` throws, or the error of a socket.
    static func run<Value: Sendable>(
        on address: IPAddress = .ipv4Loopback, answersFromElsewhere: Bool = false, answer: @escaping Answer,
        body: (DatagramPeer) async throws -> Value
    ) async throws -> Value {
        let (arrivals, sink) = AsyncStream.makeStream(of: Arrival.self)
        let anyPort = try SocketEndpoint(address: address, port: 0).socketAddress()
        // One loop for both ends, so that an answer is on its way before the arrival is told.
        let group = MultiThreadedEventLoopGroup.singleton.next()
        let other = answersFromElsewhere ? try await DatagramBootstrap(group: group).bind(to: anyPort).get() : nil
        let channel = try await DatagramBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(PeerHandler(answer, from: other, sink: sink))
                }
            }
            .bind(to: anyPort).get()
        let port = UInt16(channel.localAddress?.port ?? 0)
        let peer = DatagramPeer(endpoint: SocketEndpoint(address: address, port: port), arrivals: arrivals)
        do {
            let value = try await body(peer)
            try await channel.close()
            try await other?.close()
            return value
        } catch {
            try await channel.close()
            throw error
        }
    }
}

/// A clock by which every wait ends as soon as the peer has received one datagram more, and answered it.
struct ArrivalClock: Clock {
    let arrivals: AsyncStream<DatagramPeer.Arrival>

    var now: ManualClock.Instant { ManualClock.Instant(elapsed: .zero) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: ManualClock.Instant, tolerance: Duration?) async throws {
        _ = await arrivals.first { _ in true }
        try Task.checkCancellation()
    }
}

extension SocketEndpoint {
    fileprivate func socketAddress() throws -> SocketAddress {
        try SocketAddress(ipAddress: address.description, port: Int(port))
    }
}

private final class PeerHandler: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private let answer: DatagramPeer.Answer
    private let other: (any Channel)?
    private let sink: AsyncStream<DatagramPeer.Arrival>.Continuation
    private var count = 0

    init(
        _ answer: @escaping DatagramPeer.Answer, from other: (any Channel)?,
        sink: AsyncStream<DatagramPeer.Arrival>.Continuation
    ) {
        self.answer = answer
        self.other = other
        self.sink = sink
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let envelope = unwrapInboundIn(data)
        let bytes = Array(envelope.data.readableBytesView)
        for datagram in answer(bytes, count) {
            let reply = AddressedEnvelope(
                remoteAddress: envelope.remoteAddress, data: ByteBuffer(bytes: datagram))
            if let other {
                other.writeAndFlush(reply, promise: nil)
            } else {
                context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
            }
        }
        count += 1
        sink.yield(DatagramPeer.Arrival(bytes: bytes, port: UInt16(envelope.remoteAddress.port ?? 0)))
    }
}
