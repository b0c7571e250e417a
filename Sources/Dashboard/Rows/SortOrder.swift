import FleetModel

/// What the rows are sorted by.
package enum SortOrder: String, Sendable, CaseIterable {
    case severity, name, certificate, since

    /// The next one, for a key that steps through them.
    var next: SortOrder {
        switch self {
        case .severity: .name
        case .name: .certificate
        case .certificate: .since
        case .since: .severity
        }
    }

    /// The order in words.
    package var words: String {
        switch self {
        case .severity: "severity, then newest"
        case .name: "name"
        case .certificate: "certificate, soonest first"
        case .since: "newest change first"
        }
    }

    /// Where a row belongs.
    ///
    /// - Parameters:
    ///   - status: The row.
    ///   - rank: The place of its name among all names, which settles ties.
    /// - Returns: A key that sorts ascending.
    func key(of status: ServerStatus, rank: Int) -> SortKey {
        // Whole seconds, as ages are shown: rows of one second stand in the order of their names.
        let newest = -(status.since?.second ?? .min / 2)
        switch self {
        case .severity: return SortKey(major: Int64(severity(status.judgement)), minor: newest, rank: rank)
        case .name: return SortKey(major: 0, minor: 0, rank: rank)
        case .certificate:
            return SortKey(major: 0, minor: status.judgement.certificateLeft?.milliseconds ?? .max, rank: rank)
        case .since: return SortKey(major: 0, minor: newest, rank: rank)
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
