package import FleetModel
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A web address that documents are sent to by POST, over HTTPS with a certificate that is checked, or over HTTP.
///
/// One connection for each; no redirection is followed, and nothing is kept.
package struct Webhook: Sendable {
    private let address: WebhookAddress
    private let headers: HTTPHeaders
    private let tls: NIOSSLContext?
    private let secrets: WebhookSecrets

    /// Prepares everything; nothing is sent yet.
    ///
    /// - Parameters:
    ///   - address: Where to.
    ///   - headers: Further fields of the request.
    ///   - isSecret: Whether the address or a field is a secret: then nothing is shown that is answered.
    ///   - authorities: PEM files of authorities that are trusted beside the system's.
    ///   - agent: What the program calls itself.
    /// - Throws: `authorities` when one of the files cannot be used.
    package init(
        _ address: WebhookAddress, headers: [(name: String, value: String)] = [], isSecret: Bool,
        authorities: [String] = [], agent: String
    ) throws(WebhookFailure) {
        self.address = address
        var fields = HTTPHeaders([
            ("Host", address.authority), ("User-Agent", agent), ("Content-Type", "application/json"),
            ("Connection", "close"),
        ])
        for (name, value) in headers { fields.add(name: name, value: value) }
        self.headers = fields
        secrets = WebhookSecrets(target: address.target, values: headers.map(\.value), areEverywhere: isSecret)
        tls = address.isSecure ? try Self.context(trusting: authorities) : nil
    }

    private static func context(trusting authorities: [String]) throws(WebhookFailure) -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.additionalTrustRoots = try authorities.map { path throws(WebhookFailure) in
            do {
                return .certificates(try NIOSSLCertificate.fromPEMFile(path))
            } catch {
                throw .authorities("no certificates can be read from \(CleanText.clean(path, limit: 1_024))")
            }
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw .authorities("the authorities of this system cannot be read")
        }
    }

    /// Sends a document.
    ///
    /// - Parameters:
    ///   - body: The document, in JSON.
    ///   - limit: For everything, from looking up the name to the end of the answer.
    /// - Returns: What it answered, when that is good.
    /// - Throws: Why it was not taken, or may not have been.
    package func post(_ body: String, within limit: Span) async throws(WebhookFailure) -> WebhookAnswer {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: WebhookAnswer.self)
        let deadline = loop.scheduleTask(in: .milliseconds(limit.milliseconds)) { answer.fail(WebhookFailure.timedOut) }
        let connecting = ClientBootstrap(group: loop)
            .connectTimeout(.milliseconds(limit.milliseconds))
            .channelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture { try add(to: channel.pipeline.syncOperations, body, answer) }
            }
            .connect(host: address.host, port: Int(address.port))
        connecting.whenFailure { answer.fail(WebhookFailure($0)) }
        // Whatever ends it, the connection is over then.
        answer.futureResult.whenComplete { _ in
            deadline.cancel()
            connecting.whenSuccess { $0.close(promise: nil) }
        }
        do {
            return try await withTaskCancellationHandler {
                try await answer.futureResult.get()
            } onCancel: {
                answer.fail(WebhookFailure.closed)
            }
        } catch {
            throw WebhookFailure(error)
        }
    }

    private func add(
        to pipeline: ChannelPipeline.SynchronousOperations, _ body: String, _ answer: EventLoopPromise<WebhookAnswer>
    ) throws {
        let bytes = ByteBuffer(string: body)
        var fields = headers
        fields.add(name: "Content-Length", value: String(bytes.readableBytes))
        if let tls {
            // Without a name the certificate has to be for the address (RFC 6066, 3 knows no addresses).
            let name = IPAddress(address.host) == nil ? address.host : nil
            try pipeline.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        try pipeline.addHTTPClientHandlers()
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: address.target, headers: fields)
        try pipeline.addHandler(WebhookInbox(head, bytes, keeping: secrets, answer: answer))
    }
}
