import FleetModel

/// What asking otherwise showed.
enum VariantTable {
    static func markup(of attempts: [VariantAttempt]) -> Markup? {
        guard !attempts.isEmpty else { return nil }
        return """
            <h4>Asked otherwise, each on a connection of its own</h4>
            <table class="layers">
            <caption class="v">What asking otherwise showed</caption>
            <thead><tr><th scope="col">Asked</th><th scope="col">Took</th><th scope="col">Answer</th></tr></thead>
            <tbody>
            \(attempts.map(row))</tbody>
            </table>

            """
    }

    private static func row(_ attempt: VariantAttempt) -> Markup {
        """
        <tr><th scope="row">\(attempt.variant.words)</th><td>\(attempt.microseconds.asMilliseconds) ms</td>\
        <td>\(attempt.result)</td></tr>

        """
    }
}
