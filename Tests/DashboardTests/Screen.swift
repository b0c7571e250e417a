import FleetModel
import TestSupport

@testable import Dashboard
@testable import Drawing

/// A dashboard over the sample fleet, driven by key names, for tests.
struct Screen {
    var state: DashboardState
    /// Everything that the events asked for.
    var effects: [Effect] = []

    init(
        _ samples: [ServerSample] = SampleFleet.dozen, _ size: Size = Size(width: 80, height: 24),
        glyphs: Glyphs = .ascii, isDemo: Bool = false, isProbed: Bool = true, gateways: [GatewayStatus] = [],
        causes: [SharedCause] = [], explainer: Explainer = .none, keys: KeyMap = .standard,
        ownViews: [OwnView] = [], commands: [ProgramConfiguration.UserCommand] = [], targets: [String] = [],
        kept: KeptScreen = KeptScreen(),
        askedTheme: Theme? = nil, isArrangementKept: Bool = false,
        offset: @escaping @Sendable (Instant) -> Span = { _ in .zero }, now: Instant = SampleFleet.now
    ) {
        var setup = DashboardSetup(
            fleetName: isDemo ? "demo" : "prod-eu", version: "0.1.0", glyphs: glyphs,
            privileges: "user 1000; may open raw sockets (CAP_NET_RAW), which only ping uses",
            configurationNote: "Keys and looks are from /home/kim/.config/rdptop/config.yaml")
        setup.isDemo = isDemo
        setup.offset = offset
        setup.explainer = explainer
        setup.keys = keys
        setup.ownViews = ownViews
        setup.commands = commands
        setup.targets = targets
        setup.formats = .sample
        setup.askedTheme = askedTheme
        setup.isArrangementKept = isArrangementKept
        state = DashboardState(setup, servers: samples.map(\.server), kept: kept, size: size, now: now)
        effects += state.apply(.gateways(gateways))
        effects += state.apply(.causes(causes))
        if isProbed { effects += state.apply(.statuses(samples.map(\.status))) }
    }

    /// A dashboard as it is.
    init(_ state: DashboardState) {
        self.state = state
    }

    /// Presses keys, by name.
    mutating func press(_ names: String...) throws {
        for name in names {
            guard let key = Key(name: name) else { throw UnknownKey(name: name) }
            effects += state.apply(.key(key))
        }
    }

    /// Types a text.
    mutating func type(_ text: String) {
        for character in text { effects += state.apply(.key(.character(character))) }
    }

    /// Brings a view to the front, whatever its number is.
    mutating func show(_ view: ViewID) {
        guard let action = ActionTable.action("view-\(view.rawValue)") else { return }
        effects += state.perform(action)
    }

    /// Waits until lines may move again after the last key.
    mutating func letOrderGo() {
        effects += state.apply(.tick(state.clock + OrderHold.length))
    }

    /// Puts the cursor on a server.
    mutating func select(_ name: String) throws {
        guard let position = state.shownServers.firstIndex(of: Server.ID(name: name, port: 3389)) else {
            throw UnknownKey(name: name)
        }
        try press("g")
        for _ in 0..<position { try press("j") }
    }

    /// Opens a tab of the selected server's details.
    mutating func open(_ tab: String) throws {
        try press("Enter")
        for _ in DetailTabTable.tabs.prefix(while: { $0.id.rawValue != tab }) { try press("Tab") }
    }

    /// Opens a server's details on the tab of a number, counted from 0.
    mutating func open(_ name: String, tab: Int) throws {
        try select(name)
        try press("Enter")
        for _ in 0..<tab { try press("Tab") }
    }

    var canvas: Canvas {
        var canvas = Canvas(size: state.size)
        state.draw(on: &canvas)
        return canvas
    }

    /// The screen as text, between bars that show its right edge; below it the meaning of each cell when asked for.
    func text(withStyles: Bool = false) -> String {
        let canvas = canvas
        let lines = canvas.lines.map { "|" + pad($0, to: canvas.size.width) + "|" }
        let styles = withStyles ? canvas.styleLines.map { "|" + $0 + "|" } : []
        return (lines + styles).joined(separator: "\n") + "\n"
    }

    /// The short name under the cursor; nil when there is none.
    var selected: String? {
        state.selectedStatus.map { String($0.server.name.split(separator: ".").first ?? "") }
    }

    struct UnknownKey: Error {
        var name: String
    }
}

extension FileFormats {
    /// Three formats.
    static let sample = FileFormats(first: .markdown, others: [.json, .text])
}

extension FileFormat {
    static let markdown = FileFormat(name: "markdown", title: "Markdown", fileExtension: "md")
    static let json = FileFormat(name: "json", title: "JSON", fileExtension: "json")
    static let text = FileFormat(name: "text", title: "text", fileExtension: "txt")
}
