import Drawing
import FleetModel

/// The verdict on one row in full, what it shares with other rows, what each of its cells says, which advice does not fit
/// it, and how its steps are taken from elsewhere.
enum ExplanationText {
    /// The lines about the selected server, gateway, certificate or heading; none when the line is none of these.
    static func lines(_ state: DashboardState, width: Int) -> [Line] {
        if case .group(let id) = state.selectedItem { return GroupText.lines(id, state, width: width) }
        if case .certificate(let fingerprint) = state.selectedItem {
            return CertificateText.lines(fingerprint, state, width: width)
        }
        guard let subject = DetailSubject(state, width: width) else { return [] }
        let status = subject.status
        var lines = verdict(subject, state) + otherWays(subject, state)
        lines += [Line(), Line(" Its cells", .heading)]
        lines += Layer.allCases.flatMap { cell($0, subject) }
        lines += AdviceText.regressions(subject)
        lines += AdviceText.refutations(subject)
        return lines + elsewhere(status.judgement.headline?.remedies ?? [], subject)
    }

    /// The line at which it begins to say what asking otherwise has shown.
    static func lineOfOtherWays(_ state: DashboardState, width: Int) -> Int {
        guard let subject = DetailSubject(state, width: width) else { return 0 }
        return verdict(subject, state).count + 1
    }

    private static func verdict(_ subject: DetailSubject, _ state: DashboardState) -> [Line] {
        let status = subject.status
        var lines = subject.field("state", VerdictSection.sentence(status, state.now), status.judgement.state.role)
        if status.judgement.state == .unconfirmed {
            lines += subject.field("\(status.judgement.state.sign) or DOWN?", status.judgement.state.meaning, .dim)
        }
        lines += subject.fields("shared", subject.shared.map(\.line))
        for finding in status.judgement.findings.withoutRepeats {
            lines += [Line()] + FindingText(finding, subject).whole
        }
        if status.isKnown, status.judgement.findings.isEmpty {
            lines += subject.field("why", "every layer that was tried passed")
        }
        return lines
    }

    /// What asking otherwise has shown, and how to ask; nothing for what cannot be asked and never was.
    private static func otherWays(_ subject: DetailSubject, _ state: DashboardState) -> [Line] {
        guard state.selected != nil else { return [] }
        let shown = VariantsSection().lines(subject)
        guard subject.status.canBeAskedOtherwise else { return shown.isEmpty ? [] : [Line()] + shown }
        let key = state.setup.keys.name(of: "ask-otherwise") ?? ":ask-otherwise"
        let hint = "\(key) asks it in up to four \(shown.isEmpty ? "" : "more ")ways, and says first what that does"
        let heading = shown.isEmpty ? subject.heading("Not asked in other ways yet") : shown
        return [Line()] + heading + subject.field("more", hint, .dim)
    }

    /// The commands of the first verdict for somebody who cannot log on to the server.
    private static func elsewhere(_ remedies: [Remedy], _ subject: DetailSubject) -> [Line] {
        let server = subject.status.server
        let names = RemedyNames(server: server.name, port: server.port)
        let lines = remedies.groups.flatMap(\.steps).flatMap { step in
            let ways = [
                ("over WinRM", step.remedy.throughRemoting(names)), ("on a machine in Azure", step.remedy.throughAzure),
            ]
            let paragraphs = ways.flatMap { way, command in
                command.map { command in
                    [
                        Paragraph(text: way + ":", role: .dim),
                        Paragraph(
                            text: CleanText.clean(command, limit: 1_024), first: "  ", rest: "    ", keepsWords: true),
                    ]
                } ?? []
            }
            return subject.fields("step \(step.number)", paragraphs)
        }
        return lines.isEmpty ? [] : [Line()] + subject.heading("The same steps from elsewhere") + lines
    }

    private static func cell(_ layer: Layer, _ subject: DetailSubject) -> [Line] {
        let cell = subject.status.judgement.cells[layer]
        let reason: String =
            switch cell {
            case .notReached: layer.need.map { ": it needs \($0.title), which failed" } ?? ""
            case .notApplicable: ", or not permitted here"
            case .unknown: ": not measured yet"
            case .ok, .warning, .failed: ""
            }
        return subject.field(
            "\(layer.letter) \(layer.title)", cell.sentence(subject.glyphs) + reason, cell.role,
            indent: 16)
    }
}
