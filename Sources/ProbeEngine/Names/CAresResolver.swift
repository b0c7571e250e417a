package import FleetModel

/// Names by /etc/hosts and the DNS, asked by c-ares on a thread of its own.
///
/// - /etc/hosts comes first and is read again when it changes.
/// - A and AAAA are asked apart and at the same time; the rule that joins their answers stands at `ReplyPair.failure`.
/// - A short name is completed by the search domains of /etc/resolv.conf: with at least `ndots` dots in it a name is tried
///   as it is first, else last. `DNSFacts.name` is the complete name that answered.
/// - Answers are kept for their TTL, at least 5 s and at most 1 h. When the name servers are silent the last addresses are
///   given again, with the source `.stale`.
/// - Addresses are in the order of `AddressOrder`.
///
/// What it does not do: IDNA (write the `xn--` form), DNSSEC, mDNS, or anything else that nsswitch.conf may name.
package final class CAresResolver: NameResolving {
    private let queue: ResolverQueue
    private let now: @Sendable () -> Instant

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - servers: the name servers to ask; those of `resolverFile` when empty.
    ///   - hostsFile: the names that are known without asking.
    ///   - resolverFile: name servers, search domains and `ndots`; read again when it changes.
    ///   - now: the wall clock, for TTLs and for `Observation.at`.
    /// - Throws: `ResolverStartError` when the machine gives no pipe or thread, or c-ares refuses the name servers.
    package init(
        servers: [SocketEndpoint] = [], hostsFile: String = "/etc/hosts", resolverFile: String = "/etc/resolv.conf",
        now: @escaping @Sendable () -> Instant
    ) throws(ResolverStartError) {
        queue = try ResolverQueue()
        self.now = now
        let loop = try ResolverLoop(
            queue: queue, servers: servers, hostsPath: hostsFile, resolverPath: resolverFile, now: now)
        try ResolverLoop.start(loop)
    }

    deinit { queue.close() }

    package func resolve(_ name: String, deadline: ContinuousClock.Instant) async -> Observation<DNSFacts> {
        let began = ContinuousClock.now
        return observation(of: await resolution(of: name, deadline: deadline), since: began)
    }

    private func observation(
        of resolution: Resolution, since began: ContinuousClock.Instant
    ) -> Observation<DNSFacts> {
        Observation(
            facts: resolution.facts, failure: resolution.failure, microseconds: began.microseconds(to: .now), at: now())
    }

    private func resolution(of name: String, deadline: ContinuousClock.Instant) async -> Resolution {
        if let address = IPAddress(name) {
            return Resolution(facts: DNSFacts(name: name, addresses: [address], source: .literal))
        }
        guard let domain = DomainName(name) else {
            let facts = DNSFacts(name: CleanText.clean(name), addresses: [], source: .query)
            return Resolution(facts: facts, failure: .noSuchName)
        }
        let answer = PendingAnswer<Resolution>()
        let id = queue.ask(domain, answer, deadline: deadline)
        return await withTaskCancellationHandler {
            await answer.value()
        } onCancel: {
            if answer.give(.cancelled(domain.text)) { queue.cancel(id) }
        }
    }
}
