import Drawing
import FleetModel

/// The verdict on one row in full, and what each of its cells says.
enum ExplanationText {
    /// The lines about the selected server; none when there is no server.
    static func lines(_ state: DashboardState, width: Int) -> [Line] {
        guard let status = state.selectedStatus else { return [] }
        let subject = DetailSubject(
            status: status, gateway: state.gateway(of: status.server), now: state.now, glyphs: state.glyphs,
            width: width)
        var lines = subject.field("state", VerdictSection.sentence(status, state.now), status.judgement.state.role)
        if status.judgement.state == .unconfirmed {
            lines += subject.field("\(status.judgement.state.sign) or DOWN?", status.judgement.state.meaning, .dim)
        }
        for finding in status.judgement.findings {
            lines += [Line()] + VerdictSection.lines(finding, subject)
        }
        if status.isKnown, status.judgement.findings.isEmpty {
            lines += subject.field("why", "every layer that was tried passed")
        }
        lines += [Line(), Line(" Its cells", .heading)]
        return lines + Layer.allCases.flatMap { cell($0, subject) }
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
