/// One way to ask a server otherwise than at first, to find out what it is that fails.
package struct HandshakeVariant: Sendable, Hashable, Codable {
    /// What is offered in TLS; the ClientHello is written by ourselves, so it may offer what no library still speaks.
    package enum Offer: String, Sendable, Hashable, Codable, CaseIterable {
        /// TLS 1.2 and 1.3, as the regular probe.
        case modern
        /// TLS 1.2 at most, with everything that a current library has.
        case tls12
        /// TLS 1.2 at most, and only CBC and RSA key exchange: what servers before 2016 have.
        case tls12Legacy
        /// TLS 1.0 at most, with CBC, RSA and 3DES.
        case tls10
        /// SSL 3.0 to TLS 1.0 with RC4 and 3DES, which no current library offers.
        case obsolete
    }

    /// The protocols asked for in X.224.
    package var requested: SecurityProtocols
    /// Whether the request carries the cookie.
    package var sendsCookie: Bool
    /// What TLS offers; nil to end after the X.224 answer.
    package var offer: Offer?
    /// Whether the ClientHello names the server.
    package var sendsServerName: Bool
    /// The family of the address to use; nil for the one that the regular probe used.
    package var family: AddressFamily?

    /// Which of a server's addresses.
    package enum AddressFamily: String, Sendable, Hashable, Codable, CaseIterable {
        case ipv4, ipv6
    }

    /// Creates a variant; what is left out is as in the regular probe.
    package init(
        requested: SecurityProtocols = .modern, sendsCookie: Bool = true, offer: Offer? = nil,
        sendsServerName: Bool = true, family: AddressFamily? = nil
    ) {
        self.requested = requested
        self.sendsCookie = sendsCookie
        self.offer = offer
        self.sendsServerName = sendsServerName
        self.family = family
    }
}

/// What one variant showed: a connection of its own, recorded by itself.
package struct VariantAttempt: Sendable, Hashable, Codable {
    /// How it asked.
    package var variant: HandshakeVariant
    /// The failure of the regular probe that it was to explain; nil when somebody asked for it and it explains none.
    package var reason: LayerFailure?
    /// The layer at which the regular probe had failed; nil together with ``reason``.
    package var reasonLayer: Layer?
    /// The last layer that it tried: `tcp`, `x224` or `tls`.
    package var reached: Layer
    /// Why that layer failed; nil when it passed: then the server has answered with a ServerHello, or a confirm.
    package var failure: LayerFailure?
    /// The X.224 answer; nil when there was no connection.
    package var negotiation: NegotiationFacts?
    /// What the ServerHello said, or the alert; nil when TLS was not tried.
    package var tls: TLSFacts?
    /// From the SYN to the end, in microseconds.
    package var microseconds: Int64
    /// When it ended.
    package var at: Instant

    /// Creates the record of one attempt.
    package init(
        variant: HandshakeVariant, reason: LayerFailure? = nil, reasonLayer: Layer? = nil, reached: Layer,
        failure: LayerFailure? = nil, negotiation: NegotiationFacts? = nil, tls: TLSFacts? = nil,
        microseconds: Int64, at: Instant
    ) {
        self.variant = variant
        self.reason = reason
        self.reasonLayer = reasonLayer
        self.reached = reached
        self.failure = failure
        self.negotiation = negotiation
        self.tls = tls
        self.microseconds = microseconds
        self.at = at
    }
}
