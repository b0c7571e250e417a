import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard
@testable import TerminalIO

/// What the board costs on the wire at 120x40: what curses sends for its frames to an xterm with 256 colours.
extension CursesTests {
    /// A fleet that is as it is since days ago, so that no age changes by itself.
    private static func board(isProbed: Bool = true) -> DashboardState {
        let samples: [ServerSample] = (0..<200).map { number in
            let name = "rdsh-\(100 + number).corp.example"
            return number % 10 == 3 ? .tcpRefused(name, "10.0.0.\(number)") : .healthy(name, "10.0.0.\(number)")
        }
        var board = DashboardState(
            DashboardSetup(fleetName: "prod-eu", version: "0", glyphs: .unicode), servers: samples.map(\.server),
            size: Size(width: 120, height: 40), now: SampleFleet.now)
        let statuses = samples.enumerated().map { number, sample in
            var status = sample.status
            status.since = SampleFleet.now - .days(Int64(3 + number % 40))
            return status
        }
        if isProbed { _ = board.apply(.statuses(statuses)) }
        return board
    }

    private static func draw(_ board: DashboardState, on screen: CursesScreen) {
        var canvas = Canvas(size: board.size)
        board.draw(on: &canvas)
        screen.present(canvas, cursor: nil)
    }

    @Test(arguments: [false, true])
    func `The first paint of the board is at most 12 KB`(isProbed: Bool) throws {
        try Self.onFile(Size(width: 120, height: 40)) { screen, written in
            Self.draw(Self.board(isProbed: isProbed), on: screen)
            #expect(written() > 1_000)
            #expect(written() <= 12_288)
        }
    }

    @Test func `A minute in which only clocks change is at most 40 bytes a second`() throws {
        try Self.onFile(Size(width: 120, height: 40)) { screen, written in
            var board = Self.board()
            Self.draw(board, on: screen)
            let first = written()
            Self.draw(board, on: screen)
            #expect(written() == first)
            for second in 1...60 {
                _ = board.apply(.tick(SampleFleet.now + .seconds(Int64(second))))
                Self.draw(board, on: screen)
            }
            #expect(written() > first)
            #expect(written() - first <= 60 * 40)
        }
    }

    @Test func `Half a minute in which one row in ten changes is at most 1 KB a second`() throws {
        try Self.onFile(Size(width: 120, height: 40)) { screen, written in
            var board = Self.board()
            // In an order that does not depend on states, so that rows change where they stand.
            board.sort(by: .name)
            Self.draw(board, on: screen)
            let first = written()
            for second in 1...30 {
                let now = SampleFleet.now + .seconds(Int64(second))
                _ = board.apply(.tick(now))
                let shown = board.shownServers.dropFirst(board.firstVisible).prefix(board.gridHeight)
                // Each of them answers in another time than before; every other second one of them changes its state.
                let changes = shown.enumerated().filter { ($0.offset + second) % 10 == 0 }
                    .compactMap { board.rows.index(of: $0.element) }.enumerated().map { number, index in
                        number == 0 && second % 2 == 0
                            ? Self.turned(board.rows[index], at: now)
                            : Self.slower(board.rows[index], by: second, at: now)
                    }
                #expect(changes.count >= 2)
                _ = board.apply(.statuses(changes))
                Self.draw(board, on: screen)
            }
            #expect(written() - first > 30 * 100)
            #expect(written() - first <= 30 * 1_024)
        }
    }

    /// A server that was ok and is down now, or the other way round.
    private static func turned(_ status: ServerStatus, at now: Instant) -> ServerStatus {
        let (name, address) = (status.server.name, "10.0.0.1")
        let sample: ServerSample = status.judgement.state == .ok ? .tcpRefused(name, address) : .healthy(name, address)
        var turned = status
        if var snapshot = sample.status.snapshot {
            snapshot.ended = now
            turned.take(snapshot, sample.judgement)
        }
        return turned
    }

    /// The same server, which took longer to answer.
    private static func slower(_ status: ServerStatus, by milliseconds: Int, at now: Instant) -> ServerStatus {
        var slower = status
        if var snapshot = status.snapshot {
            (snapshot.began, snapshot.ended) = (now - .seconds(1), now)
            if let place = snapshot.tcp?.facts?.attempts.indices.last {
                snapshot.tcp?.facts?.attempts[place].microseconds = Int64(11 + milliseconds * 7 % 90) * 1_000
            }
            slower.take(snapshot, status.judgement)
        }
        return slower
    }
}
