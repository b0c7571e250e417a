import LabSupport
import Testing

@Suite("A fleet of real servers")
struct FleetTests {
    @Test("in hosts.yaml is found without arguments; xrdp is ok, a closed port is DOWN with R")
    func xrdpAndClosedPort() async throws {
        let name = "ts-good.lab.test"
        let certificate = try await LabAuthority.shared.certificate(.valid(for: name))
        let xrdp = try await XrdpServer.start(.tls, certificate: certificate)
        let closed = try LoopbackEndpoint.free()
        let folder = try ScratchFolder()
        try folder.write(text(ofFile: try await LabAuthority.shared.rootCertificate()), to: "root.pem")
        try folder.write(
            """
            defaults: {ca: [root.pem]}
            resolvers: ["127.0.0.1:1"]
            hosts:
              - {name: \(name), address: \(xrdp.endpoint.address), port: \(xrdp.endpoint.port)}
              - {name: ts-shut.lab.test, address: \(closed.address), port: \(closed.port)}

            """, to: "hosts.yaml")
        try await withDashboard([], size: .roomy, in: folder) { session in
            let screen = try await session.waitForFirstSweep()
            #expect(screen.count("DOWN") == 1 && screen.count("ok") == 1)
            #expect(!screen.shows("DEMO"))
            let grid = try #require(Grid(screen))
            // With its address in the file there is no name to ask for.
            #expect(["D", "T", "X", "S", "C"].map { grid.cell($0, of: "ts-good") } == ["-", "∙", "∙", "∙", "∙"])
            #expect(grid.cell("T", of: "ts-shut") == "R" && grid.cell("X", of: "ts-shut") == ":")
            #expect(screen.contains { $0.contains("ts-shut") && $0.contains("refused") })
            #expect(screen.contains { $0.contains("ts-good") && $0.contains("363d") })
        }
        withExtendedLifetime(xrdp) {}
    }

    @Test("shows of each real server what it does, and of an expired certificate whose it is")
    func realServers() async throws {
        let fleet = try await RealFleet()
        try await withDashboard([], size: TerminalSize(columns: 120, rows: 60), in: fleet.folder) { session in
            let screen = try await session.waitForFirstSweep()
            #expect(screen.count("DOWN") == 4 && screen.count("WARN") == 1 && screen.count("ok") == 2)
            let grid = try #require(Grid(screen))
            for row in RealFleet.rows {
                let signs = ["D", "T", "X", "S", "C", "N"].map { grid.cell($0, of: row.label) ?? " " }
                #expect(String(signs) == row.signs, "\(row.label)")
                #expect(grid.words(of: row.label).contains(row.state), "\(row.label)")
            }
            try await session.filter("ts-expired")
            try await session.send(.enter)
            try await session.waitFor("how sure")
            try await session.send("]", "]")
            let certificate = try await session.waitFor("[Certificate]")
            #expect(certificate.contains { $0.contains("subject") && $0.contains("ts-expired.lab.test") })
        }
        withExtendedLifetime(fleet) {}
    }

    @Test("can be named on the command line, by file or by address")
    func arguments() async throws {
        let closed = try LoopbackEndpoint.free()
        let folder = try ScratchFolder()
        try folder.write("# one a line\n\(closed)\n", to: "servers")
        for argument in ["\(closed)", "servers"] {
            try await withDashboard([argument], in: folder) { session in
                let screen = try await session.waitFor("refused")
                #expect(screen.contains { $0.contains(closed.address) && $0.contains("refused") }, "\(argument)")
                #expect(screen.shows("of 1"))
            }
        }
    }

    @Test("is found in the user's configuration, and named in the title")
    func configured() async throws {
        let fleet = try ClosedServers(count: 2)
        let config = try ScratchFolder()
        _ = try config.makeFolder("rdptop")
        try config.write(text(ofFile: fleet.folder["hosts.yaml"]), to: "rdptop/hosts.yaml")
        try await withDashboard([], environment: ["XDG_CONFIG_HOME": config.path]) { session in
            let screen = try await session.waitFor("ts-002")
            #expect(screen.first?.contains("hosts") == true)
            #expect(screen.shows("of 2"))
        }
        withExtendedLifetime(config) {}
    }

    @Test("of two thousand whose names cannot be resolved answers keys while it is probed")
    func twoThousand() async throws {
        let resolver = try LoopbackEndpoint.free(port: 5353)
        let folder = try ScratchFolder()
        try folder.write(
            """
            resolvers: ["\(resolver)"]
            hosts:
              - host-[0001:2000].invalid

            """, to: "many.yaml")
        try await withDashboard(["many.yaml"], size: .roomy, in: folder) { session in
            try await session.waitFor("of 2000")
            try await session.send("s")
            try await session.waitFor("n:name")
            try await session.send("n")
            try await session.waitFor("sort: name")
            try await session.send("G")
            try await session.waitFor("host-2000")
            try await session.send("g")
            try await session.waitFor("rows 1-")
            try await session.filter("host-1234")
            let screen = try await session.waitFor("hides 1999 of 2000")
            #expect(screen.shows("host-1234") && !screen.shows("host-1235"))
            try await session.send(.escape)
            try await session.waitFor("filter: -")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
        }
    }
}
