import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct MarkTests {
    private static func id(_ name: String) -> Server.ID { Server.ID(name: "\(name).corp.example", port: 3389) }

    private static func names(_ screen: Screen) -> [String] {
        screen.state.markedServers.map { String(screen.state.rows[$0].server.name.prefix { $0 != "." }) }
    }

    @Test(arguments: [
        (["Space"], ["intranet"]), (["Space", "Space"], ["intranet", "kiosk-07"]), (["Space", "k", "Space"], []),
        (["Space", "j", "v"], ["intranet", "kiosk-07", "rdsh-fra-002"]), (["v", "j", "v"], ["intranet", "kiosk-07"]),
        (["v", "v"], ["intranet"]), (["V", "U"], []), (["V", "Esc"], []), (["V", "q"], []),
        (["j", "j", "Space", "k", "k", "k", "v"], ["intranet", "kiosk-07", "rdsh-fra-002"]),
        (["Enter", "Space"], ["intranet"]), (["Space", "U"], []),
    ])
    func `Marks come and go by keys`(keys: [String], marked: [String]) throws {
        var screen = Screen()
        for key in keys { try screen.press(key) }
        #expect(Self.names(screen) == marked)
        #expect(screen.effects.isEmpty)
    }

    @Test func `Space goes down one line, and V marks what the filter leaves`() throws {
        var screen = Screen()
        try screen.press("Space")
        #expect(screen.selected == "kiosk-07")
        try screen.press("/")
        screen.type("nyc is:down")
        try screen.press("Enter", "V")
        #expect(Self.names(screen) == ["rdsh-nyc-003", "rdsh-nyc-009", "rdsh-nyc-101", "intranet"])
        #expect(screen.text().contains("4 marked, 1 of them hidden"))
        try screen.press("Esc")
        #expect(screen.state.rows.marks.isEmpty && screen.state.filterText == "nyc is:down")
        try screen.press("Esc")
        #expect(screen.state.filterText.isEmpty)
    }

    @Test func `r probes the marks, and the open server alone in its details`() throws {
        var screen = Screen()
        try screen.press("Space", "Space", "r", "G", "Enter", "r")
        let last = try #require(screen.state.selectedStatus?.server.id)
        #expect(screen.effects == [.probe([Self.id("intranet"), Self.id("kiosk-07")]), .probe([last])])
    }

    @Test func `w writes the marks in the order of the screen, and Tab goes through the formats`() throws {
        var screen = Screen()
        try screen.press("j", "Space", "g", "Space", "w", "Tab", "Tab", "Enter")
        let request = WriteRequest(
            path: "./rdptop-prod-eu-20261123T093000Z.txt", format: .text,
            servers: [Self.id("intranet"), Self.id("kiosk-07")], filter: "", order: "severity, then newest")
        #expect(screen.effects == [.writeReport(request)])
    }

    @Test(arguments: [("is:down", true), ("nyc", false)])
    func `The report of the marks names the filter that all of them pass`(filter: String, isNamed: Bool) throws {
        var screen = Screen()
        try screen.press("Space", "Space", "/")
        screen.type(filter)
        try screen.press("Enter", "w", "Enter")
        guard case .writeReport(let request) = try #require(screen.effects.last) else {
            Issue.record("nothing is written")
            return
        }
        #expect(request.servers == [Self.id("intranet"), Self.id("kiosk-07")])
        #expect(request.filter == (isNamed ? filter : ""))
    }

    @Test func `Every format of the prompt can be reached both ways, and by the name of a file`() {
        let formats = FileFormats.sample
        for format in formats.all {
            #expect(formats.neighbour(of: formats.neighbour(of: format, 1), -1) == format)
            #expect(formats.format(of: "a.\(format.fileExtension)") == format)
        }
        #expect(formats.format(of: "a") == nil)
    }

    @Test func `A mark stays on its server when rows move`() throws {
        var screen = Screen()
        try screen.press("j", "Space")
        var status = ServerSample.healthy("kiosk-07.corp.example", "10.0.0.1").status
        status.since = SampleFleet.now
        _ = screen.state.apply(.statuses([status]))
        #expect(Self.names(screen) == ["kiosk-07"])
        #expect(screen.canvas.lines.contains { $0.contains("* ") && $0.contains("kiosk-07") })
    }
}
