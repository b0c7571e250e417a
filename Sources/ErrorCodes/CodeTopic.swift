/// What a code is about, so that codes of different number spaces share what to check next.
package enum CodeTopic: String, Sendable, Hashable, CaseIterable {
    /// Says that there is nothing to say.
    case none
    /// The connection or session was ended on purpose or by a limit.
    case ended
    /// The name has no address.
    case name
    /// No connection to the address.
    case reaching
    /// A connection was there and was closed, reset or lost.
    case closed
    /// Something took too long.
    case timeout
    /// Which security protocol is used.
    case negotiation
    /// The TLS handshake.
    case tls
    /// The server's certificate.
    case certificate
    /// A private key, or where it is kept.
    case key
    /// Network Level Authentication and what it is made of.
    case credssp
    /// The server is not the one that the user's ticket is for.
    case identity
    /// What was authenticated is not the TLS connection.
    case binding
    /// Domain controllers, trust and Kerberos.
    case domain
    case clock
    /// User name and password.
    case credentials
    /// The state of the user's account.
    case account
    /// Rights and policies.
    case policy
    case smartcard
    case licensing
    /// What the server does for the session.
    case session
    /// The RD Connection Broker.
    case broker
    /// RemoteApp programs and hosts that give nothing else.
    case remoteApp = "remoteapp"
    /// The messages of the RDP session itself.
    case `protocol`
    /// The encryption that RDP had before TLS.
    case encryption
    /// The client's own machine.
    case client
    /// The way to the gateway.
    case gatewayReach = "gateway-reach"
    /// The gateway's certificate.
    case gatewayCertificate = "gateway-certificate"
    /// The gateway's policies.
    case gatewayPolicy = "gateway-policy"
    /// Logging on at the gateway.
    case gatewayLogOn = "gateway-log-on"
    /// How many connections the gateway takes.
    case gatewayLimits = "gateway-limits"
    /// What gateway and client can both do.
    case gatewayVersion = "gateway-version"
    /// The session through the gateway.
    case gatewaySession = "gateway-session"
    /// The way from the gateway to the server.
    case gatewayTarget = "gateway-target"
    /// A web proxy or firewall in front of the client.
    case proxy
    /// An error that says nothing of its cause.
    case unspecific
    /// In no public document.
    case unknown
}
