import FleetModel

/// How many certificates end in which of the weeks to come.
struct CertificateWeeks {
    /// The most weeks after this one.
    static let most = 12

    /// A span of time, and the certificates that end in it.
    struct Row {
        /// `expired`, `this week`, `week 49`, `later`.
        let title: String
        /// The first day of it; nil where it has none.
        let from: Instant?
        /// How many different certificates, by fingerprint.
        var certificates = 0
        /// Who shows them, in the order of the report, servers before gateways.
        var names: [String] = []
    }

    /// Expired, this week, the weeks after it, later.
    let rows: [Row]

    init(of report: SnapshotReport) {
        let now = report.at
        var rows = [Row(title: "expired", from: nil)]
        var bounds = [now]
        var week = ISOWeek(of: now)
        rows.append(Row(title: "this week", from: week.start))
        bounds.append(week.end)
        for _ in 0..<Self.most {
            week = week.next
            rows.append(Row(title: "week \(week.number)", from: week.start))
            bounds.append(week.end)
        }
        rows.append(Row(title: "later", from: week.end))
        var seen: Set<String> = []
        for (name, facts) in Self.certificates(of: report) {
            guard let end = facts.leaf.notAfter else { continue }
            let place = bounds.firstIndex { end < $0 } ?? bounds.count
            rows[place].names.append(name)
            if seen.insert("\(place) \(facts.leaf.sha256)").inserted { rows[place].certificates += 1 }
        }
        self.rows = rows
    }

    /// How many certificates there are.
    var total: Int { rows.reduce(0) { $0 + $1.certificates } }

    private static func certificates(of report: SnapshotReport) -> [(String, CertificateFacts)] {
        let servers = report.statuses.compactMap { status in
            status.snapshot?.certificate?.facts.map { (status.server.displayName, $0) }
        }
        let gateways = report.gateways.compactMap { status in
            status.snapshot?.certificate?.facts.map { (status.gateway.name, $0) }
        }
        return servers + gateways
    }
}
