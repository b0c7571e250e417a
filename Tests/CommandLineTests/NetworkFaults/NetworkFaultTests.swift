import LabSupport
import Testing

/// `rdptop check` in a network that loses, refuses and rejects.
@Suite("In a faulty network", .timeLimit(.minutes(5)))
struct NetworkFaultTests {
    private func server(_ row: FaultyNetwork.Row) async throws -> CheckReport.Server {
        try #require(try await FaultyNetwork.shared.value.server(row))
    }

    @Test(
        "a connection that fails says why, and the server is down",
        arguments: [
            (FaultyNetwork.dropped, "T", "tcp-filtered"), (FaultyNetwork.reset, "R", "tcp-refused"),
            (FaultyNetwork.prohibited, "U", "tcp-host-unreachable"),
            (FaultyNetwork.unreachable, "U", "tcp-host-unreachable"),
        ])
    func connecting(row: FaultyNetwork.Row, sign: String, rule: String) async throws {
        let server = try await server(row)
        #expect(server.cells["tcp"]?.sign == sign)
        #expect(server.state == "down")
        // What needs the connection was not tried.
        #expect(["x224", "tls", "certificate", "nla", "udp"].allSatisfy { server.cells[$0]?.sign == ":" })
    }

    @Test("an address that nobody has is not reachable, or silent")
    func nobody() async throws {
        let server = try await server(FaultyNetwork.nobody)
        // The system asks for the neighbour for about three seconds, which is as long as we wait for a connection.
        let sign = try #require(server.cells["tcp"]?.sign)
        #expect(["U", "T"].contains(sign))
        #expect(server.state == "down")
    }

    @Test(
        "echoes are answered whatever happens to the connection",
        arguments: [
            FaultyNetwork.open, FaultyNetwork.dropped, FaultyNetwork.reset, FaultyNetwork.prohibited,
            FaultyNetwork.unreachable, FaultyNetwork.datagramsDropped,
        ])
    func echoes(row: FaultyNetwork.Row) async throws {
        let server = try await server(row)
        #expect(server.cells["ping"]?.sign == ".")
        let ping = try #require(server.layers.ping)
        #expect(ping.target == row.address)
        #expect(ping.received == ping.sent)
    }

    @Test("a server that answers no echo is not down for that")
    func withoutEcho() async throws {
        let server = try await server(FaultyNetwork.withoutEcho)
        #expect(server.cells["ping"]?.sign == "T")
        #expect(["tcp", "x224", "tls", "certificate"].allSatisfy { server.cells[$0]?.sign == "." })
        #expect(server.state == "ok")
    }

    @Test("one lost echo is made good by a second one")
    func lostEcho() async throws {
        let server = try await server(FaultyNetwork.lossy)
        #expect(server.cells["ping"]?.sign == ".")
        #expect(server.layers.ping?.received == 1)
    }

    @Test(
        "a server without RDP-UDP is not down for that, and the cell says how the network put it",
        arguments: [
            (FaultyNetwork.open, "R", 1), (FaultyNetwork.datagramsDropped, "T", 2),
            (FaultyNetwork.datagramsRejected, "U", 1),
        ])
    func withoutUDP(row: FaultyNetwork.Row, sign: String, datagrams: Int) async throws {
        let server = try await server(row)
        #expect(server.cells["udp"]?.sign == sign)
        #expect(server.state == "ok")
        let udp = try #require(server.layers.udp)
        #expect(udp.peer == "\(row.address):3389")
        #expect(udp.answered == nil)
        #expect(udp.datagrams == datagrams)
    }
}
