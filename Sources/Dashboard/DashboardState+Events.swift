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
        case .mouse(let input):
            return take(input)
        case .resized(let size):
            self.size = size
            keepInView()
            layOutAnswer()
            layOutHelp()
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
        guard let action = keys.action(of: key, at: place) else {
            say(whyNothing(on: key))
            notice?.until = now + .seconds(2)
            return []
        }
        return perform(action)
    }

    /// Does what an action does, or says why that cannot be.
    mutating func perform(_ action: Action) -> [Effect] {
        notice = nil
        if let obstacle = action.obstacle(self) {
            say(obstacle)
            return []
        }
        return action.perform(&self)
    }

    /// Puts something on top of everything else.
    mutating func openOverlay(_ overlay: Overlay) {
        self.overlay = overlay
        overlayScroll = 0
        if overlay == .help { help = HelpState() }
    }

    /// Goes one step back; in the list quits, or says that there is nothing to close.
    mutating func goBack(orQuit: Bool) -> [Effect] {
        if place == .help, !help.query.isEmpty {
            help = HelpState()
        } else if overlay != nil {
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
            say("nothing to close here; \(keys.name(of: "back") ?? keys.name(of: "quit") ?? ":q") quits")
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
}
