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
    /// How many have it of the servers that let users in, on every path or on one of two, as the statement says it.
    package var healthy: Int
    /// How many servers let users in.
    package var healthyTotal: Int
    /// The servers that have it and do not fail, healthy or not known: those that it may still reach.
    package var others: StateCounts
    /// How sure it is that what they share is why they fail; never certain.
    package var confidence: Confidence
    /// The statement in one line, at most 78 characters: `17 of 21 down sit behind rdgw-fra-1; 0 of 371 healthy do`.
    package var statement: String
    /// The same without what it says beyond the numbers: on which path others work.
    package var compared: String
    /// The same without the healthy: `17 of 21 down sit behind rdgw-fra-1`.
    package var short: String
    /// The same in sentences for a report, with what else is known.
    package var long: String
    /// The servers that fail and have it.
    package var servers: [Server.ID]

    /// Creates a statement; the bounds of its texts are the caller's to keep, and those left out are the statement.
    package init(
        trait: Trait, value: String, failing: Int, failingTotal: Int, healthy: Int, healthyTotal: Int,
        others: StateCounts = StateCounts(), confidence: Confidence, statement: String, compared: String? = nil,
        short: String? = nil, long: String? = nil, servers: [Server.ID]
    ) {
        self.trait = trait
        self.value = value
        self.failing = failing
        self.failingTotal = failingTotal
        self.healthy = healthy
        self.healthyTotal = healthyTotal
        self.others = others
        self.confidence = confidence
        self.statement = statement
        self.compared = compared ?? statement
        self.short = short ?? statement
        self.long = long ?? statement
        self.servers = servers
    }

    /// What the sentences for a report say beyond the statement, with which they mostly begin; nil when that is nothing.
    package var reasons: String? {
        guard long.hasPrefix(statement) else { return long }
        let rest = long.dropFirst(statement.count).drop { $0 == "." || $0 == " " }
        return rest.isEmpty ? nil : String(rest)
    }

    /// Whom it may still reach: `4 more servers share this: 2 ok, 2 not known`; nil when there is nobody else.
    package var blastRadius: String? {
        let total = others.total
        guard total > 0 else { return nil }
        let parts = [(others.ok, "ok"), (others.warning, "with a warning"), (others.unknown, "not known")]
            .filter { $0.0 > 0 }
        if total == 1 { return "1 more server shares this" + (parts.first.map { ", \($0.1)" } ?? "") }
        return "\(total) more servers share this: " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}
