import FleetModel

/// What was not tested, so that nobody takes silence for health.
enum NotTestedSection: SmallSection {
    static func markup(of report: SnapshotReport) -> Markup? {
        guard !report.notTested.isEmpty else { return nil }
        return """
            <section aria-labelledby="untested">
            <h2 id="untested">What was not tested</h2>
            <p>\(report.notTested.joined(separator: ", ").capitalizedFirst). Of these the report says nothing.</p>
            </section>

            """
    }
}
