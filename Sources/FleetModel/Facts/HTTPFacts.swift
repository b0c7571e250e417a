/// What a gateway, or whatever stands there, answered to one HTTP request without credentials. Every text is cleaned.
package struct HTTPFacts: Sendable, Hashable, Codable {
    /// What was asked.
    package enum Request: String, Sendable, Hashable, Codable, CaseIterable {
        /// RDG_OUT_DATA on /remoteDesktopGateway/ (MS-TSGU 3.3.5.1).
        case transport
        /// The same with an upgrade to WebSocket.
        case webSocket
        /// RPC_OUT_DATA on /rpc/rpcproxy.dll, for clients from before 2012 (MS-TSGU 2.1.1).
        case rpc
    }

    /// How the length of the answer's body is told.
    package enum Framing: Sendable, Hashable, Codable {
        /// Content-Length, in bytes.
        case length(UInt64)
        /// Transfer-Encoding: chunked.
        case chunked
        /// Neither: the body ends when the connection does. Of a gateway's 200 that is so by design.
        case untilClose
    }

    /// What was asked.
    package var request: Request
    /// The status code; nil when no answer parsed.
    package var status: UInt16?
    /// The version of the answer, such as `1.1`.
    package var version: String?
    /// The schemes of all WWW-Authenticate headers, in their order and as written: `Negotiate`, `NTLM`, `Basic`.
    package var schemes: [String]
    /// Server.
    package var server: String?
    /// Location, when it redirects.
    package var location: String?
    /// Headers that only something between the gateway and us adds, as `Via: 1.1 proxy`; at most eight.
    package var proxyHeaders: [String]
    /// How the body's length is told; nil when no answer parsed.
    package var framing: Framing?
    /// The beginning of the body as text, at most 200 characters; nil when there was none.
    package var body: String?
    /// The Date header's clock less ours, to the second; positive when the gateway is ahead.
    package var clockSkew: Span?
    /// Retry-After, in seconds.
    package var retryAfter: Span?
    /// Bytes of the answer that were read, at most 65,536.
    package var bytesReceived: Int

    /// Creates the facts of one answer.
    package init(
        request: Request, status: UInt16? = nil, version: String? = nil, schemes: [String] = [],
        server: String? = nil, location: String? = nil, proxyHeaders: [String] = [], framing: Framing? = nil,
        body: String? = nil, clockSkew: Span? = nil, retryAfter: Span? = nil, bytesReceived: Int = 0
    ) {
        self.request = request
        self.status = status
        self.version = version
        self.schemes = schemes
        self.server = server
        self.location = location
        self.proxyHeaders = proxyHeaders
        self.framing = framing
        self.body = body
        self.clockSkew = clockSkew
        self.retryAfter = retryAfter
        self.bytesReceived = bytesReceived
    }

    /// Whether the answer asks for Negotiate or NTLM, as a gateway of Windows does.
    package var asksForWindowsAuthentication: Bool {
        schemes.contains { ["negotiate", "ntlm"].contains($0.lowercased()) }
    }
}
