import Drawing

/// What must not be missed of a screen that has no other line to say it: it stands behind the counts, in few words where
/// there is little room, and the counts give way to it.
struct CountsWarnings {
    /// Something to be said, the longest form first.
    private struct Warning {
        var forms: [String]
        var role: Role = .warning

        var shortest: Int { forms.map { TextWidth.cells(of: $0) }.min() ?? 0 }
    }

    private let warnings: [Warning]

    /// What there is to say, the most important first.
    init(_ state: DashboardState, hasCause: Bool) {
        var warnings: [Warning] = []
        if state.setup.isDemo { warnings.append(Warning(forms: ["DEMO"])) }
        if state.backstage != nil { warnings.append(Warning(forms: ["FROZEN"])) }
        if state.stopped != nil { warnings.append(Warning(forms: ["STOPPED"])) }
        if let ourSide = state.ourSide, !hasCause {
            warnings.append(Warning(forms: [ourSide, "OUR SIDE"], role: .unknown))
        }
        if let stale = state.staleSentence { warnings.append(Warning(forms: [stale])) }
        let hidden = state.rows.hidden
        if hidden > 0 {
            let kept = state.list.isFilterKept ? ["filter of last time hides \(hidden)"] : []
            warnings.append(
                Warning(forms: kept + ["filter hides \(hidden)", "hides \(hidden)", "hid \(hidden)"]))
        }
        self.warnings = warnings
    }

    /// The first of the lines behind which all of it fits, with it; behind the last of them as much as fits.
    func added(to lines: [Line], width: Int) -> Line {
        let gap = width < 60 ? " " : "  "
        let needed = warnings.reduce(0) { $0 + gap.count + $1.shortest }
        var line = lines.first { $0.width + needed <= width } ?? lines.last ?? Line()
        var later = needed
        for warning in warnings {
            later -= gap.count + warning.shortest
            let room = width - line.width - gap.count
            let form = warning.forms.first { TextWidth.cells(of: $0) + later <= room }
            guard let form = form ?? warning.forms.last, TextWidth.cells(of: form) <= room else { continue }
            line = line.adding(gap).adding(form, warning.role)
        }
        return line
    }
}
