import LabSupport
import Testing

@Suite("A check of the simulated fleet")
struct DemoCheckTests {
    @Test(
        "says of each scenario what it should", .timeLimit(.minutes(5)),
        arguments: DemoExpectations.byScenario.keys.sorted())
    func scenario(_ scenario: String) async throws {
        let servers = try await DemoCheck.shared.value.report.servers.filter { $0.tags.last == scenario }
        #expect(!servers.isEmpty)
        let expected = try #require(DemoExpectations.byScenario[scenario])
        for server in servers { expect(server, expected) }
    }

    @Test(
        "says of the gateway of each scenario what it should", .timeLimit(.minutes(5)),
        arguments: GatewayExpectation.byScenario.keys.sorted())
    func gateway(_ scenario: String) async throws {
        let report = try await DemoCheck.shared.value.report
        let names = Set(report.servers.filter { $0.tags.last == scenario }.compactMap(\.gateway))
        #expect(!names.isEmpty)
        let expected = try #require(GatewayExpectation.byScenario[scenario])
        for gateway in report.gateways ?? [] where names.contains(gateway.name) {
            let comment = Comment(
                rawValue: "\(gateway.name): \(gateway.findings.map(\.rule)), \(gateway.findings.flatMap(\.evidence))")
            let signs = ["dns", "tcp", "tls", "certificate", "udp", "gateway"].map { gateway.cells[$0]?.sign ?? "/" }
            #expect(signs.joined() == expected.signs, comment)
            #expect(["ping", "x224", "nla"].allSatisfy { gateway.cells[$0]?.sign == "-" }, comment)
            #expect(gateway.state == expected.state, comment)
            #expect(gateway.findings.first?.rule == expected.rule, comment)
        }
    }

    @Test("meets every scenario of the table, and none that is not in it", .timeLimit(.minutes(5)))
    func completeness() async throws {
        let report = try await DemoCheck.shared.value.report
        #expect(Set(report.servers.compactMap(\.tags.last)) == Set(DemoExpectations.byScenario.keys))
        #expect(DemoExpectations.byScenario.count == 94)
        let gateways = Set(DemoExpectations.byScenario.keys.filter { $0.hasPrefix("gateway-") })
        #expect(Set(GatewayExpectation.byScenario.keys) == gateways)
    }

    @Test("counts what it lists, and ends with the status of servers that are down", .timeLimit(.minutes(5)))
    func counts() async throws {
        let check = try await DemoCheck.shared.value
        let states = check.report.servers.map(\.state)
        #expect(check.end == .exited(2))
        #expect(check.standardError.isEmpty)
        #expect(check.report.schema == 3)
        #expect(check.report.counts.total == DemoCheck.serverCount + DemoCheck.gatewayCount)
        #expect(states.count == DemoCheck.serverCount + DemoCheck.gatewayCount)
        // Those behind a gateway that is down are counted apart.
        let behind = check.report.servers.compactMap(\.behind)
        #expect(!behind.isEmpty)
        #expect(check.report.counts.behind == Dictionary(behind.map { ($0, 1) }, uniquingKeysWith: +))
        #expect(check.report.counts.down == states.count { $0 == "down" } - behind.count)
        #expect(check.report.counts.warning == states.count { $0 == "warning" })
        #expect(check.report.counts.ok == states.count { $0 == "ok" })
        #expect(check.report.counts.unknown == 0)
    }

    @Test("connects once to a server in order, and once more where NLA was chosen", .timeLimit(.minutes(5)))
    func connections() async throws {
        let check = try await DemoCheck.shared.value
        for (scenario, kinds) in [
            ("healthy-tls-only", ["probe", "udp"]), ("nla-only", ["probe", "companion", "udp"]),
            ("certificate-expired", ["probe", "companion", "udp"]), ("refused", ["probe", "probe"]),
            ("nla-silent", ["probe", "probe", "companion", "udp"]), ("no-such-name", []),
        ] {
            let server = try #require(check.report.servers.first { $0.tags.last == scenario })
            let entries = check.audit.filter { $0.target == "\(server.name):3389" }
            #expect(entries.map(\.kind).sorted() == kinds.sorted(), "\(scenario)")
        }
    }

    @Test("asks one that failed in at most four other ways, a second apart", .timeLimit(.minutes(5)))
    func variants() async throws {
        let check = try await DemoCheck.shared.value
        let connections = check.audit.filter { $0.kind == "probe" || $0.kind == "variant" || $0.kind == "companion" }
        var servers = 0
        for (target, entries) in Dictionary(grouping: connections, by: \.target) {
            let count = entries.count { $0.kind == "variant" }
            #expect(count <= 4, "\(target)")
            servers += count > 0 ? 1 : 0
            let times = try entries.map { try $0.seconds }.sorted()
            // The time is that of the beginning, in whole milliseconds.
            let gaps = zip(times, times.dropFirst()).map { $1 - $0 }
            #expect(gaps.allSatisfy { $0 >= 0.998 }, "\(target): \(gaps)")
        }
        #expect(servers >= 15)
    }

    @Test("never holds what servers flood it with", .timeLimit(.minutes(5)))
    func memory() async throws {
        let check = try await DemoCheck.shared.value
        let floods = check.report.servers.filter { $0.tags.last?.hasSuffix("flood") == true }
        #expect(floods.count >= 2)
        // Each of them sends 100 MB, twice; the whole process stays below one of these.
        #expect(check.peakMemory > 0 && check.peakMemory < 95_000, "\(check.peakMemory) KiB")
    }
}

@Suite("The simulated fleet as a server")
struct SimulatedFleetProcessTests {
    @Test("ends in order when its standard input ends, and leaves no file behind")
    func endOfInput() async throws {
        let folder = try ScratchFolder()
        let result = try await RdptopBinary().run(["demo", "--serve", "1"], environment: ["TMPDIR": folder.path])
        #expect(result.status == 0)
        #expect(result.standardError.isEmpty)
        let path = result.standardOutput.filter { $0 != "\n" }
        #expect(path.hasPrefix(folder.path) && path.hasSuffix(".yaml"))
        #expect(text(ofFile: path).isEmpty)
    }
}
