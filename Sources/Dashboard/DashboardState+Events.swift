import Drawing
import FleetModel

extension DashboardState {
    /// Takes an event; what has to be done outside comes back. The only place where the state changes.
    package mutating func apply(_ event: Event) -> [Effect] {
        let effects = take(event)
        lookUp(after: event)
        return effects
    }

    private mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key):
            return press(key)
        case .resized(let size):
            self.size = size
            keepInView()
            layOutAnswer()
            return []
        case .statuses(let changes):
            keepingTheEndInView { $0.take(changes) }
            return []
        case .gateways(let changes):
            keepingTheEndInView { state in
                for status in changes { state.gateways[status.gateway.id] = status }
            }
            return []
        case .causes(let causes):
            self.causes = causes
            return []
        case .ourSide(let sentence):
            ourSide = sentence.map { CleanText.clean($0, limit: 200) }
            return []
        case .tick(let now):
            self.now = now
            if let notice, notice.until <= now { self.notice = nil }
            if rows.filter.dependsOnTime {
                rows.filter(by: rows.filter, now: now)
                follow()
            }
            return []
        case .notice(let text):
            say(text)
            return []
        }
    }

    private mutating func take(_ changes: [ServerStatus]) {
        rows.take(changes, now: now)
        updated = changes.compactMap { $0.snapshot?.ended }.max().map { max($0, updated ?? $0) } ?? updated
        follow()
    }

    /// Says something in the status line for five seconds.
    mutating func say(_ text: String) {
        notice = Notice(text: CleanText.clean(text, limit: 200), until: now + .seconds(5))
    }

    // MARK: Keys

    private mutating func press(_ key: Key) -> [Effect] {
        if let prompt { return type(key, into: prompt) }
        guard let binding = KeyTable.binding(of: key, at: place) else {
            say("\(key.name): no binding here; ? lists the keys")
            notice?.until = now + .seconds(2)
            return []
        }
        notice = nil
        return perform(binding.action)
    }

    private mutating func perform(_ action: Action) -> [Effect] {
        switch action {
        case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .top, .bottom: move(action)
        case .open:
            guard place == .board else {
                openFromAnswer()
                break
            }
            guard selectedRow() else { break }
            isDetailOpen = true
            detailScroll = 0
            keepInView()
        case .back: return goBack(orQuit: true)
        case .close: return goBack(orQuit: false)
        case .quit, .interrupt: return [.quit]
        case .suspend: return [.suspend]
        case .repaint: return [.repaint]
        case .filter: prompt = .filter(LineEdit(filterText), before: filterText)
        case .sort:
            rows.sort(by: rows.sort.next)
            follow()
            say("sorted by \(rows.sort.words)")
        case .nextProblem: goToProblem(1)
        case .previousProblem: goToProblem(-1)
        case .nextServer: step(1)
        case .previousServer: step(-1)
        case .probe:
            guard selectedRow(), let status = selectedStatus else { break }
            say("probing \(status.server.displayName)")
            return [.probe([status.server.id])]
        case .probeAll:
            say("probing all \(rows.count) servers")
            return [.probe((0..<rows.count).map { rows[$0].server.id })]
        case .explain:
            guard selectedRow() else { break }
            openOverlay(.explain)
        case .write:
            guard selected != nil else {
                sayThereIsNoRow()
                break
            }
            prompt = .write(LineEdit(defaultPath(.markdown)), format: .markdown)
        case .help: openOverlay(.help)
        case .command: prompt = .command(LineEdit())
        case .askAgain: askAgain()
        }
        return []
    }

    /// Whether there is a row to do something with; the cursor stays on it from then on. Without one it says why.
    private mutating func selectedRow() -> Bool {
        guard selected != nil else {
            sayThereIsNoRow()
            return false
        }
        hasMoved = true
        return true
    }

    mutating func sayThereIsNoRow() {
        say(rows.count == 0 ? "no row: the fleet has no server" : "no row: the filter hides all \(rows.count)")
    }

    private mutating func openOverlay(_ overlay: Overlay) {
        self.overlay = overlay
        overlayScroll = 0
    }

    private mutating func goBack(orQuit: Bool) -> [Effect] {
        if overlay != nil {
            overlay = nil
            follow()
        } else if answer?.isInFront == true {
            closeAnswer()
        } else if returnToAnswer() {
            return []
        } else if isDetailOpen {
            isDetailOpen = false
            follow()
        } else if !filterText.isEmpty {
            setFilter("")
        } else if orQuit {
            return [.quit]
        } else {
            say("nothing to close here; q quits")
        }
        return []
    }

    // MARK: Moving

    /// Details grow while a server is looked at; whoever reads their end still sees it then.
    private mutating func keepingTheEndInView(_ change: (inout DashboardState) -> Void) {
        let readsEnd = isDetailOpen && detailScroll > 0 && detailScroll >= detailRoom.last
        change(&self)
        if readsEnd, isDetailOpen, detailScroll > 0 { detailScroll = max(0, detailRoom.last) }
    }

    private mutating func move(_ action: Action) {
        switch place {
        case .board:
            moveCursor(to: target(action, from: cursor, page: max(1, gridHeight - 1), last: rows.order.count - 1))
        case .detail:
            let room = detailRoom
            detailScroll = target(action, from: detailScroll, page: max(1, room.height - 1), last: room.last)
        case .overlay:
            let room = overlayRoom
            overlayScroll = target(action, from: overlayScroll, page: max(1, room.height - 1), last: room.last)
        case .answer: moveOnAnswer(action)
        }
    }

    private func target(_ action: Action, from position: Int, page: Int, last: Int) -> Int {
        let wanted =
            switch action {
            case .down: position + 1
            case .up: position - 1
            case .pageDown: position + page
            case .pageUp: position - page
            case .halfPageDown: position + max(1, page / 2)
            case .halfPageUp: position - max(1, page / 2)
            case .top: 0
            case .bottom: last
            case .open, .back, .close, .quit, .interrupt, .suspend, .repaint, .filter, .sort, .nextProblem,
                .previousProblem, .probe, .probeAll, .explain, .write, .help, .nextServer, .previousServer, .command,
                .askAgain:
                position
            }
        return max(0, min(wanted, last))
    }

    private mutating func moveCursor(to position: Int) {
        guard !rows.order.isEmpty else { return }
        hasMoved = true
        cursor = max(0, min(position, rows.order.count - 1))
        selected = rows.order[cursor]
        keepInView()
    }

    private mutating func step(_ distance: Int) {
        moveCursor(to: cursor + distance)
        detailScroll = 0
    }

    private mutating func goToProblem(_ direction: Int) {
        let count = rows.order.count
        for distance in 1...max(1, count) where count > 0 {
            let position = ((cursor + direction * distance) % count + count) % count
            switch rows[rows.order[position]].judgement.state {
            case .down, .unconfirmed, .warning:
                moveCursor(to: position)
                detailScroll = 0
                return
            case .unknown, .ok: continue
            }
        }
        say("no server on the screen has a problem")
    }

    /// Puts the cursor where the selected row stands now, or keeps its place when that row is hidden.
    ///
    /// A server that the user reads stays selected though the filter hides it: a recovery must not put another
    /// server's facts under the reader's eyes.
    mutating func follow() {
        if !hasMoved {
            cursor = 0
            selected = rows.order.first
        } else if let selected, let position = rows.position(of: selected) {
            cursor = position
        } else {
            cursor = max(0, min(cursor, rows.order.count - 1))
            if !isReading { selected = rows.order.isEmpty ? nil : rows.order[cursor] }
        }
        keepInView()
    }

    /// Scrolls as little as possible so that the cursor is on the screen.
    mutating func keepInView() {
        let height = max(1, gridHeight)
        firstVisible = max(0, min(firstVisible, rows.order.count - height))
        if cursor < firstVisible { firstVisible = cursor }
        if cursor >= firstVisible + height { firstVisible = cursor - height + 1 }
    }
}
