import Drawing
import FleetModel

/// The nine layers of the direct path, with their times and what each showed.
struct LadderSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let snapshot = subject.status.snapshot else {
            guard subject.status.server.path == .gateway else {
                return subject.field("state", "not probed yet: nothing is known")
            }
            return subject.field("direct path", "not probed: users come through the gateway only", .dim)
        }
        let table = LadderTable(subject)
        let bars = Waterfall(snapshot, width: table.barWidth)
        return [table.heading("direct path", bars)]
            + Layer.allCases.flatMap { layer in
                table.lines(
                    String(layer.letter), layer.title, subject.status.judgement.cells[layer],
                    outcome(layer, subject)?.microseconds, bar: bars.bar(of: layer),
                    LayerWords.words(layer, subject, outcome: outcome(layer, subject)))
            }
    }

    private func outcome(_ layer: Layer, _ subject: DetailSubject) -> LayerOutcome? {
        layer == .gateway
            ? subject.gateway?.snapshot?.decisiveOutcome : subject.status.snapshot?.outcome(of: layer)
    }
}

extension GatewaySnapshot {
    /// How the layer ended that failed, or the HTTP transport when none did.
    var decisiveOutcome: LayerOutcome? {
        firstFailure.flatMap { outcome(of: $0.layer) } ?? outcome(of: .gateway)
    }
}
