import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct HardinessTests {
    private static let keys: [Key] =
        ActionTable.actions.flatMap(\.keys).filter { $0 != .character("Q") }
        + "abc:<!|\"isdown 14:2308\r".map { $0 == "\r" ? .enter : Key.character($0) }
        + [.tab, .backspace, .delete, .left, .right, .enter, .escape, .function(12), .character("日")]

    private static let causes = (1...3).map { number in
        SharedCause(
            trait: .site, value: "fra", failing: 3, failingTotal: 4, healthy: 0, healthyTotal: 5, confidence: .possible,
            statement: "3 of 4 down are of site fra \u{1B}[2J",
            servers: SampleFleet.dozen.prefix(number).map(\.server.id))
    }

    /// Whatever is pressed at whatever size: the cursor is on its row, what is drawn lies on the screen.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `No keys and no sizes break the screen`(seed: UInt64) throws {
        var random = RowsTests.Seeded(state: seed)
        let fleet =
            SampleFleet.dozen + SampleFleet.hostile + [SampleFleet.whole]
            + (1...5).map { SampleFleet.behind("rdgw-fra-1", "gw-\($0).corp.example") }
        var screen = Screen(fleet, isDemo: seed == 2, isProbed: false, explainer: .sample)
        var now = SampleFleet.now
        for _ in 0..<1_000 {
            switch UInt8.random(in: 0..<20, using: &random) {
            case 0:
                let size = Size(
                    width: .random(in: 0...220, using: &random), height: .random(in: 0...70, using: &random))
                _ = screen.state.apply(.resized(size))
            case 1:
                let samples = fleet.shuffled(using: &random)
                _ = screen.state.apply(.statuses(samples.prefix(.random(in: 0...5, using: &random)).map(\.status)))
            case 2:
                now = now + .seconds(.random(in: 0..<90, using: &random))
                _ = screen.state.apply(.tick(now))
            case 3: _ = screen.state.apply(.notice("something \u{1B}[31m happened"))
            case 4:
                let gateways = [SampleFleet.workingGateway(), SampleFleet.refusedGateway()]
                _ = screen.state.apply(.gateways([try #require(gateways.randomElement(using: &random))]))
            case 6: _ = screen.state.apply(.causes(Self.causes.shuffled(using: &random)))
            case 7 where screen.state.prompt == nil:
                for key in [":", "2", "3", "0", "8"] { _ = screen.state.apply(.key(.character(Character(key)))) }
                _ = screen.state.apply(.key(.enter))
            case 5: _ = screen.state.apply(.ourSide(Bool.random(using: &random) ? "our link \u{1B}[2J is down" : nil))
            default:
                let key = try #require(Self.keys.randomElement(using: &random))
                _ = screen.state.apply(.key(key))
            }
            let canvas = screen.canvas
            #expect(canvas.size == screen.state.size)
            let items = screen.state.items
            let isInPlace = items.indices.contains(screen.state.cursor) || items.isEmpty
            #expect(isInPlace)
            if !screen.state.isReading {
                #expect(screen.state.selectedItem == (items.isEmpty ? nil : items[screen.state.cursor]))
            }
            let isInView = (screen.state.firstVisible...screen.state.firstVisible + max(1, screen.state.gridHeight))
                .contains(screen.state.cursor)
            // Without that wish the screen stays where it is when rows change places.
            #expect(isInView || !screen.state.list.followsRow)
        }
    }

    /// Drawing on a canvas that is larger than the screen leaves the rest of it alone.
    @Test func `Something is drawn at every size down to one cell`() throws {
        for keys in [[], ["Enter"], ["x"], ["?"], ["/"], ["w"], ["%"], [":"], [":", "2", "3", "0", "8", "Enter"]] {
            var screen = Screen(explainer: .sample)
            for key in keys { try screen.press(key) }
            for width in [1, 2, 3, 5, 9, 14, 20, 29, 30, 40, 47, 48, 60] {
                for height in [1, 2, 3, 5, 6, 7, 8, 15, 16] {
                    _ = screen.state.apply(.resized(Size(width: width, height: height)))
                    let isBlank = screen.canvas.lines.allSatisfy { $0.allSatisfy { $0 == " " } }
                    #expect(!isBlank, "\(keys) at \(width)x\(height)")
                }
            }
        }
    }

    @Test(arguments: [PaneID.title, .counts, .summary, .cause, .strip, .grid, .divider, .events, .status, .footer])
    func `No pane leaves its rectangle`(id: PaneID) throws {
        let state = Screen(SampleFleet.dozen + SampleFleet.hostile).state
        let pane = try #require(PaneTable.panes.first { $0.id == id })
        let rect = Rect(column: 3, row: 2, width: 33, height: 7)
        var canvas = Canvas(size: Size(width: 50, height: 20))
        pane.draw(state, rect, &canvas)
        for row in 0..<20 {
            for column in 0..<50 where !(rect.rows.contains(row) && rect.columns.contains(column)) {
                #expect(canvas[column, row] == Cell.blank)
            }
        }
    }
}
