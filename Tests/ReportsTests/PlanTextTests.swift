import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct PlanTextTests {
    private let figures = PlanText.Figures(
        established: (256, 16), pending: (2048, 256), newPerSecond: (500, 64), connectTimeout: .seconds(3),
        recheck: .seconds(3)...Span.seconds(10), watch: (.seconds(15), .minutes(5)),
        backOff: [.seconds(15), .seconds(30), .minutes(1), .minutes(2), .minutes(5)], variants: 4,
        daily: .hours(24), hourly: .hours(1))

    private var fleet: Fleet {
        var servers = (1...1200).map { Server(name: "rdsh-fra-\($0).corp.example", gateway: "RDGW-fra-1") }
        servers[3].policy.interval = .seconds(300)
        servers[4].policy.expectedUDP = false
        servers[5].path = .gateway
        servers.append(Server(name: "2001:db8::7", port: 3390))
        servers.append(Server(name: "evil\u{1B}[2J", port: 3390))
        return Fleet(
            name: "corp", servers: servers,
            gateways: [
                Gateway(name: "rdgw-fra-1", host: "rdgw-fra-1.corp.example"),
                Gateway(name: "rdgw-ber-1", host: "rdgw-ber-1.corp.example", port: 8443, datagramPort: nil),
            ])
    }

    @Test func `a plan is written as recorded`() throws {
        let lines = PlanText(figures).lines(for: fleet)
        try expectGolden(lines.joined(separator: "\n") + "\n", "plan.txt")
    }

    @Test func `a routing token is shown where it stands in place of the cookie`() {
        let token = String(repeating: "0123456789", count: 8)
        let lines = PlanText(figures).lines(
            for: Fleet(name: "kiosk", servers: [Server(name: "ts07", routingToken: RoutingToken(token))]))
        let first = lines.firstIndex { $0.hasSuffix("the file's routing token, its 80 bytes:") }
        #expect(first.map { lines[$0 + 1].hasSuffix(" " + token.prefix(64)) } == true)
        #expect(first.map { lines[$0 + 2].hasSuffix(" " + token.dropFirst(64)) } == true)
        #expect(!lines.contains { $0.contains("mstshash") })
        #expect(lines.allSatisfy { $0.count <= 80 })
    }

    @Test func `no line is wider than a terminal, and none carries control characters`() {
        let lines = PlanText(figures).lines(for: fleet)
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
}
