import FleetModel
import Glibc
import NIOCore
import NIOEmbedded
import Testing

@testable import ProbeEngine

@Suite("Inbox")
struct InboxTests {
    @Test("A flood is kept up to the bound and not beyond, and taking makes room again")
    func bound() throws {
        let inbox = Inbox()
        let channel = EmbeddedChannel(handler: inbox)
        for _ in 0..<1_000 {
            try channel.writeInbound(ByteBuffer(repeating: 0x41, count: 10_000))
        }
        #expect(inbox.bytes.count == Inbox.limit)
        inbox.take(Inbox.limit - 1, from: channel)
        try channel.writeInbound(ByteBuffer(repeating: 0x42, count: 3))
        #expect(inbox.bytes == [0x41, 0x42, 0x42, 0x42])
    }

    @Test(
        "An error of the socket is never called one of TLS",
        arguments: [(EINVAL, .ourFault(.invalidAddress)), (EIO, .ourFault(.other)), (ECONNRESET, .reset)]
            as [(CInt, LayerFailure)])
    func socketErrors(code: CInt, failure: LayerFailure) {
        let inbox = Inbox()
        let channel = EmbeddedChannel(handler: inbox)
        channel.pipeline.fireErrorCaught(IOError(errnoCode: code, reason: "read"))
        #expect(inbox.ending == failure)
    }

    @Test("The first reason for the end counts, and nothing is kept after it")
    func ending() throws {
        let inbox = Inbox()
        let channel = EmbeddedChannel(handler: inbox)
        try channel.writeInbound(ByteBuffer(bytes: [1]))
        inbox.end(.timedOut)
        try channel.writeInbound(ByteBuffer(bytes: [2]))
        channel.pipeline.fireChannelInactive()
        #expect(inbox.ending == .timedOut)
        #expect(inbox.bytes == [1])
    }
}
