import FleetModel
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Sends one request when the connection stands, and takes its answer. Lives on the channel's event loop.
final class WebhookInbox: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let head: HTTPRequestHead
    private let body: ByteBuffer
    private let secrets: WebhookSecrets
    private let answer: EventLoopPromise<WebhookAnswer>
    private var status: Int?
    private var beginning: [UInt8] = []

    init(
        _ head: HTTPRequestHead, _ body: ByteBuffer, keeping secrets: WebhookSecrets,
        answer: EventLoopPromise<WebhookAnswer>
    ) {
        self.head = head
        self.body = body
        self.secrets = secrets
        self.answer = answer
    }

    func channelActive(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): status = Int(head.status.code)
        case .body(let bytes):
            beginning += bytes.readableBytesView.prefix(WebhookAnswer.bodyLimit - beginning.count)
            // The rest of a long page is nobody's business.
            if beginning.count == WebhookAnswer.bodyLimit { settle(context) }
        case .end: settle(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What a status says no later error takes back, as when TLS ends without close_notify (RFC 9112, 9.8).
        guard status == nil else { return settle(context) }
        answer.fail(WebhookFailure(error))
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if status == nil { answer.fail(WebhookFailure.closed) } else { settle(context) }
        context.fireChannelInactive()
    }

    private func settle(_ context: ChannelHandlerContext) {
        let line = beginning.split(whereSeparator: \.isLineBreak).first ?? []
        let text = secrets.permit(beginning) ? CleanText.clean(utf8: line, limit: 200) : ""
        switch status {
        case nil: answer.fail(WebhookFailure.malformedAnswer)
        case let status? where (200..<300).contains(status):
            answer.succeed(WebhookAnswer(status: status, beginning: text))
        case let status? where (300..<400).contains(status): answer.fail(WebhookFailure.redirected(status: status))
        case let status?: answer.fail(WebhookFailure.refused(status: status, beginning: text))
        }
        context.close(promise: nil)
    }
}

extension UInt8 {
    fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}

extension WebhookFailure {
    /// What an error of the transport means.
    init(_ error: any Error) {
        switch error {
        case let failure as WebhookFailure: self = failure
        case is HTTPParserError: self = .malformedAnswer
        case let error as NIOSSLError: self = .notTrusted(CleanText.clean("\(error)", limit: 200))
        case let error as NIOSSLExtraError: self = .notTrusted(CleanText.clean("\(error)", limit: 200))
        case is BoringSSLError: self = .notTrusted("the handshake broke off")
        case let error as NIOConnectionError: self = Self.unreached(error)
        case let error as IOError: self = .notReached(CleanText.clean(error.description, limit: 200))
        default: self = .notReached(CleanText.clean("\(error)", limit: 200))
        }
    }

    private static func unreached(_ error: NIOConnectionError) -> WebhookFailure {
        guard let first = error.connectionErrors.first?.error else {
            return .notReached("no address for \(CleanText.clean(error.host, limit: 80))")
        }
        if case .connectTimeout? = first as? ChannelError { return .timedOut }
        if let first = first as? IOError { return .notReached(String(cString: strerror(first.errnoCode))) }
        return .notReached(CleanText.clean("\(first)", limit: 160))
    }
}
