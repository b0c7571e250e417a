import Drawing
import FleetModel

/// The last line: the keys that matter here, or what the prompt above expects.
struct FooterPane: Pane {
    let id = PaneID.footer

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        line(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func line(_ state: DashboardState, width: Int) -> Line {
        switch state.prompt {
        case .filter:
            if let mistake = state.filterMistake { return Line(" " + mistake.text, .warning) }
            return longest(Self.filterHints, width: width)
        case .write(_, let format):
            let other = format == .markdown ? "JSON" : "Markdown"
            return longest(["Enter writes  Tab: \(other) instead  Esc cancels", "Enter  Tab  Esc"], width: width)
        case nil: return keys(state, width: width)
        }
    }

    private static let filterHints = [
        "Enter keeps  Esc clears   words  !not  is:down  site:fra  tag:prod  layer:tls  reason:T  cert<14d  since<10m",
        "Enter keeps  Esc clears   words  !not  is:down  site:fra  layer:tls  cert<14d",
        "Enter keeps  Esc clears   fra !lab is:down", "Enter keeps  Esc clears", "Enter  Esc",
    ]

    private func longest(_ hints: [String], width: Int) -> Line {
        Line(" " + (hints.first { $0.count < width } ?? hints.last ?? ""), .dim)
    }

    /// As many keys as fit whole, most needed first; the way back is always among them and always last.
    private func keys(_ state: DashboardState, width: Int) -> Line {
        let bindings = KeyTable.footer(at: state.place)
        let wayBack = bindings.filter { $0.action == .back }
        var used = wayBack.reduce(0) { $0 + Self.width(of: $1, state) }
        let others = bindings.filter { binding in
            guard binding.action != .back else { return false }
            let needed = Self.width(of: binding, state)
            guard used + needed <= width else { return false }
            used += needed
            return true
        }
        var line = Line()
        for (index, binding) in (others + wayBack).enumerated() {
            line = line.adding(index == 0 ? " " : "  ")
                .adding(binding.keys.first?.name ?? "", .key).adding(":" + Self.title(binding, state), .dim)
        }
        return line
    }

    /// The cells of a key with the blanks before it.
    private static func width(of binding: KeyBinding, _ state: DashboardState) -> Int {
        TextWidth.cells(of: binding.keys.first?.name ?? "") + 3 + TextWidth.cells(of: title(binding, state))
    }

    private static func title(_ binding: KeyBinding, _ state: DashboardState) -> String {
        let isAtRoot = binding.action == .back && state.place == .board
        guard isAtRoot else { return binding.title }
        return state.filterText.isEmpty ? "Quit" : "Clear"
    }
}
