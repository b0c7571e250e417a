import FleetModel

/// A judgement of what has a name, for people: what, where, why, what was seen, how sure, what users see, what it is not,
/// what to do; notes beside it in one block.
func judgementLines(_ judgement: Judgement, of name: String) -> [String] {
    judgement.weighty.flatMap { findingLines($0, of: name) } + labelled("also", judgement.notes.map(\.medium))
}

extension Judgement {
    /// The headline and whatever weighs more than a note, without what an earlier one has said.
    var weighty: [Finding] { findings.filter { $0.severity < .note || $0 == headline }.withoutRepeats }

    /// Notes beside the headline.
    var notes: [Finding] { findings.filter { $0.severity == .note && $0 != headline } }
}

private func findingLines(_ finding: Finding, of name: String) -> [String] {
    let broken = { (texts: [String]) in texts.flatMap { wrapped(clean($0), width: 70) } }
    return labelled("what", [finding.medium]) + labelled("where", broken([finding.heading(of: name)]))
        + labelled("why", broken([finding.long])) + labelled("seen", finding.evidence.flatMap(evidenceLines))
        + labelled("sure", [finding.confidence.clause]) + labelled("users", broken(finding.symptoms.map(\.line)))
        + labelled("not", broken(finding.isNot)) + labelled("do", remedyLines(finding.remedies))
}

/// A piece of evidence, its second line and those after it indented; not broken when it has a fingerprint or an address
/// of a page, which are copied.
private func evidenceLines(_ evidence: String) -> [String] {
    let text = clean(evidence)
    guard text.split(separator: " ").allSatisfy({ $0.count <= 40 }) else { return [text] }
    return wrapped(text, width: 70).enumerated().map { $0.offset == 0 ? $0.element : "  " + $0.element }
}

/// Lines with a label before the first of them, in a column of so many characters.
func labelled(_ label: String, _ lines: [String], width: Int = 8) -> [String] {
    lines.enumerated().map { padded($0.offset == 0 ? label : "", width) + clean($0.element) }
}
