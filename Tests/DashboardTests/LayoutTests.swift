import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct LayoutTests {
    private static func screen(_ width: Int, _ height: Int) -> Screen {
        var samples = SampleFleet.dozen
        samples[0].server.site = "Singapore"
        return Screen(
            samples, Size(width: width, height: height), gateways: [SampleFleet.refusedGateway()])
    }

    private static func rects(_ screen: Screen) -> [PaneID: Rect] {
        Arrangement(of: screen.state, in: Rect(size: screen.state.size)).rects
    }

    @Test(arguments: [(200, 60), (120, 40), (80, 24)])
    func `The details stand where there is room`(width: Int, height: Int) throws {
        var screen = Self.screen(width, height)
        try screen.select("rdsh-nyc-003.corp.example")
        try screen.press("Enter")
        try expectGolden(screen.text(), "layout-detail-\(width)x\(height).txt")
    }

    /// Every size: no two panes share a cell, and none leaves the screen.
    @Test func `The parts of the screen never overlap`() throws {
        for keys in [[], ["Enter"], ["z"], ["Enter", "z"], ["#"], ["/"]] {
            for width in [1, 20, 40, 60, 80, 99, 100, 119, 120, 179, 180, 200] {
                for height in [1, 5, 8, 15, 16, 24, 29, 30, 36, 40, 60] {
                    var screen = Self.screen(width, height)
                    screen.state.showsEvents = true
                    for key in keys { try screen.press(key) }
                    let rects = Array(Self.rects(screen).values)
                    for (number, rect) in rects.enumerated() {
                        #expect(rect.intersection(Rect(size: screen.state.size)) == rect)
                        for other in rects[(number + 1)...] { #expect(rect.intersection(other).isEmpty) }
                    }
                    #expect(Self.rects(screen)[.counts] != nil)
                }
            }
        }
    }

    @Test func `On a wide screen the details follow the cursor without being opened`() throws {
        var screen = Self.screen(200, 60)
        #expect(screen.state.place == .board)
        try screen.press("j")
        let name = try #require(screen.state.selectedStatus?.server.displayName)
        let rect = try #require(Self.rects(screen)[.detail])
        #expect(rect.origin.column > 130)
        #expect(screen.canvas.lines[rect.origin.row].contains(name))
    }

    @Test func `Zoom gives the screen to who has the keys, and back`() throws {
        var wide = Self.screen(200, 60)
        try wide.press("z")
        #expect(Self.rects(wide)[.detail] == nil)
        try wide.press("z", "Enter", "z")
        #expect(Self.rects(wide)[.grid] == nil)
        #expect(Self.rects(wide)[.detail]?.width == 200)
        try wide.press("q")
        #expect(Self.rects(wide)[.grid] != nil)
        #expect(Self.rects(wide)[.detail] != nil)
        var small = Self.screen(80, 24)
        try small.press("z")
        #expect(small.state.notice?.text == "nothing else is on the screen that could make room")
    }

    @Test func `A header that is hidden leaves the counts, the cause and the clock`() throws {
        var screen = Self.screen(120, 40)
        try screen.press("#")
        let lines = screen.canvas.lines
        #expect(lines[0].hasPrefix(" DOWN 8") && lines[0].contains("09:30:00Z"))
        #expect(lines[1].hasPrefix(" >> "))
        try screen.press("#")
        #expect(screen.canvas.lines[0].hasPrefix(" rdptop"))
    }

    @Test(
        arguments: [(60, 7, 7), (50, 7, 7), (30, 4, 4), (29, nil, 3), (20, nil, 3), (19, nil, nil)]
            as [(Int, Int?, Int?)])
    func `Events have a place on a tall screen, and on a smaller one when they are wanted`(
        height: Int, unasked: Int?, wanted: Int?
    ) {
        var screen = Self.screen(80, height)
        #expect(Self.rects(screen)[.events]?.height == unasked)
        screen.state.showsEvents = true
        #expect(Self.rects(screen)[.events]?.height == wanted)
        screen.state.showsEvents = false
        #expect(Self.rects(screen)[.events] == nil)
    }

    @Test func `The second line counts gateways, sites and certificates`() {
        let screen = Self.screen(120, 40)
        let line = screen.canvas.lines[2]
        #expect(line.contains("gateways 0/1 up"))
        #expect(line.contains("sites Frankfurt "))
        #expect(line.contains("certs expired 2  <14d 1  <30d 1"))
    }

    @Test func `Rows kept up to date count what rows made anew count`() {
        let screen = Self.screen(120, 40)
        var summary = FleetSummary()
        for index in 0..<screen.state.rows.count { summary.add(screen.state.rows[index], 1) }
        #expect(screen.state.rows.summary == summary)
        #expect(summary.certificates.seen > 0)
    }

    @Test(arguments: [
        (200, "15/16 probed   every 60s   oldest row 20s"), (120, "15/16 probed   every 60s   oldest 20s"),
        (80, "15/16 probed   every 60s   oldest 20s"), (60, "15/16 probed   oldest 20s"), (45, "oldest 20s"),
        (40, "LIVE 09:30:00Z"),
    ])
    func `The title says how old the oldest row is before anything else of how the fleet is probed`(
        width: Int, end: String
    ) throws {
        let line = try #require(Self.screen(width, 24).canvas.lines.first)
        #expect(line == " rdptop prod-eu   LIVE 09:30:00Z" + (end.hasPrefix("LIVE") ? "" : "   " + end))
    }

    @Test func `The oldest row is the one that was probed longest ago, whichever is probed`() {
        var random = RowsTests.Seeded(state: 3)
        let servers = (0..<20).map { ServerSample.healthy("rdsh-\($0).corp.example", "10.0.0.1") }
        var screen = Screen(servers, isProbed: false)
        #expect(screen.state.oldestProbe == nil)
        var probed: [Int: Instant] = [:]
        for second in 1...300 {
            let row = Int.random(in: 0..<20, using: &random)
            var status = servers[row].status
            status.snapshot?.ended = SampleFleet.now + .seconds(Int64(second))
            probed[row] = status.snapshot?.ended
            _ = screen.state.apply(.statuses([status]))
            #expect(screen.state.oldestProbe == probed.values.min())
        }
    }

    @Test func `Between a verdict and the details beside the list is a blank`() throws {
        let screen = Self.screen(200, 60)
        let divider = try #require(Self.rects(screen)[.divider])
        let grid = try #require(Self.rects(screen)[.grid])
        #expect(grid.columns.upperBound + 1 == divider.origin.column)
        for line in screen.canvas.lines[divider.rows] {
            #expect(Array(line)[divider.origin.column - 1] == " ", "\(line)")
        }
    }

    @Test func `The title says how the fleet is probed`() {
        var screen = Self.screen(120, 40)
        #expect(screen.canvas.lines[0].contains("15/16 probed   every 60s"))
        #expect(!screen.canvas.lines[0].contains("up"))
        _ = screen.state.apply(.tick(SampleFleet.now + .minutes(192)))
        #expect(screen.canvas.lines[0].contains("   up 3h 12m"))
    }
}
