import FleetModel

/// Whether mstsc would connect with a user's file.
enum ForecastSection: SmallSection {
    static func markup(of report: SnapshotReport) -> Markup? {
        guard let forecast = report.forecast else { return nil }
        let notes = forecast.notes + forecast.file.remarks.map { "In the file: \($0)" }
        return """
            <section aria-labelledby="forecast">
            <h2 id="forecast">What a client does with \(forecast.file.source)</h2>
            <p>Asks for \(forecast.file.demands.joined(separator: "; ")).</p>
            <div class="cards"><div class="card">
            <p class="what">\(forecast.verdict)</p>
            <table class="layers">
            <caption class="v">How each step goes</caption>
            <thead><tr><th scope="col">Step</th><th scope="col">Outcome</th><th scope="col">Why</th></tr></thead>
            <tbody>
            \(forecast.steps.map(row))</tbody>
            </table>
            \(notes.map { "<p class=\"quiet\">\($0)</p>\n" as Markup })</div></div>
            </section>

            """
    }

    private static func row(_ step: Forecast.Step) -> Markup {
        """
        <tr><th scope="row">\(step.stage.title)</th><td>\(step.outcome.words)</td>\
        <td>\(ForecastLines.text(of: step))</td></tr>

        """
    }
}
