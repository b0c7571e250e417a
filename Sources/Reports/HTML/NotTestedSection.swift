import FleetModel

/// What was not tested, so that nobody takes silence for health.
enum NotTestedSection: SmallSection {
    static func markup(of report: SnapshotReport) -> Markup? {
        """
        <section aria-labelledby="untested">
        <h2 id="untested">What was not tested</h2>
        <p>Of these the report says nothing:</p>
        <ul class="plain">
        \(report.notTested.map { "<li>\($0)</li>\n" as Markup })</ul>
        </section>

        """
    }
}
