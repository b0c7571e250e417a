import Drawing
import FleetModel

/// The steps of every finding, numbered through, with where they are done, what they risk and the way back.
struct RemedySection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let steps = NumberedSteps(subject.status.judgement, gateway: subject.gateway)
        guard !steps.parts.isEmpty else {
            let words =
                subject.status.judgement.state == .ok
                ? "Nothing to do: every layer that was tried passed." : "Nothing known that would help here."
            return paragraph(subject.status.isKnown ? words : "Not probed yet: nothing is known.", subject)
        }
        var lines = paragraph(Self.introduction(steps), subject)
        for part in steps.parts {
            let finding = part.finding
            lines += [Line()] + subject.heading("\(finding.medium) (\(finding.confidence.rawValue))")
            lines += self.lines(of: part, subject)
        }
        return lines + [Line()] + paragraph("Then r probes this server again, and shows whether it helped.", subject)
    }

    private static func introduction(_ steps: NumberedSteps) -> String {
        let promise = "This program runs none of these steps."
        return steps.commands.isEmpty ? promise : "\(promise) y and the number of a step copies its command."
    }

    private func lines(of part: NumberedSteps.Part, _ subject: DetailSubject) -> [Line] {
        let indent = subject.isNarrow ? 1 : 3
        let room = max(8, subject.width - indent - 1)
        return StepText.paragraphs(part.finding.remedies, from: part.first, room: room, namesPlaces: true).flatMap {
            paragraph in
            paragraph.lines(indent: indent, width: subject.width).map { indent, text in
                Line(pad("", to: indent)).adding(text, paragraph.role)
            }
        }
    }

    private func paragraph(_ text: String, _ subject: DetailSubject) -> [Line] {
        wrap(text, to: max(8, subject.width - 2)).map { Line(" " + $0, .dim) }
    }
}
