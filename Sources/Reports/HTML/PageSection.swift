/// A part of the page: one file, and one line in ``HTMLReport/sections``.
protocol PageSection: SendableMetatype {
    /// What it shows of a report; nil where there is nothing to show.
    static func markup(of report: SnapshotReport) -> Markup?
}
