import Drawing
import FleetModel

/// How far one gets on each path that users take, in a line: `DNS 1.2 ms > TCP 11 ms > X.224 14 ms > ...`.
struct PathsSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        var lines: [Line] = []
        if let snapshot = subject.status.snapshot, subject.status.server.path != .gateway {
            lines += path(
                "direct", Waterfall.climbed, since: snapshot.began, Waterfall(snapshot, width: 1),
                subject.status.judgement.cells, subject,
                outcome: { snapshot.outcome(of: $0) })
        }
        if subject.status.server.path != .direct, let gateway = subject.gateway, let snapshot = gateway.snapshot {
            lines += path(
                "by gateway", Waterfall.climbedAtGateway, since: snapshot.began, Waterfall(snapshot, width: 1),
                gateway.judgement.cells,
                subject,
                outcome: { snapshot.outcome(of: $0) })
        }
        return lines
    }

    private func path(
        _ label: String, _ layers: [Layer], since began: Instant, _ bars: Waterfall, _ cells: Cells,
        _ subject: DetailSubject,
        outcome: (Layer) -> LayerOutcome?
    ) -> [Line] {
        var steps: [String] = []
        var ends: [String] = []
        var complaints: [String] = []
        for layer in layers {
            let title = layer == .gateway ? "HTTP" : layer.title
            let outcome = outcome(layer)
            switch cells[layer] {
            case .failed(let letter):
                let words = "\(title): \(outcome?.failure?.words ?? letter.meaning)"
                if layer == .certificate || layer == .nla { complaints.append(words) } else { ends.append(words) }
                steps.append(title + " failed")
            case .notReached: steps.append(title + " not reached")
            case .ok, .warning, .unknown:
                guard let outcome else { continue }
                let isEarlier = outcome.at < began
                steps.append("\(title) \(isEarlier ? "seen " + subject.age(outcome.at) : outcome.microseconds.latency)")
            case .notApplicable: continue
            }
        }
        guard !steps.isEmpty else { return [] }
        // What is wrong with a certificate stops no probe: it went on to the logon, and ended there.
        let summary =
            ends.isEmpty
            ? (["answers up to the logon" + (bars.total > 0 ? " in \(bars.total.latency)" : "")] + complaints).joined(
                separator: "; ")
            : "fails at " + ends.joined(separator: "; ")
        let role: Role = !ends.isEmpty ? .failed : complaints.isEmpty ? .ok : .warning
        return subject.field(label, summary, role) + subject.fields("", Self.rows(of: steps, width: subject.room), .dim)
    }

    /// The steps on as many lines as they need, broken between two of them.
    private static func rows(of steps: [String], width: Int) -> [String] {
        var rows: [String] = []
        for (place, step) in steps.enumerated() {
            let piece = place == steps.count - 1 ? step : step + " >"
            if let last = rows.last, TextWidth.cells(of: last) + 1 + TextWidth.cells(of: piece) <= width {
                rows[rows.count - 1] = "\(last) \(piece)"
            } else {
                rows.append(piece)
            }
        }
        return rows
    }
}
