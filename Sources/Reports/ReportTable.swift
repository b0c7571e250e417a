/// All report formats in the order in which help lists them.
package enum ReportTable {
    /// One line for each file under Formats/.
    package static let formats: [any ReportFormat] = [
        TextReport(),
        MarkdownReport(),
        HandoverReport(),
        HTMLReport(),
        JSONReport(),
        JSONLinesReport(),
        CSVReport(),
        JUnitReport(),
        NagiosReport(),
        PrometheusReport(),
    ]

    /// The format of a name; nil when there is none.
    package static func format(named name: String) -> (any ReportFormat)? {
        formats.first { $0.name == name }
    }
}
