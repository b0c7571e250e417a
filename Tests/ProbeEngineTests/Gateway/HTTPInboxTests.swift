import NIOCore
import NIOEmbedded
import Testing

@testable import ProbeEngine

@Suite("The inbox of an HTTP conversation", .timeLimit(.minutes(5)))
struct HTTPInboxTests {
    @Test("waits for nothing on a channel that went inactive before it was there")
    func removed() async throws {
        let channel = EmbeddedChannel()
        let inbox = HTTPInbox()
        inbox.expectAnswer()
        try channel.pipeline.syncOperations.addHandler(inbox)
        // An embedded channel that was never connected is not told that it is inactive, only taken apart.
        _ = try channel.finish()
        #expect(await inbox.settledAnswer().head == nil)
    }
}
