import FleetModel
import Glibc
import NIOCore
import NIOSSL

/// A deed in progress on one connection.
final class DeedPerformance {
    /// About how many bytes of a flood are written at a time.
    private static let chunkSize = 64 * 1024
    /// How many chunks are written before other connections get their turn.
    private static let chunksPerTurn = 16

    private let context: ChannelHandlerContext
    private var step: Scheduled<Void>?
    private var chunk = ByteBuffer()
    private var floodLeft = 0
    private var isPouring = false

    init(_ context: ChannelHandlerContext) {
        self.context = context
    }

    /// Does it, or begins to.
    func begin(_ deed: Deed) {
        switch deed {
        case .stayingSilent:
            break
        case .closing:
            context.close(mode: .output, promise: nil)
        case .resetting:
            reset()
        case .sending(let bytes):
            send(ByteBuffer(bytes: bytes))
        case .sendingThenClosing(let bytes):
            send(ByteBuffer(bytes: bytes))
            context.close(mode: .output, promise: nil)
        case .flooding(let head, let unit, let byteCount):
            send(ByteBuffer(bytes: head))
            let repetitions = max(1, Self.chunkSize / max(1, unit.count))
            chunk = ByteBuffer(bytes: repeatElement(unit, count: repetitions).joined())
            floodLeft = byteCount - head.count
            continueFlood()
        case .dripping(let bytes, let interval):
            drip(bytes[...], every: .milliseconds(interval.milliseconds))
        }
    }

    /// Stops what goes on.
    func cancel() {
        step?.cancel()
        floodLeft = 0
    }

    /// Writes more of a flood while the client takes it.
    func continueFlood() {
        // Writing can itself report that the channel is writable again.
        guard floodLeft > 0, !isPouring else { return }
        isPouring = true
        defer { isPouring = false }
        for _ in 0..<Self.chunksPerTurn {
            guard floodLeft > 0, chunk.readableBytes > 0, context.channel.isWritable else { return }
            let part = chunk.getSlice(at: 0, length: min(floodLeft, chunk.readableBytes)) ?? chunk
            floodLeft -= part.readableBytes
            send(part)
        }
        step = context.eventLoop.assumeIsolated().scheduleTask(in: .zero) { self.continueFlood() }
    }

    private func drip(_ bytes: ArraySlice<UInt8>, every interval: TimeAmount) {
        guard let byte = bytes.first else { return }
        send(ByteBuffer(bytes: [byte]))
        step = context.eventLoop.assumeIsolated().scheduleTask(in: interval) {
            self.drip(bytes.dropFirst(), every: interval)
        }
    }

    /// A close with SO_LINGER at zero seconds is a reset (socket(7)).
    private func reset() {
        // Inside TLS it must pass that by, which would say close_notify first and wait for the other's.
        let tls = try? context.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
        let outermost = NIOLoopBound(tls ?? context, eventLoop: context.eventLoop)
        guard let socket = context.channel as? any SocketOptionProvider else {
            return outermost.value.close(promise: nil)
        }
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
            outermost.value.close(promise: nil)
        }
    }

    private func send(_ buffer: ByteBuffer) {
        context.writeAndFlush(NIOAny(buffer), promise: nil)
    }
}
