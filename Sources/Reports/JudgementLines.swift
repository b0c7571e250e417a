import FleetModel

/// A judgement for people: what, why, what was seen, how sure, what to do; notes beside it in one block.
func judgementLines(_ judgement: Judgement) -> [String] {
    judgement.weighty.flatMap(findingLines) + labelled("also", judgement.notes.map(\.medium))
}

extension Judgement {
    /// The headline and whatever weighs more than a note, without evidence and steps that an earlier one has given.
    var weighty: [Finding] {
        var evidence: Set<String> = []
        var steps: Set<[Remedy]> = []
        return findings.filter { $0.severity < .note || $0 == headline }.map { finding in
            var finding = finding
            finding.evidence.removeAll { !evidence.insert($0).inserted }
            if !steps.insert(finding.remedies).inserted { finding.remedies = [] }
            return finding
        }
    }

    /// Notes beside the headline.
    var notes: [Finding] { findings.filter { $0.severity == .note && $0 != headline } }
}

/// One finding. Commands are never broken across lines, so that they can be copied.
private func findingLines(_ finding: Finding) -> [String] {
    let steps = finding.remedies.enumerated().map { "\($0.offset + 1). \($0.element.line)" }
    return labelled("what", [finding.medium]) + labelled("why", wrapped(clean(finding.long), width: 70))
        + labelled("seen", finding.evidence) + labelled("sure", [finding.confidence.clause]) + labelled("do", steps)
}

/// Lines with a label before the first of them.
func labelled(_ label: String, _ lines: [String]) -> [String] {
    lines.enumerated().map { padded($0.offset == 0 ? label : "", 8) + clean($0.element) }
}
