import Drawing
import FleetModel

/// One sentence on the worst of the fleet.
struct CausePane: Pane {
    let id = PaneID.cause

    func draw(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
        sentence(state, width: rect.width).draw(in: rect, on: &canvas, glyphs: state.glyphs)
    }

    private func sentence(_ state: DashboardState, width: Int) -> Line {
        let rows = state.rows
        // While nothing is probed, nothing here is of now.
        if let stopped = state.stopped {
            let age = max(.zero, state.clock - stopped).compact
            return Line(" >> ", .cause).adding("probing stopped \(age) ago: what stands here is old", .warning)
        }
        if let changed = state.backstage?.changed.count, changed > 0 {
            let forms = [
                "\(counted(changed)) changed since the freeze; changed rows carry ~", "\(counted(changed)) changed (~)",
            ]
            return Line(" >> ", .cause).adding(
                forms.first { $0.count <= width - 4 } ?? "\(changed) changed", .changed)
        }
        // While something is wrong on our side, no row means what it says.
        if let ourSide = state.ourSide {
            return Line(" >> ", .cause).adding(
                clip(ourSide, to: width - 4, ellipsis: String(state.glyphs.ellipsis)), .unknown)
        }
        if rows.count == 0 { return Line() }
        if rows.probed == 0 { return Line(" first sweep under way: nothing is known yet", .dim) }
        guard let worst = rows.worst else { return withoutProblem(rows) }
        let status = rows[worst]
        if let line = shared(state, width: width) { return line }
        if let line = gateway(before: status, state, width: width) { return line }
        let sentences = sentences(worst, state, width: width)
        let isShared = rows.verdicts.shared(by: status.judgement) != nil
        let sentence = sentences.first { TextWidth.cells(of: $0) <= width - 4 } ?? sentences.last ?? ""
        var line = Line(" >> ", .cause).adding(sentence, .cause)
        // What does not fit whole is left out.
        for hint in [state.selected == worst ? "   x:why" : "", isShared ? "" : others(rows, status)] {
            let longer = line.adding(hint, .dim)
            if longer.width <= width { line = longer }
        }
        return line
    }

    private func counted(_ rows: Int) -> String { rows == 1 ? "1 row has" : "\(rows) rows have" }

    /// What failing servers share and healthy ones do not; nil when that is nothing but their verdict, of which the rows
    /// know more themselves.
    private func shared(_ state: DashboardState, width: Int) -> Line? {
        guard let cause = state.causes.first, cause.trait != .verdict else { return nil }
        let word = "\(cause.confidence.rawValue): "
        // What the gateway's own probe says of it, and since when.
        let gateway = cause.trait == .gateway ? state.gateways[cause.value.lowercased()] : nil
        let verdict = gateway?.judgement.headline?.medium
        let since = gateway?.age(at: state.now).map { ", since \($0.compact)" } ?? ""
        let names = cause.trait == .gateway ? nil : names(of: cause.servers, state.rows)
        let fullest = [verdict.map { "; \($0)\(since)" }, names.map { " (\($0))" }].compactMap(\.self)
        let forms =
            fullest.map { word + cause.statement + $0 }
            + [word + cause.statement, word + cause.compared, word + cause.short, cause.short]
        let ellipsis = String(state.glyphs.ellipsis)
        let sentence = forms.first { TextWidth.cells(of: $0) <= width - 4 }
        var line = Line(" >> ", .cause).adding(
            sentence ?? clip(cause.short, to: width - 4, ellipsis: ellipsis), .cause)
        let others = state.causes.count - 1
        if others > 0 {
            let longer = line.adding("   and \(others) more \(others == 1 ? "cause" : "causes")", .dim)
            if longer.width <= width { line = longer }
        }
        return jump(line, state, width: width)
    }

    /// The line with the key that leads to what it speaks of, where that fits whole and one is not there.
    ///
    /// From a row with a cause of its own the key goes to that one, so it is not named there.
    private func jump(_ line: Line, _ state: DashboardState, width: Int) -> Line {
        guard state.place == .board, let action = ActionTable.action("jump-to-cause"),
            let key = state.keys.keys(of: action).first?.name, let cause = state.strongestCause,
            state.selectedItem != cause, state.jumpTarget == cause
        else { return line }
        let longer = line.adding("   \(key):jump", .dim)
        return longer.width <= width ? longer : line
    }

