import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import ProbeEngine

@Suite("The inbox of HTTP answers")
struct HTTPInboxTests {
    @Test("ends a wait when its handler is removed, which is all that a channel that ends just then tells it")
    @MainActor func removal() async throws {
        let inbox = HTTPInbox()
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(inbox)
        inbox.expectAnswer()
        let removed = channel.pipeline.syncOperations.removeHandler(inbox)
        channel.embeddedEventLoop.run()
        try await removed.get()
        let answer = await inbox.settledAnswer()
        #expect(answer.head == nil && !answer.isWhole && !answer.isMalformed)
    }
}

/// Only a test takes it out of a channel that lives on.
extension HTTPInbox: RemovableChannelHandler {}
