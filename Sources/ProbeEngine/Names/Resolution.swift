internal import FleetModel

/// What asking for one name came to; how long it took is the caller's to say.
struct Resolution: Sendable, Hashable {
    var facts: DNSFacts
    var failure: LayerFailure?

    /// The machine or the resolver is going away.
    static func cancelled(_ name: String) -> Resolution {
        Resolution(
            facts: DNSFacts(name: name, addresses: [], source: .query), failure: .ourFault(.cancelled))
    }
}
