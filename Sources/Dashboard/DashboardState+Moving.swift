import FleetModel

extension DashboardState {
    /// The state of the view in front.
    var list: ListState {
        get { lists[view] ?? ListState() }
        set { lists[view] = newValue }
    }

    /// The line under the cursor, wherever it stands; nil when there is none.
    var selectedItem: BoardItem? {
        get { list.selected }
        set { list.selected = newValue }
    }

    /// The server under the cursor; nil when there is none, or the line is about something else.
    var selected: Rows.Index? {
        get {
            guard case .server(let index) = selectedItem else { return nil }
            return index
        }
        set { selectedItem = newValue.map { .server($0) } }
    }

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

    /// Brings a view to the front as it was left.
    mutating func show(_ view: ViewID) {
        isDetailOpen = false
        guard view != self.view else { return }
        self.view = view
        rows.sort(by: list.sort)
        setFilter(filterText)
    }

    /// Sorts the view in front.
    mutating func sort(by sort: SortOrder) {
        list.sort = sort
        rows.sort(by: sort)
        follow()
    }

    /// Makes the lines of the view in front anew.
    mutating func refreshItems() { items = ViewTable[view].items(self) }

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
        case .help: moveInHelp(motion)
        case .answer: moveOnAnswer(motion)
        }
    }

    /// Puts the cursor on a line; the nearest one when there are fewer.
    mutating func moveCursor(to position: Int) {
        guard !items.isEmpty else { return }
        hasMoved = true
        cursor = max(0, min(position, items.count - 1))
        selectedItem = items[cursor]
        keepInView()
    }

    /// Goes to the next line that is a server, or with -1 to the one before, and to the top of its details.
    mutating func step(_ direction: Int) {
        var position = cursor + direction
        while items.indices.contains(position) {
            if case .server = items[position] {
                moveCursor(to: position)
                detailScroll = 0
                return
            }
            position += direction
        }
    }

    /// Goes to the next server with a problem, or with -1 to the one before; behind the last comes the first.
    mutating func goToProblem(_ direction: Int) {
        let count = items.count
        for distance in 1...max(1, count) where count > 0 {
            let position = ((cursor + direction * distance) % count + count) % count
            guard case .server(let index) = items[position], rows[index].judgement.state.isProblem else { continue }
            moveCursor(to: position)
            detailScroll = 0
            return
        }
        say("no server on the screen has a problem")
    }

    /// Makes the lines anew and puts the cursor where the selected one stands now, or keeps its place when that is
    /// hidden.
    ///
    /// A server that the user reads stays selected though the filter hides it: a recovery must not put another
    /// server's facts under the reader's eyes.
    mutating func follow() {
        refreshItems()
        if !hasMoved {
            cursor = 0
            selectedItem = items.first
        } else if let position = selectedItem.flatMap({ items.firstIndex(of: $0) }) {
            cursor = position
        } else {
            cursor = max(0, min(cursor, items.count - 1))
            if !isReading { selectedItem = items.isEmpty ? nil : items[cursor] }
        }
        keepInView()
    }

    /// Scrolls as little as possible so that the cursor is on the screen.
    mutating func keepInView() {
        let height = max(1, gridHeight)
        firstVisible = max(0, min(firstVisible, items.count - height))
        if cursor < firstVisible { firstVisible = cursor }
        if cursor >= firstVisible + height { firstVisible = cursor - height + 1 }
    }
}
