import FleetModel
import RDPWire

/// X.224: asks for TLS and NLA, and sees what the server says (MS-RDPBCGR 2.2.1.1 and 2.2.1.2).
///
/// After a refusal nothing more is sent. Silence ends at the ladder's deadline, and floods at the connection's bound.
struct NegotiationLayer: ConnectionLayer {
    /// The name in the cookie of every request: administrators find it in their logs and know who it was.
    static let cookie = "rdptop"

    let layer = Layer.x224
    var place: WritableKeyPath<ServerSnapshot, Observation<NegotiationFacts>?> { \.x224 }

    private let requested: FleetModel.SecurityProtocols
    private let offer: NegotiationRequest
    private let sendsRouting: Bool
    private let request: [UInt8]

    /// Asks for these protocols, with a cookie of this name unless it is nil; then there is no routing token either.
    init(requesting requested: FleetModel.SecurityProtocols = .modern, cookie: String? = Self.cookie) throws {
        self.requested = requested
        offer = NegotiationRequest(requestedProtocols: RDPWire.SecurityProtocols(rawValue: requested.rawValue))
        sendsRouting = cookie != nil
        request = try ConnectionRequest(
            routing: cookie.map(RoutingInformation.cookie) ?? .none, negotiation: offer
        ).encoded()
    }

    func probe(_ connection: Connection, of server: Server) async -> Sighting<NegotiationFacts> {
        let token = sendsRouting ? server.routingToken : nil
        let bytes: [UInt8]
        do {
            bytes = try token.map(request(with:)) ?? request
        } catch {
            return Sighting(facts: nil, failure: .ourFault(.other))
        }
        let routing = token.map { ", routing token \($0.text)" } ?? ""
        connection.trace.tell(.began("asking for \(requested.names.joined(separator: ", "))\(routing)"))
        connection.send(bytes)
        let greeting = await connection.receive { ServerGreeting.classify($0, ended: $1) }
        let sighting = NegotiationFacts.read(
            greeting, from: connection.unread, requested: requested, ending: connection.ending)
        if case .confirm(_, let frameLength) = greeting { connection.take(frameLength) }
        return sighting
    }

    /// The same with a token in place of the cookie: there is never both (MS-RDPBCGR 3.2.5.3.1).
    private func request(with token: RoutingToken) throws -> [UInt8] {
        try ConnectionRequest(routing: .routingToken(token.text), negotiation: offer).encoded()
    }
}
