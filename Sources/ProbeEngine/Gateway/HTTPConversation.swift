import FleetModel
import NIOCore
import NIOHTTP1

/// HTTP/1.1 on an open connection, over TLS: one question, its answer, and the next if the connection stays open.
final class HTTPConversation {
    /// The most bytes of an answer's headers; more is no HTTP server.
    static let headLimit = 16_384

    private let connection: Connection
    private let tap: HTTPTap
    private let inbox = HTTPInbox()
    /// Whether another question can be asked.
    private(set) var canAsk: Bool

    /// Puts HTTP on the connection; nothing can be asked when something is unread, which would be no answer.
    init(_ connection: Connection) {
        self.connection = connection
        tap = HTTPTap(connection.trace)
        var framing = HTTPRequestEncoder.Configuration()
        // The requests say all there is to say.
        framing.automaticallySetFramingHeaders = false
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = Self.headLimit
        limits.maxHeaderListSize = Self.headLimit
        let decoder = ByteToMessageHandler(HTTPResponseDecoder(limitConfiguration: limits))
        do {
            guard connection.unread.isEmpty, connection.ending == nil else { throw HTTPParserError.unknown }
            try connection.insert([tap, HTTPRequestEncoder(configuration: framing), decoder, inbox])
            canAsk = true
        } catch {
            canAsk = false
        }
    }

    /// Sends a request without a body and waits for what can be known of its answer.
    func ask(_ head: HTTPRequestHead) async -> HTTPAnswer {
        guard canAsk else { return HTTPAnswer(isMalformed: !connection.unread.isEmpty) }
        inbox.expectAnswer()
        connection.send(message: HTTPClientRequestPart.head(head))
        connection.send(message: HTTPClientRequestPart.end(nil))
        var answer = await inbox.settledAnswer()
        answer.byteCount = tap.byteCount
        canAsk = answer.isWhole && !answer.isMalformed && answer.head?.isKeepAlive ?? false && connection.ending == nil
        return answer
    }
}
