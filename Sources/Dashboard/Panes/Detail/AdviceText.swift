import Drawing
import FleetModel

/// What is known of a server beyond its verdict, under headings of its own.
enum AdviceText {
    /// The most pieces of advice that are named.
    private static let mostRefutations = 12
    /// The most updates that are named.
    private static let mostRegressions = 6

    /// Advice that is often given and does not fit what was seen; what one thing speaks against stands together.
    static func refutations(_ subject: DetailSubject) -> [Line] {
        let shown = (subject.advice?.refutations ?? []).prefix(mostRefutations)
        guard !shown.isEmpty else { return [] }
        var reasons: [String] = []
        for refutation in shown where !reasons.contains(refutation.why) { reasons.append(refutation.why) }
        return [Line()] + subject.heading("Common advice that today's evidence speaks against")
            + reasons.flatMap { why in
                subject.fields("advice", shown.filter { $0.why == why }.map(\.claim)) + subject.field("but", why, .dim)
            }
    }

    /// Updates of Windows that are known to break Remote Desktop.
    static func regressions(_ subject: DetailSubject) -> [Line] {
        let regressions = subject.advice?.regressions ?? []
        guard !regressions.isEmpty else { return [] }
        return [Line()] + subject.heading("Updates of Windows that may concern it")
            + regressions.prefix(mostRegressions).flatMap { subject.field("update", $0) }
    }
}
