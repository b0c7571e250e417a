import NIOCore
import NIOHTTP1

/// Takes an answer's parts from the decoder until enough is known of it, and wakes the one who waits.
///
/// Lives on the channel's event loop. An answer is settled when it is whole, when ``HTTPAnswer/bodyLimit`` bytes of its
/// body came, a moment after its head, when it breaks the rules of HTTP, or when the connection ends.
final class HTTPInbox: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    /// How long the beginning of a body may take after the head: a gateway's 200 has no end.
    static let bodyLimit = TimeAmount.milliseconds(500)

    private var answer = HTTPAnswer()
    private var isSettled = false
    private var isOver = false
    private var waiter: CheckedContinuation<Void, Never>?
    private var patience: Scheduled<Void>?

    /// Forgets the last answer: what comes from now on is another.
    func expectAnswer() {
        answer = HTTPAnswer(isMalformed: answer.isMalformed)
        isSettled = isOver || answer.isMalformed
    }

    /// Waits until the answer is settled.
    func settledAnswer() async -> HTTPAnswer {
        if !isSettled { await withCheckedContinuation { waiter = $0 } }
        return answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isSettled else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            answer.head = head
            // After an upgrade there is another protocol.
            if head.status == .switchingProtocols { return settle() }
            patience = context.eventLoop.assumeIsolated().scheduleTask(in: Self.bodyLimit) { self.settle() }
        case .body(let bytes):
            answer.body += bytes.readableBytesView.prefix(HTTPAnswer.bodyLimit - answer.body.count)
            if answer.body.count == HTTPAnswer.bodyLimit { settle() }
        case .end:
            answer.isWhole = true
            settle()
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        // An answer that is cut is none of a peer that speaks something else.
        if error != .invalidEOFState { answer.isMalformed = true }
        settle()
    }

    func channelInactive(context: ChannelHandlerContext) {
        isOver = true
        settle()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        // Put on a channel that had just gone inactive, it is told of nothing else.
        isOver = true
        settle()
    }

    private func settle() {
        patience?.cancel()
        isSettled = true
        waiter?.resume()
        waiter = nil
    }
}
