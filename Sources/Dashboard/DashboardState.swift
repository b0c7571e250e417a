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
        case write(LineEdit, format: WriteRequest.Format)
        /// A command, or a user's error code.
        case command(LineEdit)
        /// One more key.
        case menu(Menu)
        /// Some text, such as a reason.
        case text(TextQuestion)
        /// Yes or no.
        case question(Question)
    }

    /// What lies on top of everything else.
    enum Overlay: Sendable, Equatable {
        case help, explain
    }

    /// Something the status line says for a while.
    struct Notice: Sendable, Equatable {
        var text: String
        var until: Instant
    }

    /// On the title line, cleaned.
    let fleetName: String
    /// Whether every screen says DEMO.
    let isDemo: Bool
    /// Of the program.
    let version: String
    /// What the terminal can show.
    let glyphs: Glyphs
    /// Who uses the program, for acknowledgements; cleaned.
    let user: String
    /// What knows what codes mean.
    let explainer: Explainer
    /// Which key does what.
    let keys: KeyMap
    /// The user's own commands, in the order of their menu.
    let commands: [ProgramConfiguration.UserCommand]

    /// Every server, what the filter leaves, and in which order.
    var rows: Rows
    /// What is known of each gateway.
    var gateways: [Gateway.ID: GatewayStatus] = [:]
    /// What failing servers share and healthy ones do not, the strongest first.
    var causes: [SharedCause] = []
    /// What is wrong on our side, cleaned; nil when nothing is.
    var ourSide: String?
    /// The terminal's size, as last told.
    package internal(set) var size: Size
    /// The time of the last tick; nothing here reads a clock.
    var now: Instant
    /// The view in front.
    var view = ViewID.all
    /// Where the user is in each view; `list` is that of the view in front.
    var lists: [ViewID: ListState] = [:]
    /// The lines of the view in front, in the order of the screen; made anew when something has changed.
    var items: [BoardItem] = []
    /// Whether the details of the selected server are on the screen.
    var isDetailOpen = false
    /// The line of the details that stands on top.
    var detailScroll = 0
    /// What lies on top of everything else; nil when nothing does.
    var overlay: Overlay?
    /// The line of the overlay that stands on top.
    var overlayScroll = 0
    /// What is looked up for the server whose details or explanation are open; nil when none are.
    var reading: Reading?
    /// The page of a code, on the screen or waiting behind a server that was opened on it; nil when none was asked for.
    var answer: AnswerPage?
    /// The line that the user is typing; nil when keys are commands.
    var prompt: Prompt?
    /// What is wrong with it; nil when it is the filter in force.
    var filterMistake: FilterMistake?
    /// What the status line says for a while.
    var notice: Notice?
    /// When something was last learnt; nil before the first probe.
    var updated: Instant?
    /// What goes on while the screen stands still; nil when it does not.
    var backstage: Backstage?
    /// Since when no probe begins because the user has stopped all of them; nil when they go on.
    var stopped: Instant?
    /// The server that was marked last, where a range begins; nil when there is none.
    var lastMark: Rows.Index?

    /// A screen on which nothing is known yet.
    ///
    /// - Parameters:
    ///   - fleetName: On the title line, cleaned.
    ///   - servers: All rows, in the order of the fleet file.
    ///   - isDemo: Whether the title says DEMO.
    ///   - version: Of the program, for the help.
    ///   - glyphs: What the terminal can show.
    ///   - user: Who uses the program, for acknowledgements.
    ///   - explainer: What knows what codes mean.
    ///   - keys: Which key does what.
    ///   - commands: The user's own.
    ///   - size: Of the terminal.
    ///   - now: The time.
    package init(
        fleetName: String, servers: [Server], isDemo: Bool, version: String, glyphs: Glyphs,
        user: String = "somebody", explainer: Explainer = .none, keys: KeyMap = .standard,
        commands: [ProgramConfiguration.UserCommand] = [], size: Size, now: Instant
    ) {
        self.fleetName = CleanText.clean(fleetName, limit: 40)
        self.isDemo = isDemo
        self.version = version
        self.glyphs = glyphs
        self.user = CleanText.clean(user, limit: 40)
        self.explainer = explainer
        self.keys = keys
        self.commands = commands
        self.size = size
        self.now = now
        rows = Rows(servers: servers)
        refreshItems()
        selectedItem = items.first
    }

    /// Draws the screen; nothing outside the canvas, something true at any size.
    package func draw(on canvas: inout Canvas) {
        let arrangement = Arrangement(of: self, in: canvas.bounds)
        for pane in PaneTable.panes {
            guard let rect = arrangement.rects[pane.id], !rect.isEmpty else { continue }
            pane.draw(self, rect, &canvas)
        }
    }

    /// Whether keys go into a line that the user is typing, so that a paste has somewhere to go.
    package var isTyping: Bool {
        switch prompt {
        case .filter, .write, .command, .text: true
        case .menu, .question, nil: false
        }
    }

    /// Where the keys go.
    var place: Place {
        if overlay != nil { return .overlay }
        if answer?.isInFront == true { return .answer }
        return isDetailOpen ? .detail : .board
    }

    /// The servers on the screen, in its order.
    var shownServers: [Server.ID] { rows.order.map { rows[$0].server.id } }

    /// Whether the user is looking at one server, which then stays in place even when the filter hides it.
    var isReading: Bool { isDetailOpen || overlay == .explain || answer != nil }

    /// What is known of the gateway in front of a server; nil when there is none, or nothing was told of it.
    func gateway(of server: Server) -> GatewayStatus? { server.gateway.flatMap { gateways[$0.lowercased()] } }

    /// What is known of the server under the cursor; nil when there is none.
    var selectedStatus: ServerStatus? { selected.map { rows[$0] } }

    /// Why there is no server to do something with; nil when there is one.
    var whyNoRow: String? {
        guard selected == nil else { return nil }
        guard items.isEmpty else { return "this line is not a server" }
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
            + "Esc clears it.\(also)"
    }

    private var whyNothing: String {
        if rows.count == 0 { return "the fleet has no server" }
        return rows.hiddenAsAttended == 0 ? "the filter hides all \(rows.count)" : "all \(rows.count) are hidden"
    }
}
