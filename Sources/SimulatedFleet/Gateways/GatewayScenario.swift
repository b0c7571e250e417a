package import FleetModel

/// One way for an RD Gateway, or for what stands in its place, to behave.
package struct GatewayScenario: Sendable, Hashable, Identifiable {
    /// What a scenario is called, such as `gateway-backend-down`; in form like those of servers.
    package typealias ID = Scenario.ID

    package let id: ID
    /// What the gateway does, in one line.
    package let summary: String
    /// Whether anything listens at the TCP port.
    package let listens: Bool
    /// How long it thinks before each answer.
    package let delay: Span
    /// The certificate that the TLS handshake shows.
    package let certificate: CertificateRecipe
    /// What it says to RDG_OUT_DATA and RDG_IN_DATA (MS-TSGU 3.3.5.1).
    package let transport: GatewayAnswer
    /// What it says to the same with an upgrade to WebSocket.
    package let webSocket: GatewayAnswer
    /// What it says to RPC_OUT_DATA and RPC_IN_DATA (MS-TSGU 2.1.1).
    package let rpc: GatewayAnswer
    /// What is at the UDP port.
    package let datagrams: DTLSRecipe

    /// A scenario that is healthy wherever it is not told otherwise; nil for what it says to plain RDG_OUT_DATA.
    package init(
        _ id: ID, _ summary: String, listens: Bool = true, delay: Span = .zero,
        certificate: CertificateRecipe = .trusted, transport: GatewayAnswer = .replying(.unauthorized),
        webSocket: GatewayAnswer? = nil, rpc: GatewayAnswer? = nil, datagrams: DTLSRecipe = .answering(.trusted)
    ) {
        self.id = id
        self.summary = summary
        self.listens = listens
        self.delay = delay
        self.certificate = certificate
        self.transport = transport
        self.webSocket = webSocket ?? transport
        self.rpc = rpc ?? transport
        self.datagrams = datagrams
    }

    /// What it says to this request.
    func answer(to request: RequestHead) -> GatewayAnswer {
        if request.method.hasPrefix("RDG_"), request.target.lowercased().hasPrefix("/remotedesktopgateway") {
            return request.asksForUpgrade ? webSocket : transport
        }
        if request.method.hasPrefix("RPC_"), request.target.lowercased().hasPrefix("/rpc/rpcproxy.dll") { return rpc }
        return .replying(.notFound)
    }
}

/// What a gateway does with one request.
package enum GatewayAnswer: Sendable, Hashable {
    /// Replies, and reads the next request.
    case replying(HTTPReply)
    /// Does something that ends the conversation.
    case doing(Deed)
}
