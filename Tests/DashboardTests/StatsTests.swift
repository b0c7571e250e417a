import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct StatsTests {
    static let cost = ProgramCost(
        cpuPerMille: 6, cpuTime: .milliseconds(72_340), residentBytes: 41 << 20, inFlight: 3, finished: 41_200,
        finishedPerTenSeconds: 66, bytesWritten: 9_123_456, bytesPerSecond: 905, frames: 18_211,
        uptime: .hours(3) + .minutes(12))

    private static func open(_ screen: inout Screen) throws {
        let action = try #require(ActionTable.action("stats"))
        _ = screen.state.perform(action)
    }

    @Test func `It is measured while it is on the screen, and only then`() throws {
        var screen = Screen()
        #expect(!screen.state.showsCost)
        try Self.open(&screen)
        #expect(screen.state.showsCost && screen.state.lacksCost)
        #expect(screen.text().contains("measuring"))
        _ = screen.state.apply(.cost(Self.cost))
        #expect(!screen.state.lacksCost)
        #expect(screen.text().contains("0.6 % of one core; 72.3 s since the start"))
        try screen.press("q")
        _ = screen.state.apply(.tick(SampleFleet.now))
        #expect(screen.state.cost == nil && !screen.state.showsCost)
    }

    @Test func `A wide screen says it in its title`() {
        var screen = Screen(SampleFleet.dozen, Size(width: 190, height: 24))
        #expect(screen.state.lacksCost)
        _ = screen.state.apply(.cost(Self.cost))
        #expect(screen.canvas.lines[0].hasSuffix("cpu 0.6%  rss 41M  out 0.8 KB/s"))
        _ = screen.state.apply(.resized(Size(width: 189, height: 24)))
        #expect(!screen.canvas.lines[0].contains("cpu"))
    }

    @Test func `What the kernel does not tell is not made up`() throws {
        var screen = Screen()
        try Self.open(&screen)
        var cost = Self.cost
        (cost.residentBytes, cost.bytesWritten, cost.bytesPerSecond) = (nil, nil, nil)
        _ = screen.state.apply(.cost(cost))
        let lines = screen.canvas.lines
        #expect(lines.count { $0.contains("this kernel keeps no account of it") } == 2)
        #expect(cost.short == "cpu 0.6%")
    }
}
