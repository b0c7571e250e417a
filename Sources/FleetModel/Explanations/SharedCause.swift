/// Something that failing servers share and healthy ones do not.
package struct SharedCause: Sendable, Hashable, Codable {
    /// In what servers are alike.
    package enum Trait: String, Sendable, Hashable, Codable, CaseIterable {
        case gateway, network, site, tag, owner, resolverAnswer, authority, certificateDates, build, tlsVersion
        case addressFamily, firstFailure, verdict
    }

    /// In what they are alike.
    package var trait: Trait
    /// What they have in common, cleaned: `rdgw-fra-1`, `10.20.4.0/24`, `TLS 1.0`.
    package var value: String
    /// How many of the failing servers have it.
    package var failing: Int
    /// How many servers fail.
    package var failingTotal: Int
    /// How many of the healthy servers have it.
    package var healthy: Int
    /// How many servers are healthy.
    package var healthyTotal: Int
    /// How sure it is that what they share is why they fail; never certain.
    package var confidence: Confidence
    /// The statement in one line: `17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do`.
    package var statement: String
    /// The servers that fail and have it.
    package var servers: [Server.ID]

    /// Creates a statement; the bounds of its text are the caller's to keep.
    package init(
        trait: Trait, value: String, failing: Int, failingTotal: Int, healthy: Int, healthyTotal: Int,
        confidence: Confidence, statement: String, servers: [Server.ID]
    ) {
        self.trait = trait
        self.value = value
        self.failing = failing
        self.failingTotal = failingTotal
        self.healthy = healthy
        self.healthyTotal = healthyTotal
        self.confidence = confidence
        self.statement = statement
        self.servers = servers
    }
}
