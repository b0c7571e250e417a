internal import FleetModel

/// The answers of name servers, kept for their TTL, and the last addresses of each name for when the resolver is out.
struct AnswerCache: Sendable {
    /// Addresses are used again for at least so long, whatever their TTL.
    static let shortest = Span.seconds(5)
    /// ... and for at most so long.
    static let longest = Span.hours(1)
    /// When one of the two queries had no definite answer, it is asked again after this.
    static let longestPartial = Span.seconds(30)
    /// A failure is used again for so long only: the re-check of a server, 3 s later, must ask afresh.
    static let negative = Span.seconds(2)

    private struct Entry {
        var resolution: Resolution
        var expires: Instant
        /// The last addresses, for when the resolver is out; none after the resolver has said that there are none.
        var lastAddresses: [IPAddress]
    }

    private var entries: [DomainName: Entry] = [:]
    private let capacity: Int

    /// An empty cache of at most `capacity` names.
    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// How many names it holds.
    var count: Int { entries.count }

    /// When an answer of this TTL, in seconds, expires.
    static func expiry(ttl: UInt32?, isPartial: Bool, now: Instant) -> Instant {
        let span = Span.seconds(Int64(ttl ?? 0))
        return now + max(shortest, min(span, isPartial ? longestPartial : longest))
    }

    /// What is known of a name and has not expired, marked as coming from here.
    func fresh(_ name: DomainName, now: Instant) -> Resolution? {
        // An expiry further away than anything we store means that the clock was set back.
        guard let entry = entries[name], now < entry.expires, entry.expires - now <= Self.longest else { return nil }
        var resolution = entry.resolution
        resolution.facts.source = .cache
        return resolution
    }

    /// The last addresses of a name, in order; empty when none are known.
    func lastAddresses(_ name: DomainName) -> [IPAddress] { entries[name]?.lastAddresses ?? [] }

    /// Keeps a resolution until `expires`.
    ///
    /// A failure that says nothing definite of the name leaves its last addresses as they were.
    mutating func store(_ resolution: Resolution, of name: DomainName, expires: Instant, now: Instant) {
        let addresses: [IPAddress] =
            switch resolution.failure {
            case nil: resolution.facts.addresses
            case .noSuchName, .noAddress: []
            case .some: lastAddresses(name)
            }
        if entries[name] == nil, entries.count >= capacity { evict(now: now) }
        entries[name] = Entry(resolution: resolution, expires: expires, lastAddresses: addresses)
    }

    /// Makes room for a quarter of the capacity, so that the sorting is paid for by many insertions.
    private mutating func evict(now: Instant) {
        let oldest = entries.sorted { $0.value.expires < $1.value.expires }.prefix(max(1, capacity / 4))
        for (name, _) in oldest { entries[name] = nil }
    }
}
