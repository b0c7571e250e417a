import FleetModel
import NIOCore

/// What every probe begins with: it finds a host and connects to it.
struct Approach: Sendable {
    /// The longest wait for a name.
    static let resolutionLimit = Duration.seconds(3)

    /// Finds the addresses of names.
    let resolver: any NameResolving
    /// The wall clock.
    let now: @Sendable () -> Instant

    /// The addresses to try, in order; what is known already is not asked for.
    ///
    /// - Parameters:
    ///   - name: A host name or an address.
    ///   - address: Where the host is said to be; nil to resolve the name.
    ///   - trace: Where the steps are told.
    /// - Returns: At least one address, or why there is none.
    func resolve(
        _ name: String, knownAs address: IPAddress?, _ trace: ProbeTrace
    ) async -> Observation<DNSFacts> {
        trace.layer = .dns
        if let literal = address ?? IPAddress(name) { return given(literal, as: name, trace) }
        trace.tell(.began("resolving \(name)"))
        return told(await resolver.resolve(name, deadline: .now + Self.resolutionLimit), trace)
    }

    /// There is nothing to resolve, and so nothing that could pass or fail.
    private func given(_ address: IPAddress, as name: String, _ trace: ProbeTrace) -> Observation<DNSFacts> {
        trace.tell(.note("at \(address), as given"))
        let facts = DNSFacts(name: name, addresses: [address], source: .literal)
        return Observation(facts: facts, microseconds: 0, at: now())
    }

    /// What a resolver said, which without an address is a failure.
    private func told(_ answer: Observation<DNSFacts>, _ trace: ProbeTrace) -> Observation<DNSFacts> {
        var observation = answer
        let addresses = observation.facts?.addresses ?? []
        if addresses.isEmpty, observation.failure == nil { observation.failure = .noAddress }
        trace.tell(.ended(observation.outcome))
        return observation
    }

    /// The connection to the first endpoint that accepts one; nil when none does.
    func dial(
        _ endpoints: [SocketEndpoint], by deadline: NIODeadline, with dialer: Dialer
    ) async -> (Observation<TCPFacts>, Connection?) {
        dialer.trace.layer = .tcp
        let stopwatch = Stopwatch()
        let result = await dialer.dial(endpoints, deadline: deadline)
        let observation = Observation(
            facts: result.facts, failure: result.failure, microseconds: stopwatch.microseconds, at: now())
        dialer.trace.tell(.ended(observation.outcome))
        return (observation, result.connection)
    }
}
