import Drawing
import FleetModel

/// The steps of a finding, numbered through, with the rank of what follows on a line of its own.
enum StepText {
    /// The steps as paragraphs. A command stands behind its explanation where both fit into one line of `room` cells, and
    /// otherwise below it, broken at blanks only.
    ///
    /// - Parameters:
    ///   - remedies: In their order.
    ///   - first: The number of the first.
    ///   - room: The cells of a line.
    ///   - namesPlaces: Whether the headings say where the steps are done, too.
    /// - Returns: Headings, steps and ways back in the order in which they are read.
    static func paragraphs(
        _ remedies: [Remedy], from first: Int = 1, room: Int, namesPlaces: Bool = false
    ) -> [Paragraph] {
        remedies.groups.flatMap { group in
            var place: Remedy.Place?
            return group.steps.flatMap { step in
                let isNew = place == nil || (namesPlaces && step.remedy.place != place)
                place = step.remedy.place
                let words = group.rank.mark + (namesPlaces ? ", \(step.remedy.place.words):" : ":")
                let heading = isNew ? [Paragraph(text: words, role: group.rank.role)] : []
                return heading + paragraphs(step, number: first + step.number - 1, room: room)
            }
        }
    }

    private static func paragraphs(_ step: RemedyGroup.Step, number place: Int, room: Int) -> [Paragraph] {
        let remedy = step.remedy
        // From the tenth on another key than the number copies the command.
        let key = place > 9 && remedy.command != nil ? CopyKeys.key(of: place).map { "(y \($0)) " } : nil
        let number = "\(place). \(key ?? "")"
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

extension Remedy.Place {
    /// Where a step is done, in a few words.
    var words: String {
        switch self {
        case .here: "on this machine"
        case .server: "on the server"
        case .gateway: "on the gateway"
        case .client: "on a client"
        case .dns: "on the name servers"
        case .between: "on what is in between"
        }
    }
}
