import FleetModel

extension DashboardState {
    /// The state of the view in front.
    var list: ListState {
        get { lists[front] ?? front.list }
        set { lists[front] = newValue }
    }

    /// The line under the cursor, wherever it stands; nil when there is none.
    var selectedItem: BoardItem? {
        get { list.selected }
        set { list.selected = newValue }
    }

    /// The server under the cursor; nil when there is none, or the line is about something else.
    var selected: Rows.Index? {
        get { selectedItem?.server }
        set { selectedItem = newValue.map { .server($0) } }
    }

    /// The gateway under the cursor; nil when the line is about something else.
    var selectedGateway: Gateway.ID? { selectedItem?.gateway }

    /// Where the selected line stood, so that the cursor stays in place when it goes.
    var cursor: Int {
        get { list.cursor }
        set { list.cursor = newValue }
    }

    /// The first line on the screen.
    var firstVisible: Int {
        get { list.firstVisible }
        set { list.firstVisible = newValue }
    }

    /// Whether the user has ever moved in this view.
    var hasMoved: Bool {
        get { list.hasMoved }
        set { list.hasMoved = newValue }
    }

    /// The filter as typed.
    var filterText: String {
        get { list.filterText }
        set { list.filterText = newValue }
    }

    /// Sorts and filters the rows as the view in front wants them.
    mutating func arrangeRows() {
        shown.rows.sort(by: list.sort, isReversed: list.isReversed)
        setFilter(filterText)
    }

    /// Makes the lines of the view in front anew; what has merely become known waits while the order is held.
    mutating func refreshItems() {
        guard !(isTakingNews && held != nil) else {
            board.recount(rows.traits)
            return
        }
        held?.newProblems = []
        certificates = view == .certificates ? CertificateList(self) : .empty
        shownStories = EventList(view == .events ? storiesOfShown : [])
        board = ViewTable[view].lines(self)
    }

    /// Unfolds a line, or folds it again.
    mutating func turn(_ item: BoardItem) {
        hasMoved = true
        if list.unfolded.remove(item) == nil { list.unfolded.insert(item) }
        follow()
    }

    // MARK: The cursor

    /// Moves the cursor, or scrolls what is read.
    mutating func move(_ motion: Motion) {
        switch place {
        case .board:
            moveCursor(to: motion.target(from: cursor, page: max(1, gridHeight - 1), last: items.count - 1))
        case .detail:
            let room = detailRoom
            detailScroll = motion.target(from: detailScroll, page: max(1, room.height - 1), last: room.last)
        case .overlay:
            let room = overlayRoom
            overlayScroll = motion.target(from: overlayScroll, page: max(1, room.height - 1), last: room.last)
        case .events: moveInEvents(motion)
        case .help: moveInHelp(motion)
        case .answer: moveOnAnswer(motion)
        case .columns: moveColumnCursor(motion)
        }
    }

    /// Puts the cursor on a line; the nearest one when there are fewer.
    mutating func moveCursor(to position: Int) {
        guard !items.isEmpty else { return }
        hasMoved = true
        cursor = max(0, min(position, items.count - 1))
        selectedItem = items[cursor]
        holdOrder()
        keepInView()
    }

    /// Goes to the next line that has details, or with -1 to the one before, and to the top of them.
    mutating func step(_ direction: Int) {
        var position = cursor + direction
        while items.indices.contains(position) {
            guard items[position].hasDetails else {
                position += direction
                continue
            }
            moveCursor(to: position)
            goToTopOfDetails()
            return
        }
    }

    /// Goes to the next line with a problem, or with -1 to the one before; behind the last comes the first.
    mutating func goToProblem(_ direction: Int) {
        let count = items.count
        for distance in 1...max(1, count) where count > 0 {
            let position = ((cursor + direction * distance) % count + count) % count
            guard asksForAttention(items[position]) else { continue }
            moveCursor(to: position)
            goToTopOfDetails()
            return
        }
        say(
            view == .events
                ? "no outage among these events" : "no line on the screen has a problem that nobody attends to")
    }

