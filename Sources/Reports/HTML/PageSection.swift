/// A part of the page: one file, and one line in ``HTMLReport/sections``.
protocol PageSection: SendableMetatype {
    /// Writes what it shows of a report; nothing where there is nothing to show.
    static func write(_ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>)
}

/// A part that is made in one piece, as it is small in the largest fleet.
protocol SmallSection: PageSection {
    /// What it shows of a report; nil where there is nothing to show.
    static func markup(of report: SnapshotReport) -> Markup?
}

extension SmallSection {
    static func write(_ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>) {
        page.add(markup(of: report))
    }
}
