/// A way to write a report.
///
/// A format is one value in one file under Formats/ and one line in `ReportTable`. No format ever writes a control
/// character other than the line feed: texts are cleaned again here, whoever made them.
package protocol ReportFormat: Sendable {
    /// What `--format` calls it.
    var name: String { get }
    /// What people call it.
    var title: String { get }
    /// The extension of its files, without the dot.
    var fileExtension: String { get }
    /// Writes the whole report, with a line feed at its end.
    func write(_ report: SnapshotReport, to output: inout some TextOutputStream)
}

extension ReportFormat {
    package var title: String { name }

    /// The whole report as one text.
    package func text(of report: SnapshotReport) -> String {
        var text = ""
        write(report, to: &text)
        return text
    }
}
