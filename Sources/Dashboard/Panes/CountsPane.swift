import Drawing
import FleetModel

/// How many servers are in which state; the last thing that a shrinking screen gives up.
struct CountsPane: Pane {
    let id = PaneID.counts

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        var line = counts(state.rows, width: rect.width)
        let gap = rect.width < 60 ? " " : "  "
        let rects = Arrangement(of: state, in: canvas.bounds).rects
        let worst = worst(state.rows.counts, width: rect.width)
        if rects[.title] == nil {
            line = CountsWarnings(state, hasCause: rects[.cause] != nil).added(to: [line, worst], width: rect.width)
            let clock = line.adding("\(gap)\(state.now.timeText)Z", .dim)
            if clock.width <= rect.width { line = clock }
        } else if line.width > rect.width {
            line = worst
        } else {
            let all = line.adding("\(gap) of \(state.rows.count)", .dim)
            line = state.backstage == nil && all.width <= rect.width ? all : line
            if state.backstage != nil {
                line = delta(state.liveRows.counts, line, state.rows.counts, width: rect.width)
            }
        }
        line.draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    /// All counts, with the fullest words for what is behind a gateway that fit, and room for the clock.
    private func counts(_ rows: Rows, width: Int) -> Line {
        let isTight = width < 60
        let counts = rows.counts
        let attended = attended(rows, isTight: isTight)
        let lines = (counts.behindForms + (counts.behind.isEmpty ? [""] : [])).map {
            self.counts(counts, behind: $0, isTight: isTight).adding(attended)
        }
        let clock = isTight ? 0 : 11
        return lines.first { $0.width + clock <= width } ?? lines.last ?? Line()
    }

    private func counts(_ counts: StateCounts, behind: String, isTight: Bool) -> Line {
        let words = isTight ? ["D", "W", "?", "ok"] : [" DOWN ", "WARN ", "? ", "ok "]
        let numbers = [counts.down, counts.warning, counts.unknown, counts.ok]
        let roles: [Role] = [.failed, .warning, .unknown, .ok]
        var line = Line()
        for (index, word) in words.enumerated() {
            if index > 0 { line = line.adding(isTight ? " " : "  ") }
            line = line.adding("\(word)\(numbers[index])", numbers[index] > 0 ? roles[index] : .dim)
            if index == 0, !behind.isEmpty { line = line.adding(isTight ? behind : " \(behind)", .failed) }
        }
        return line
    }

    /// How many servers are muted, and how many acknowledged; nothing when none is.
    private func attended(_ rows: Rows, isTight: Bool) -> Line {
        let counts = [
            (rows.muted, isTight ? "m" : "muted ", Role.muted),
            (rows.acknowledged, isTight ? "a" : "acked ", .acknowledged),
        ]
        return counts.filter { $0.0 > 0 }.reduce(Line()) { line, count in
            line.adding(isTight ? " " : "  ").adding("\(count.1)\(count.0)", count.2)
        }
    }

    /// How many are down and warn by now, and how many more or fewer than on the screen that stands still.
    private func delta(_ now: StateCounts, _ line: Line, _ shown: StateCounts, width: Int) -> Line {
        func change(_ now: Int, _ shown: Int) -> String {
            now == shown ? "" : " (\(now > shown ? "+" : "-")\(abs(now - shown)))"
        }
        // Apart, as in the counts that it stands beside.
        let behind = (now.behind.values.reduce(0, +), shown.behind.values.reduce(0, +))
        let plus = behind.0 == 0 ? "" : " +\(behind.0)"
        let first = "NOW: DOWN \(now.down)\(plus)\(change(now.down + behind.0, shown.down + behind.1))"
        let second = "  WARN \(now.warning)\(change(now.warning, shown.warning))"
        let room = width - line.width - 2
        guard let text = [first + second, first].first(where: { $0.count + 1 <= room }) else { return line }
        return line.adding(String(repeating: " ", count: room + 1 - text.count)).adding(text, .changed)
    }

    /// The worst state there is, with its count where that fits.
    private func worst(_ counts: StateCounts, width: Int) -> Line {
        let behind = counts.behind.values.reduce(0, +)
        let states: [(Int, String, Role)] = [
            (counts.down + behind, "D", .failed), (counts.warning, "W", .warning), (counts.unknown, "?", .unknown),
        ]
        let (count, sign, role) = states.first { $0.0 > 0 } ?? (counts.ok, "ok", .ok)
        return Line(sign.count + String(count).count <= width ? "\(sign)\(count)" : String(sign.prefix(width)), role)
    }
}
