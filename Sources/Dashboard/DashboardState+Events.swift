import Drawing
import FleetModel

extension DashboardState {
    /// Takes an event; what has to be done outside comes back. The only place where the state changes.
    package mutating func apply(_ event: Event) -> [Effect] {
        isTakingNews = event.isNews
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
            var ended: [Rows.Index] = []
            keepingTheEndInView { ended = $0.take(changes) }
            return noteEnded(ended)
        case .gateways(let changes):
            keepingTheEndInView { state in
                state.learn { $0.take(changes) }
                state.follow()
            }
            return []
        case .causes(let causes):
            learn { $0.causes = causes }
            follow()
            return []
        case .ourSide(let sentence):
            take(ourSide: sentence.map { CleanText.clean($0, limit: 200) })
            return []
        case .annotations(let said):
            return restore(said)
        case .tick(let now):
            if !showsCost { cost = nil }
            return pass(to: now)
        case .cost(let cost):
            self.cost = cost
            return []
        case .hooks(let hooks):
            self.hooks = hooks
            return []
        case .exchange(let exchange, let targets):
            take(exchange, of: targets)
            return []
        case .notice(let text):
            say(text)
            return []
        case .fileNames(let names, let typed):
            offer(names, from: typed)
            return []
        }
    }

    /// Takes what is new of servers, behind the scenes while the screen stands still.
    ///
    /// - Returns: Those of which it ended an acknowledgement or a mute.
    private mutating func take(_ changes: [ServerStatus]) -> [Rows.Index] {
        let isLive = backstage == nil
        let isTouched = isLive && (!rows.filter.isEmpty || ViewTable[view].isTouched(by: changes, self))
        if isLive { noteWhileHeld(changes) }
        let outcome = learn { $0.take(changes) }
        let shown = rows
        backstage?.compare(changes, with: shown)
        if isLive, isTouched || outcome.isEventful || !outcome.ended.isEmpty { follow() }
        return outcome.ended
    }

    /// Lets time pass; a screen that stands still keeps the time at which it was stopped.
    private mutating func pass(to now: Instant) -> [Effect] {
        if let notice, notice.until <= now { self.notice = nil }
        let becomesStale = rows.traits.becomesStale(after: self.now, until: now)
        let ended = learn { $0.pass(to: now) }
        releaseOrder()
        if backstage == nil, rows.filter.dependsOnTime || becomesStale || !ended.isEmpty { follow() }
        return noteEnded(ended)
    }

    /// Says something in the status line for five seconds.
    mutating func say(_ text: String) {
        notice = Notice(text: CleanText.clean(text, limit: 200), until: clock + .seconds(5))
    }

    // MARK: Keys

    private mutating func press(_ key: Key) -> [Effect] {
        if let prompt { return type(key, into: prompt) }
        guard let action = keys.action(of: key, at: place) else {
            say(whyNothing(on: key))
            let end = clock + .seconds(2)
            notice?.until = end
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
        overlaySearch = ""
        if overlay == .help { help = HelpState() }
        // The help on top of an explanation ends the reading of its server, which may be hidden by now.
        if !isReading { follow() }
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
            isZoomed = false
            goToTopOfDetails()
            follow()
        } else if place == .events {
            eventCursor = nil
        } else if !rows.marks.isEmpty {
            clearMarks()
        } else if isFilterChanged {
            putFilterBack()
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
