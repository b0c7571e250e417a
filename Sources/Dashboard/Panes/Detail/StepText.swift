import Drawing
import FleetModel

/// The steps of a finding, numbered through, with the rank of what follows on a line of its own.
enum StepText {
    /// The steps as paragraphs. A command stands behind its explanation where both fit into one line of `room` cells, and
    /// otherwise below it, broken at blanks only.
    static func paragraphs(_ remedies: [Remedy], room: Int) -> [Paragraph] {
        remedies.groups.flatMap { group in
            [Paragraph(text: group.rank.mark + ":", role: group.rank.role)]
                + group.steps.flatMap { paragraphs($0, room: room) }
        }
    }

    private static func paragraphs(_ step: RemedyGroup.Step, room: Int) -> [Paragraph] {
        let remedy = step.remedy
        let number = "\(step.number). "
        let indent = pad("", to: number.count)
        var paragraphs: [Paragraph]
        if let command = remedy.command, number.count + TextWidth.cells(of: remedy.line) > room {
            paragraphs = [
                Paragraph(text: clean(remedy.lead) + ":", first: number, rest: indent),
                Paragraph(text: clean(command), first: indent, rest: indent + "  ", role: .strong, keepsWords: true),
            ]
        } else {
            paragraphs = [Paragraph(text: clean(remedy.line), first: number, rest: indent)]
        }
        if let undo = remedy.undo {
            paragraphs.append(
                Paragraph(
                    text: "back: " + clean(undo), first: indent, rest: indent + "  ", role: .dim, keepsWords: true))
        }
        return paragraphs
    }

    private static func clean(_ text: String) -> String { CleanText.clean(text, limit: 1_024) }
}

extension Remedy.Rank {
    /// The meaning of the rank on the screen.
    fileprivate var role: Role {
        switch self {
        case .check, .fix: .dim
        case .disruptive, .weakening: .warning
        }
    }
}
