package import Drawing
package import FleetModel

/// The whole screen as one value: what is known, where the user is, and nothing of the terminal.
///
/// `apply` is the only thing that changes it, `draw` the only thing that reads it.
package struct DashboardState: Sendable {
    /// A line that the user is typing.
    enum Prompt: Sendable {
        /// The filter, with the text as it was before.
        case filter(LineEdit, before: String)
        /// The path of a report.
        case write(WritePrompt)
        /// A command, or a user's error code.
        case command(CommandLine)
        /// Words to find in the help.
        case help(LineEdit)
        /// A text to find in what lies on top, and the line that stood on top before.
        case find(LineEdit, before: Int)
        /// A text to look for, with the list as it was before.
        case search(LineEdit, before: ListState)
        /// One more key.
        case menu(Menu)
        /// Some text, such as a reason.
        case text(TextQuestion)
        /// Yes or no.
        case question(Question)
    }

    /// What lies on top of everything else.
    enum Overlay: Sendable, Equatable {
        case help, explain, compare, stats, columns
    }

    /// Something the status line says for a while.
    struct Notice: Sendable, Equatable {
        var text: String
        var until: Instant
    }

    /// What the program was told when it was started.
    let setup: DashboardSetup
    /// The shortest and the longest pause between two probes of a healthy server; nil when there is no server.
    let intervals: ClosedRange<Span>?

    /// What is known of the fleet, as the screen shows it.
    var shown: Known
    /// What goes on while the screen stands still; nil when it does not.
    var backstage: Backstage?
    /// The stories of the view of events, while that is in front.
    var shownStories = EventList()
    /// The certificates of the view of certificates, while that is in front.
    var certificates = CertificateList.empty
    /// Whether the user wants the newest events below the list; nil for where there is room.
    var showsEvents: Bool?
    /// Where the user is among them; nil while the list has the keys.
    var eventCursor: EventCursor?
    /// The terminal's size, as last told.
    package internal(set) var size: Size
    /// The view in front.
    var front = NumberedView.program(.all)
    /// Where the user is in each view; `list` is that of the view in front.
    var lists: [NumberedView: ListState] = [:]
    /// The lines of the view in front; made anew when something has changed.
    var board = BoardLines()
    /// Whether what is taken in now is something that has become known, and not what the user did.
    var isTakingNews = false
    /// The order of the lines while it is held; nil when they go where they belong.
    var held: OrderHold?
    /// What stands for the servers in the lists.
    var naming = Naming.short
    /// The line of the choice of columns under the cursor.
    var columnCursor = 0
    /// Whether the list or the details have the whole screen, whichever has the keys.
    var isZoomed = false
    /// Whether the title and the second line of counts are wanted.
    var showsHeader = true
    /// Whether the details of the selected server are open, and have the keys.
    var isDetailOpen = false
    /// The tab of the details in front; kept when another server is looked at.
    var detailTab = DetailTabID.overview
    /// The line of each tab that stands on top; 0 where there is none.
    var detailScrolls: [DetailTabID: Int] = [:]
    /// What lies on top of everything else; nil when nothing does.
    var overlay: Overlay?
    /// The line of the overlay that stands on top, but for the help.
    var overlayScroll = 0
    /// What is looked for in the overlay, in whatever case; empty when nothing is.
    var overlaySearch = ""
    /// The two servers that are compared; nil when none are.
    var compared: ComparedServers?
    /// Where the user is in the help, and what was looked for.
    var help = HelpState()
    /// What is looked up for the server whose details or explanation are open; nil when none are.
    var reading: Reading?
    /// The page of a code, on the screen or waiting behind a server that was opened on it; nil when none was asked for.
    var answer: AnswerPage?
    /// The line that the user is typing; nil when keys are commands.
    var prompt: Prompt?
    /// What is wrong with it; nil when it is the filter in force.
    var filterMistake: FilterMistake?
    /// The colours in use.
    var theme: Theme
    /// The colours that the user has chosen, in this run or an earlier one; nil when nobody has chosen any.
    var chosenTheme: Theme?
    /// Whether the mouse selects rows, and not text.
    var isMouseOn: Bool
    /// What was typed behind a colon before.
    var commandHistory = CommandHistory()
    /// What the status line says for a while.
    var notice: Notice?
    /// What the program itself costs; nil while nobody looks.
    var cost: ProgramCost?
    /// What had come of each hook when the cost was measured.
    var hooks: [HookStanding] = []
    /// Since when no probe begins because the user has stopped all of them; nil when they go on.
    var stopped: Instant?
    /// The server that was marked last, where a range begins; nil when there is none.
    var lastMark: Rows.Index?

    /// A screen on which nothing is known yet.
    ///
    /// - Parameters:
    ///   - setup: What it is told once and for all.
    ///   - servers: All rows, in the order of the fleet file.
    ///   - gateways: The gateways in front of them.
    ///   - kept: How the user arranged the screen in the last run.
    ///   - size: Of the terminal.
    ///   - now: The time.
    package init(
        _ setup: DashboardSetup, servers: [Server], gateways: [Gateway] = [], kept: KeptScreen = KeptScreen(),
        size: Size, now: Instant
    ) {
        self.setup = setup
        theme = setup.theme
        isMouseOn = setup.mouse
        let pauses = servers.map(\.policy.interval)
        intervals = pauses.min().flatMap { shortest in pauses.max().map { shortest...$0 } }
        self.size = size
        shown = Known(servers: servers, gateways: gateways, now: now)
        restore(kept)
    }

    /// Whose lines the view in front has.
    var view: ViewID { front.view }

    /// What the terminal can show.
    var glyphs: Glyphs { setup.glyphs }

    /// Which key does what.
    var keys: KeyMap { setup.keys }

    /// Draws the screen; nothing outside the canvas, something true at any size.
    package func draw(on canvas: inout Canvas) {
        let arrangement = Arrangement(of: self, in: canvas.bounds)
        for pane in PaneTable.panes {
            guard let rect = arrangement.rects[pane.id], !rect.isEmpty else { continue }
            pane.draw(self, rect, &canvas)
        }
    }

    /// What stands on the screen, without the line of keys and the blanks at the ends of the others.
    var plainText: [String] {
        var canvas = Canvas(size: size)
        draw(on: &canvas)
        let footer = Arrangement(of: self, in: canvas.bounds).rects[.footer]
        let lines = canvas.lines.dropLast(footer?.height ?? 0)
        return Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }

    /// Whether keys go into a line that the user is typing, so that a paste has somewhere to go.
    package var isTyping: Bool {
        switch prompt {
        case .filter, .write, .command, .search, .find, .text, .help: true
        case .menu, .question, nil: false
        }
    }

    /// Whether what the program costs is on the screen, so that it is worth measuring.
    package var showsCost: Bool { overlay == .stats || size.width >= TitlePane.widthForCost }

    /// Whether it is, and has not been measured yet.
    package var lacksCost: Bool { showsCost && cost == nil }

    /// Where the keys go.
    var place: Place {
        switch overlay {
        case .help: .help
        case .columns: .columns
        case .explain, .compare, .stats: .overlay
        case nil: placeBehind
        }
    }

    /// Where they go when nothing lies on top.
    var placeBehind: Place {
        if answer?.isInFront == true { return .answer }
        if isDetailOpen { return .detail }
        return eventCursor != nil && hasEvents(in: size) ? .events : .board
    }

    /// The lines of the view in front, in the order of the screen.
    var items: [BoardItem] { board.items }

    /// Whether the user is looking at one server, which then stays in place even when the filter hides it.
    var isReading: Bool { isDetailOpen || overlay == .explain || answer != nil }

    /// What is known of the gateway in front of a server; nil when there is none, or nothing was told of it.
    func gateway(of server: Server) -> GatewayStatus? { server.gateway.flatMap { gateways[$0.lowercased()] } }

    /// What is known of the server under the cursor, or of the gateway there, as a row; nil when the line is neither.
    var selectedStatus: ServerStatus? { selected.map { rows[$0] } ?? selectedGateway.flatMap { gatewayRows[$0] } }

    /// Why there is no server to do something with; nil when there is one.
    var whyNoRow: String? { selected == nil ? whyNoLine ?? "this line is not a server" : nil }

    /// Why there is no line to do something with; nil when there is one.
    var whyNoLine: String? {
        guard selectedItem == nil else { return nil }
        return rows.order.isEmpty ? "no row: \(whyNothing)" : "no row in this view"
    }

    /// The sentence of a list that has no server.
    var whyNoServers: String {
        if rows.count == 0 { return "There is no server in this fleet." }
        guard rows.hiddenAsAttended < rows.count else {
            return "All \(rows.count) servers are acknowledged or muted, and those are hidden."
        }
        let also = rows.hiddenAsAttended == 0 ? "" : " \(rows.hiddenAsAttended) are acknowledged or muted, and hidden."
        return "The filter hides \(also.isEmpty ? "all " : "")\(rows.hidden - rows.hiddenAsAttended) servers. "
            + "\(wayOutOfFilter)\(also)"
    }

    private var whyNothing: String {
        if rows.count == 0 { return "the fleet has no server" }
        return rows.hiddenAsAttended == 0 ? "the filter hides all \(rows.count)" : "all \(rows.count) are hidden"
    }
}