    /// Whether a line is worth a stop on the way through the problems: somebody has to attend to it. A heading is when its
    /// servers do not stand below it; an event, when an outage began with it.
    private func asksForAttention(_ item: BoardItem) -> Bool {
        switch item {
        case .server(let index): rows.traits.asksForSomebody(index)
        case .gateway(let id): gatewayRows[id]?.judgement.state.isProblem == true
        case .group(let id):
            board.groups[id].map { !$0.isOpen && $0.members.contains(where: rows.traits.asksForSomebody) } ?? false
        case .site(let id): board.groups[id]?.members.contains(where: rows.traits.asksForSomebody) == true
        case .certificate(let fingerprint): certificates[fingerprint]?.isProblem(at: now) ?? false
        case .event(let number, _, _): timeline[number]?.isOutage ?? false
        case .eventFold(let id): shownStories[id]?.numbers.contains { timeline[$0]?.isOutage ?? false } ?? false
        }
    }

    /// Makes the lines anew and puts the cursor where the selected one stands now, or keeps its place when that is
    /// hidden.
    ///
    /// A server that the user reads stays selected though the filter hides it: a recovery must not put another
    /// server's facts under the reader's eyes.
    mutating func follow() {
        let before = board.groups
        refreshItems()
        if !hasMoved {
            goToFirstLine()
        } else if let position = selectedItem.flatMap({ items.firstIndex(of: $0) }) {
            cursor = position
        } else if let position = successor(before) {
            cursor = position
            if !isReading { selectedItem = items[position] }
        } else {
            cursor = max(0, min(cursor, items.count - 1))
            if !isReading { selectedItem = items.isEmpty ? nil : items[cursor] }
        }
        // The cursor goes where its server goes; the screen only when the user wants that, or has done something.
        if isTakingNews, !list.followsRow { stayInBounds() } else { keepInView() }
    }

    /// Puts the cursor on the line where it stood in the last run, or as long as that is not there on the first one.
    private mutating func goToFirstLine() {
        let place = list.awaited.flatMap { items.firstIndex(of: $0) }
        cursor = place ?? 0
        selectedItem = items.isEmpty ? nil : items[cursor]
        if place != nil { keepInView() }
        guard list.awaited != nil, firstSweep != nil else { return }
        // What comes up later must not pull the cursor away.
        list.awaited = nil
        hasMoved = place != nil
    }

    /// Whether the cursor stands on a line that is not on the screen.
    var isCursorOutOfSight: Bool {
        !items.isEmpty && !(firstVisible..<firstVisible + max(1, gridHeight)).contains(cursor)
    }

    private mutating func stayInBounds() {
        firstVisible = max(0, min(firstVisible, items.count - max(1, gridHeight)))
    }

    /// Where the line stands now that the selected one has become part of, or that has become of it: the heading that a
    /// server went under, or the first server of a group that there is no more.
    private func successor(_ before: [GroupID: BoardGroup]) -> Int? {
        switch selectedItem {
        case .server(let index): return place(ofHeadingOf: index)
        case .group(let id):
            return before[id]?.members.lazy.compactMap { items.firstIndex(of: .server($0)) }.first
        case .event(let number, _, _):
            return shownStories.folds.first { $0.numbers.contains(number) }.flatMap { story in
                items.firstIndex(of: .eventFold(story.id))
            }
        case .gateway, .site, .certificate, .eventFold, nil: return nil
        }
    }

    /// Where the heading stands that a server is under; nil when it is under none.
    func place(ofHeadingOf index: Rows.Index) -> Int? {
        guard let (id, _) = board.groups.first(where: { $0.value.members.contains(index) }) else { return nil }
        return items.firstIndex(of: .group(id))
    }

    /// Scrolls as little as possible so that the cursor is on the screen.
    mutating func keepInView() {
        let height = max(1, gridHeight)
        stayInBounds()
        if cursor < firstVisible { firstVisible = cursor }
        if cursor >= firstVisible + height { firstVisible = cursor - height + 1 }
    }
}
