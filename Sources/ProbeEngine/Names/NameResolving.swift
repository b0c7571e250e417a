package import FleetModel

/// Something that turns names into addresses, and says in detail how that went.
package protocol NameResolving: Sendable {
    /// Resolves `name`, a DNS name or an address in text, until `deadline`.
    ///
    /// Never throws and never outlasts the deadline: silence ends in `.resolverSilent`, cancellation at once in
    /// `.ourFault(.cancelled)`. An observation without a failure has at least one address.
    func resolve(_ name: String, deadline: ContinuousClock.Instant) async -> Observation<DNSFacts>
}
