import Drawing
import FleetModel

/// What one rule concluded, in labelled parts.
struct FindingText {
    let what: [Line]
    /// Which server and layer, when, and how it was seen.
    let place: [Line]
    let why: [Line]
    let seen: [Line]
    let sure: [Line]
    /// What users see.
    let users: [Line]
    /// What it is not.
    let denials: [Line]
    let steps: [Line]
    /// The first of them, and how many more there are: for where not everything fits.
    let firstSteps: [Line]

    /// The parts on the room that the subject has.
    init(_ finding: Finding, _ subject: DetailSubject) {
        what = subject.field("what", finding.medium, .strong)
        place = subject.field("where", finding.heading(of: subject.status.server.displayName), .dim)
        why = subject.field("why", finding.long)
        // A fingerprint stays in one piece.
        seen = subject.fields(
            "seen", finding.evidence.map { Paragraph(text: CleanText.clean($0, limit: 1_024), keepsWords: true) })
        sure = subject.field("how sure", finding.confidence.clause, .dim)
        users = subject.fields("users see", finding.symptoms.map(\.line))
        denials = subject.fields("not", finding.isNot)
        steps = subject.fields("do", StepText.paragraphs(finding.remedies, room: subject.room))
        let rest = finding.remedies.count - Self.firstCount
        firstSteps =
            rest < 2
            ? steps
            : subject.fields(
                "do",
                StepText.paragraphs(Array(finding.remedies.prefix(Self.firstCount)), room: subject.room)
                    + [Paragraph(text: "and \(rest) more: the tab Remedy has them all", role: .dim)])
    }

    /// How many steps stand among the first.
    private static let firstCount = 3

    /// All parts in the order in which everything else gives them, too.
    var whole: [Line] { what + place + why + seen + sure + users + denials + steps }
}

extension SharedCause {
    /// The statement with how sure it is.
    var line: String { "\(statement) (\(confidence.rawValue))" }
}
