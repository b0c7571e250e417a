import FleetModel

/// What the rows are sorted by.
package enum SortOrder: String, Sendable, CaseIterable {
    case severity, name, site, roundTrip, certificate, since, issuer, servers

    /// Those that say something of a server.
    static let ofServers: [SortOrder] = [.severity, .name, .site, .roundTrip, .certificate, .since]

    /// The order in words.
    package var words: String { words(isReversed: false) }

    /// The order in words, as it is or the other way round.
    package func words(isReversed: Bool) -> String {
        switch self {
        case .severity: isReversed ? "severity, ok first" : "severity, then newest"
        case .name: isReversed ? "name, from the end" : "name"
        case .site: isReversed ? "site, from the end" : "site, then severity"
        case .roundTrip: isReversed ? "round trip, fastest first" : "round trip, slowest first"
        case .certificate: isReversed ? "certificate, longest first" : "certificate, soonest first"
        case .since: isReversed ? "oldest change first" : "newest change first"
        case .issuer: isReversed ? "issuer, from the end" : "issuer, soonest end first"
        case .servers: isReversed ? "fewest servers first" : "most servers first"
        }
    }

    /// The order in one word.
    package var title: String {
        switch self {
        case .severity: "severity"
        case .name: "name"
        case .site: "site"
        case .roundTrip: "rtt"
        case .certificate: "cert"
        case .since: "since"
        case .issuer: "issuer"
        case .servers: "servers"
        }
    }

    /// The column of a list of servers whose heading shows the order; nil when none does.
    var column: ColumnID? {
        switch self {
        case .severity: .state
        case .name: .name
        case .site: .site
        case .roundTrip: .roundTrip
        case .certificate: .certificate
        case .since: .since
        case .issuer, .servers: nil
        }
    }

    /// Whether what the column shows goes down from line to line.
    var isDescending: Bool {
        switch self {
        case .severity, .roundTrip, .servers: true
        case .name, .site, .certificate, .since, .issuer: false
        }
    }

    /// Where a row belongs. What is not known comes last, whichever way round.
    ///
    /// - Parameters:
    ///   - status: The row.
    ///   - rank: The place of its name among all names, which settles ties.
    ///   - siteRank: The place of its site among all sites.
    ///   - isReversed: Whether the order is the other way round.
    /// - Returns: A key that sorts ascending.
    func key(of status: ServerStatus, rank: Int, siteRank: Int = 0, isReversed: Bool = false) -> SortKey {
        // Whole seconds, as ages are shown: rows of one second stand in the order of their names.
        let newest = -(status.since?.second ?? .min / 2)
        // Turns a number round without leaving 64 bits.
        let turn = { (number: Int64) in isReversed ? ~number : number }
        switch self {
        case .severity:
            return SortKey(major: turn(Int64(severity(status.judgement))), minor: newest, rank: rank)
        case .name: return SortKey(major: 0, minor: turn(Int64(rank)), rank: rank)
        case .site:
            return SortKey(major: turn(Int64(siteRank)), minor: Int64(severity(status.judgement)), rank: rank)
        case .roundTrip:
            guard let time = status.snapshot?.roundTrip else { return SortKey(major: 1, minor: 0, rank: rank) }
            return SortKey(major: 0, minor: turn(-time), rank: rank)
        case .certificate:
            // Its end and not what is left of it, which every probe says anew: rows of one certificate would change
            // places with each.
            guard let end = status.lastCertificateEnds else { return SortKey(major: 1, minor: 0, rank: rank) }
            return SortKey(major: 0, minor: turn(end.second), rank: rank)
        case .since:
            guard status.since != nil else { return SortKey(major: 1, minor: 0, rank: rank) }
            return SortKey(major: 0, minor: turn(newest), rank: rank)
        // Of certificates, and nothing of a server: those stand by name.
        case .issuer, .servers: return SortKey(major: 0, minor: 0, rank: rank)
        }
    }

    /// The state's severity, with servers that are down by themselves before those behind a gateway, and critical
    /// warnings before the others.
    private func severity(_ judgement: Judgement) -> Int {
        if judgement.state == .down { return judgement.state.severity * 2 + (judgement.behind == nil ? 0 : 1) }
        let isCritical = judgement.state == .warning && judgement.findings.contains { $0.severity == .critical }
        return judgement.state.severity * 2 + (judgement.state == .warning && !isCritical ? 1 : 0)
    }
}

/// Where a row belongs among the others.
struct SortKey: Comparable, Sendable {
    /// Compared first.
    var major: Int64
    /// Settles equal majors.
    var minor: Int64
    /// Settles the rest; no two rows share it.
    var rank: Int

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.major, left.minor, left.rank) < (right.major, right.minor, right.rank)
    }
}
