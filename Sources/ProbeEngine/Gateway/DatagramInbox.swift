import FleetModel
import NIOCore

/// Keeps the datagrams of one peer, within a bound, and wakes the one who waits.
///
/// Lives on the channel's event loop.
final class DatagramInbox: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>

    /// The most datagrams kept; more are dropped, as a network may do.
    static let limit = 64
    /// The longest datagram, in bytes.
    static let datagramSize = 65_536

    /// Why no more will come; the first reason counts.
    private(set) var ending: LayerFailure?

    private var datagrams: [[UInt8]] = []
    private var waiter: CheckedContinuation<Void, Never>?

    /// Waits for the next datagram; nil when no more will come.
    func next() async -> [UInt8]? {
        while datagrams.isEmpty, ending == nil {
            await withCheckedContinuation { waiter = $0 }
        }
        return datagrams.isEmpty ? nil : datagrams.removeFirst()
    }

    /// Notes the reason why no more will come, unless there is one.
    func end(_ reason: LayerFailure) {
        if ending == nil { ending = reason }
        wake()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard ending == nil, datagrams.count < Self.limit else { return }
        datagrams.append(Array(unwrapInboundIn(data).data.readableBytesView))
        wake()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // An ICMP message in answer to a datagram comes as an error of the socket.
        end(LayerFailure(socketError: error) ?? .ourFault(.other))
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(.ourFault(.cancelled))
    }

    private func wake() {
        waiter?.resume()
        waiter = nil
    }
}
