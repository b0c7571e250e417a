import Dashboard
import Drawing
import FleetModel

/// A fleet of which one server in ten has a problem.
struct SampleFleet {
    static let now = Instant(seconds: 1_795_426_200)

    let statuses: [ServerStatus]

    init(count: Int) {
        statuses = (0..<count).map { Self.status($0, state: $0 % 10 == 3 ? .down : .ok) }
    }

    /// The board with all that is known.
    func board(_ size: Size) -> DashboardState {
        var board = DashboardState(
            DashboardSetup(fleetName: "bench", version: "0", glyphs: .unicode), servers: statuses.map(\.server),
            size: size, now: Self.now)
        _ = board.apply(.statuses(statuses))
        return board
    }

    /// One server in a hundred, at least one, each in another state than in the round before.
    func changes(_ round: Int) -> [ServerStatus] {
        (0..<max(1, statuses.count / 100)).map { number in
            let place = (number * 97 + round * 7) % statuses.count
            return Self.status(place, state: round % 2 == 0 ? .down : .ok)
        }
    }

    private static func status(_ number: Int, state: ServerState) -> ServerStatus {
        let server = Server(
            name: "rdsh-\(number).corp.example", site: "site-\(number / 250)", owner: "team-\(number % 7)",
            tags: ["prod", "rds", "ring-\(number % 4)"])
        var snapshot = ServerSnapshot(server: server.id, began: now - .seconds(20), ended: now - .seconds(18))
        if let address = IPAddress(bytes: [
            10, UInt8(number / 65_536 % 256), UInt8(number / 256 % 256), UInt8(number % 256),
        ]) {
            let peer = SocketEndpoint(address: address, port: 3389)
            let failure: LayerFailure? = state == .down ? .refused : nil
            snapshot.tcp = Observation(
                facts: TCPFacts(attempts: [.init(peer: peer, failure: failure, microseconds: 2_100)]),
                failure: failure, microseconds: 2_100, at: now)
        }
        var cells = Cells { $0 == .gateway ? .notApplicable : .ok }
        if state == .down { cells[.tcp] = .failed(.refused) }
        let finding = Finding(
            rule: "tcp-refused", layer: .tcp, severity: .down, confidence: .certain, short: "TCP 3389 refused",
            medium: "TCP 3389 refused at once", long: "Nothing listens on port 3389.")
        return ServerStatus(
            server: server, snapshot: snapshot,
            judgement: Judgement(
                state: state, cells: cells, findings: state == .down ? [finding] : [],
                certificateLeft: .days(Int64(number % 300))),
            since: now - .seconds(Int64(number % 3_600)), previous: .ok)
    }
}
