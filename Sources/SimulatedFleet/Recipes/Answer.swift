package import FleetModel

/// What a server does with a client's Connection Request.
package enum Answer: Sendable, Hashable {
    /// Negotiates as its settings say, after thinking for `delay`; `excess` follows the confirm in the same segment.
    case negotiating(SecuritySettings, delay: Span = .zero, excess: [UInt8] = [])
    /// Negotiates as its settings say, but closes when the request carries a cookie or a routing token.
    case negotiatingWithoutCookies(SecuritySettings)
    /// Does something else as soon as the request, or anything that is none, has come.
    case doing(Deed)
}
