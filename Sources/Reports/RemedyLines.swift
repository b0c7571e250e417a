import FleetModel

/// The characters that a line of text has after its label.
private let room = 70

/// The steps of a finding, numbered through, with the rank of what follows on a line of its own.
///
/// A command stands behind its explanation where both fit into a line, and otherwise below it. It is never broken, nor
/// is the way back: whoever copies the line gets all of it.
func remedyLines(_ remedies: [Remedy]) -> [String] {
    remedies.groups.flatMap { group in ["\(group.rank.mark):"] + group.steps.flatMap(lines) }
}

private func lines(_ step: RemedyGroup.Step) -> [String] {
    let remedy = step.remedy
    let number = "\(step.number). "
    let indent = padded("", number.count)
    let line = clean(remedy.line)
    var lines: [String]
    if let command = remedy.command, number.count + line.count > room {
        lines = wrapped(clean(remedy.lead) + ":", width: room - number.count) + [command]
    } else {
        lines = wrapped(line, width: room - number.count)
    }
    if let undo = remedy.undo { lines.append("back: \(undo)") }
    return lines.enumerated().map { ($0.offset == 0 ? number : indent) + $0.element }
}
