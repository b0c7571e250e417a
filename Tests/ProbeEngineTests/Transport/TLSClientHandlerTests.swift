import NIOCore
import NIOEmbedded
import NIOSSL
import Testing

@testable import ProbeEngine

@Suite("TLS client handler")
struct TLSClientHandlerTests {
    /// A client and a server in memory, and the bytes carried between them by hand.
    private struct Pair {
        let client = EmbeddedChannel()
        let server = EmbeddedChannel()

        /// A pair whose handshake is done.
        init() throws {
            let tls = try ServerCertificates.modern.context()
            try server.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
            try server.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            try client.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
            let session = try TLSContext().session(serverName: nil)
            try client.pipeline.syncOperations.addHandler(TLSClientHandler(session) { _ in })
            try carry()
        }

        /// Carries bytes both ways until neither has any.
        func carry() throws {
            var isMoving = true
            while isMoving {
                isMoving = false
                while let bytes = try client.readOutbound(as: ByteBuffer.self) {
                    try server.writeInbound(bytes)
                    isMoving = true
                }
                while let bytes = try server.readOutbound(as: ByteBuffer.self) {
                    try client.writeInbound(bytes)
                    isMoving = true
                }
            }
        }
    }

    @Test("What came in one record is told as one, however long it is", arguments: [1, 1_024, 1_025, 5_000, 16_384])
    func records(length: Int) throws {
        let pair = try Pair()
        let message = ByteBuffer(bytes: (0..<length).map { UInt8(truncatingIfNeeded: $0 % 251) })
        for _ in 0..<2 { try pair.server.writeOutbound(message) }
        try pair.carry()
        for _ in 0..<2 { #expect(try pair.client.readInbound(as: ByteBuffer.self) == message) }
        #expect(try pair.client.readInbound(as: ByteBuffer.self) == nil)
    }

    @Test("Everybody who asks for the end is told of it, the second time too")
    func closedTwice() throws {
        let pair = try Pair()
        let first = pair.client.eventLoop.makePromise(of: Void.self)
        let second = pair.client.eventLoop.makePromise(of: Void.self)
        pair.client.pipeline.close(promise: first)
        pair.client.pipeline.close(promise: second)
        #expect(pair.client.isActive, "the peer has not answered yet")
        try pair.carry()
        pair.client.embeddedEventLoop.run()
        #expect(!pair.client.isActive)
        try first.futureResult.wait()
        try second.futureResult.wait()
    }

    @Test("A peer that does not answer our goodbye is waited for no longer than the limit")
    func unanswered() throws {
        let pair = try Pair()
        let closed = pair.client.eventLoop.makePromise(of: Void.self)
        pair.client.pipeline.close(promise: closed)
        pair.client.embeddedEventLoop.advanceTime(by: TLSClientHandler.goodbyeLimit - .milliseconds(1))
        #expect(pair.client.isActive)
        pair.client.embeddedEventLoop.advanceTime(by: .milliseconds(1))
        #expect(!pair.client.isActive)
        try closed.futureResult.wait()
    }
}
