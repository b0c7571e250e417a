import FleetModel

extension MarkdownReport {
    /// What failing servers share, as a list under a heading; nothing when too few servers fail for the question.
    func writeCauses(of report: SnapshotReport, to output: inout some TextOutputStream) {
        let causes = report.causes
        let scope = report.widerCauses.map { ", \($0)" } ?? ""
        if let nothing = causes.nothingInCommon {
            print("\nNo common cause seen\(scope): \(markdownText(nothing)).", to: &output)
        }
        guard !causes.causes.isEmpty else { return }
        print("\n## One cause or many\(scope)\n", to: &output)
        for cause in causes.causes {
            let radius = cause.blastRadius.map { " \(markdownText($0))." } ?? ""
            let sure = cause.confidence.oneCause.capitalizedFirst
            print("- **\(sure):** \(markdownText(cause.long))\(radius)", to: &output)
        }
        if causes.unexplained > 0 {
            print("\n\(causes.unexplainedSentence).", to: &output)
        }
    }
}
