import FleetModel

extension MarkdownReport {
    /// What failing servers share, as a list under a heading; nothing when too few servers fail for the question.
    func writeCauses(_ causes: CommonCauses, to output: inout some TextOutputStream) {
        if let nothing = causes.nothingInCommon {
            print("\nNo common cause seen: \(markdownText(nothing)).", to: &output)
        }
        guard !causes.causes.isEmpty else { return }
        print("\n## One cause or many\n", to: &output)
        for cause in causes.causes {
            let radius = cause.blastRadius.map { " \(markdownText($0))." } ?? ""
            print("- **\(cause.confidence.oneCause):** \(markdownText(cause.long))\(radius)", to: &output)
        }
        if causes.unexplained > 0 {
            print("\nOf \(causes.unexplained) of \(causes.failing) this says nothing.", to: &output)
        }
    }
}
