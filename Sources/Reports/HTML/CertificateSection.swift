import FleetModel

/// When the certificates end, by week.
enum CertificateSection: SmallSection {
    /// The height of a bar with the space around it, in pixels.
    private static let pitch = 26
    /// The most names in a row of the table.
    private static let mostNames = 4

    static func markup(of report: SnapshotReport) -> Markup? {
        let weeks = CertificateWeeks(of: report)
        guard weeks.total > 0 else { return nil }
        return """
            <section aria-labelledby="certificates">
            <h2 id="certificates">Certificates by week</h2>
            <p>\(summary(weeks)) A certificate that several servers share is counted once.</p>
            <div class="pair">
            \(chart(weeks))\(table(weeks))</div>
            </section>

            """
    }

    private static func summary(_ weeks: CertificateWeeks) -> String {
        let (expired, soon) = (weeks.rows[0].certificates, weeks.rows[1...4].reduce(0) { $0 + $1.certificates })
        let all = weeks.total == 1 ? "1 certificate was seen" : "\(weeks.total) certificates were seen"
        return "\(all): \(expired) expired, \(soon) to end this week or in the three after it."
    }

    private static func chart(_ weeks: CertificateWeeks) -> Markup {
        let most = weeks.rows.map(\.certificates).max() ?? 0
        let bars = weeks.rows.enumerated().map { bar($0.offset, $0.element, most) }
        return """
            <svg class="chart" role="img" height="\(weeks.rows.count * pitch)" aria-labelledby="weeks-title weeks-text">
            <title id="weeks-title">Certificates by the week in which they end</title>
            <desc id="weeks-text">A bar for each week. The table beside it has the same numbers.</desc>
            \(bars)</svg>

            """
    }

    private static func bar(_ index: Int, _ row: CertificateWeeks.Row, _ most: Int) -> Markup {
        let top = index * pitch
        // A bar of one among hundreds is still a bar; the rest of the width is for its number.
        let share = Percentage(row.certificates, of: most).tenths
        let width = Percentage(tenths: row.certificates == 0 ? 0 : max(12, share * 60 / 100))
        let number = Percentage(tenths: 280 + width.tenths + 20)
        return """
            <text x="0" y="\(top + 17)">\(row.title)</text>\
            <rect class="bar \(style(index))" x="28%" y="\(top + 5)" width="\(width)" height="16" rx="3"/>\
            <text class="\(row.certificates == 0 ? "zero" : "num" as Markup)" x="\(number)" y="\(top + 17)">\
            \(row.certificates)</text>

            """
    }

    /// What has ended is down, what ends within four weeks a warning.
    private static func style(_ index: Int) -> Markup {
        switch index {
        case 0: "down"
        case 1...4: "warn"
        default: "unknown"
        }
    }

    private static func table(_ weeks: CertificateWeeks) -> Markup {
        """
        <table class="weeks">
        <caption class="v">Certificates by the week in which they end</caption>
        <thead><tr><th scope="col">Ends</th><th scope="col">From</th><th scope="col" class="n">Certificates</th>\
        <th scope="col">On</th></tr></thead>
        <tbody>
        \(weeks.rows.filter { $0.certificates > 0 }.map(row))</tbody>
        </table>

        """
    }

    private static func row(_ row: CertificateWeeks.Row) -> Markup {
        let rest = row.names.count - mostNames
        let names = row.names.prefix(mostNames).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        return """
            <tr><th scope="row">\(row.title)</th><td>\(row.from?.dateText ?? "")</td>\
            <td class="n">\(row.certificates)</td><td>\(names)</td></tr>

            """
    }
}
