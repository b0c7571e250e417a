import FleetModel

/// What rules concluded, whole: what it is, how sure, what was seen, what to do.
enum FindingMarkup {
    /// The findings that weigh, then the notes beside them.
    static func markup(of judgement: Judgement) -> Markup {
        let notes: Markup? =
            judgement.notes.isEmpty
            ? nil
            : """
            <h4>Also</h4>
            <ul class="plain">
            \(judgement.notes.map { "<li>\($0.medium)</li>\n" as Markup })</ul>

            """
        return "\(judgement.weighty.map(markup))\(notes)"
    }

    private static func markup(of finding: Finding) -> Markup {
        let when: Markup? = finding.at.map { ", \($0)" }
        return """
            <div class="finding \(finding.severity.style)">
            <h4>\(finding.medium) <span class="sure">\(finding.confidence.rawValue)</span></h4>
            <p class="quiet">\(finding.layer.title)\(when), \(finding.sighting.words). \(finding.confidence.sentence)</p>
            <p>\(finding.long)</p>
            \(list("Seen", finding.evidence, style: "seen"))\(list("Users see", finding.symptoms.map(\.line)))\
            \(list("What it is not", finding.isNot))\(steps(finding.remedies))</div>

            """
    }

    private static func list(_ title: String, _ items: [String], style: Markup = "plain") -> Markup? {
        guard !items.isEmpty else { return nil }
        return """
            <h5>\(title)</h5>
            <ul class="\(style)">
            \(items.map { "<li>\($0)</li>\n" as Markup })</ul>

            """
    }

    private static func steps(_ remedies: [Remedy]) -> Markup? {
        guard !remedies.isEmpty else { return nil }
        return """
            <h5>To do, in this order</h5>
            <ol class="todo">
            \(remedies.groups.flatMap { group in group.steps.map { step($0, group.rank) } })</ol>

            """
    }

    private static func step(_ step: RemedyGroup.Step, _ rank: Remedy.Rank) -> Markup {
        let remedy = step.remedy
        let back: Markup? = remedy.undo.map { "<div class=\"quiet\">The way back:</div><pre>\($0)</pre>" }
        return """
            <li><span class="no">\(step.number).</span><div><span class="rank">\(rank.mark.capitalizedFirst):</span> \
            \(remedy.lead)\(remedy.command.map { "<pre>\($0)</pre>" })\(back)</div></li>

            """
    }
}