    /// `rdsh-1 and 5 more`; nil when none of them has a row.
    private func names(of servers: [Server.ID], _ rows: Rows) -> String? {
        guard let first = servers.first, let index = rows.index(of: first) else { return nil }
        let name = rows.displayName(index)
        return servers.count == 1 ? name : "\(name) and \(servers.count - 1) more"
    }

    /// The sentence on the gateway that the most servers are down behind; nil when more servers share the worst row's
    /// own verdict.
    private func gateway(before worst: ServerStatus, _ state: DashboardState, width: Int) -> Line? {
        guard let (name, count) = state.rows.counts.gatewaysDown.first else { return nil }
        let others = state.rows.verdicts.shared(by: worst.judgement)?.count ?? 1
        guard worst.judgement.state != .down || worst.judgement.behind != nil || count > others else { return nil }
        let head = StateCounts.behindSentence(count, name)
        let status = state.gateways[name.lowercased()]
        let since = status?.age(at: state.now).map { ", since \($0.compact)" } ?? ""
        let verdicts = status?.judgement.headline.map { [$0.medium, $0.short] } ?? []
        let sentences = verdicts.flatMap { ["\(head): \($0)\(since)", "\(head): \($0)"] } + [head]
        let sentence = sentences.first { TextWidth.cells(of: $0) <= width - 4 } ?? head
        return jump(Line(" >> ", .cause).adding(sentence, .cause), state, width: width)
    }

    private func withoutProblem(_ rows: Rows) -> Line {
        guard rows.probed == rows.count else {
            return Line(" first sweep: \(rows.probed) of \(rows.count) probed", .dim)
        }
        let waiting = rows.counts.unknown
        return waiting == 0
            ? Line(" all \(rows.count) \(rows.count == 1 ? "server" : "servers") ok", .ok)
            : Line(" no problem seen; \(waiting) of \(rows.count) not known", .dim)
    }

    /// The sentence on the worst row, or on all that share its verdict, the fullest first; the last fits any width.
    private func sentences(_ worst: Rows.Index, _ state: DashboardState, width: Int) -> [String] {
        let rows = state.rows
        let status = rows[worst]
        let age = status.age(at: state.now)?.compact
        let ellipsis = String(state.glyphs.ellipsis)
        let name = rows.displayName(worst)
        // A long name must not push its verdict off the screen.
        let clipped = clip(name, to: max(12, width / 2 - 5), ellipsis: ellipsis)
        let fit = { (head: String, verdict: String, tail: String) in
            let room = width - 4 - TextWidth.cells(of: head) - TextWidth.cells(of: tail)
            return head + clip(verdict, to: max(8, room), ellipsis: ellipsis) + tail
        }
        if let shared = rows.verdicts.shared(by: status.judgement), let shortest = shared.forms.last {
            let few = "\(shared.count) down: "
            let head = "\(shared.count) of \(rows.counts.down) down: "
            let newest = age.map { ", newest \($0)" } ?? ""
            let tail = age == nil ? "" : newest + " ago"
            let named = [name, clip(name, to: 16, ellipsis: ellipsis)].flatMap { name in
                shared.forms.map { "\(head)\($0) (\(name) and \(shared.count - 1) more)\(tail)" }
            }
            return named + shared.forms.map { head + $0 + tail } + [fit(few, shortest, newest)]
        }
        // A verdict may name a time of its own: for how long it has been so stands with the state.
        let state = " \(status.judgement.state.word)" + (age.map { " for \($0)" } ?? "")
        guard let headline = status.judgement.headline else { return [name + state, clipped + state] }
        let forms = [headline.medium, headline.short]
        return forms.map { "\(name)\(state): \($0)" } + forms.map { "\(clipped)\(state): \($0)" }
            + [fit("\(clipped)\(state): ", headline.short, "")]
    }

    /// Of how many it is the newest.
    private func others(_ rows: Rows, _ worst: ServerStatus) -> String {
        if rows.counts.down > 1 { return "   newest of \(rows.counts.down) down" }
        let isWarning = worst.judgement.state == .warning && rows.counts.warning > 1
        return isWarning ? "   worst of \(rows.counts.warning) warnings" : ""
    }
}
