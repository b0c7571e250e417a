import Drawing
import FleetModel

extension GridColumn {
    /// The last probes as a ring: a curve of the round trips, with an X for each that found the server down.
    static let history = GridColumn(
        .history, title: "HISTORY", help: "the last probes as a ring; X is down",
        room: { $0.isWide ? .init(minimum: 10, ideal: $0.isWidest ? 20 : 10) : nil },
        draw: { row, place, point, canvas in
            row.trail.map { HistoryColumn.draw($0, width: place.width, at: point, on: &canvas, row.glyphs) }
        })
}

/// How a probe looks in a row of them.
enum HistoryColumn {
    /// Draws the last probes into some cells from a point on.
    static func draw(_ trail: ProbeTrail, width: Int, at point: Point, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard trail.count > 0 else { return }
        let lowest = trail.lowestLevel
        for cell in 0..<width {
            guard let sample = trail.sample(at: cell, of: width) else { continue }
            let (sign, role) = sign(of: sample, above: lowest, glyphs)
            canvas.put(sign, at: Point(column: point.column + cell, row: point.row), style: Style(role), maxWidth: 1)
        }
    }

    /// A letter where the server was not up, else the height of its round trip over the lowest of the row: twice as long
    /// is one step.
    static func sign(of sample: ProbeTrail.Sample, above lowest: Int?, _ glyphs: Glyphs) -> (String, Role) {
        switch sample.state {
        case .down, .unconfirmed: return (sample.state.sign, .failed)
        case .unknown: return (sample.state.sign, .unknown)
        case .warning, .ok: break
        }
        guard let level = sample.level, let lowest, !glyphs.levels.isEmpty else { return (String(glyphs.ok), .dim) }
        let step = min(max(0, level - lowest) / 2, glyphs.levels.count - 1)
        return (String(glyphs.levels[step]), .normal)
    }
}
