import LabSupport

/// Two times `rdptop check` of all real servers in one fleet file, and what an independent decoder saw of it.
struct RealCheck: Sendable {
    let servers: [RunningServer]
    /// What a check of full depth said, with all that follows a probe.
    let report: CheckReport
    let end: ProcessEnd
    let standardError: String
    /// The RDP-UDP datagrams of that check.
    let datagrams: [DecodedDatagram]
    /// What a check of the depth of one cycle said just before.
    let cycle: CheckReport
    /// The traffic with the servers while that check ran.
    let packets: [DecodedPacket]

    /// The check that all tests share.
    static let shared = Once { try await run() }

    private static func run() async throws -> RealCheck {
        let servers = try await withThrowingTaskGroup { group in
            for row in RealServerTable.rows { group.addTask { try await RunningServer.start(row) } }
            return try await group.reduce(into: [RunningServer]()) { $0.append($1) }
        }
        let resolver = try await FaultyResolver.start(servers.flatMap(\.faults), records: servers.flatMap(\.records))
        let folder = try ScratchFolder()
        let fleetFile = try folder.write(
            """
            resolvers: ["\(resolver.endpoint)"]
            defaults: {ca: ["\(try await LabAuthority.shared.rootCertificate())"]}
            hosts:
            \(servers.map(\.fleetLine).joined(separator: "\n"))

            """,
            to: "lab.yaml")
        func check(_ depth: String) async throws -> (CommandResult, PacketCapture) {
            let capture = try await PacketCapture.begin()
            let result = try await RdptopBinary().run(
                ["check", fleetFile, "--depth", depth, "--format", "json"])
            return (result, capture)
        }
        let (cycle, first) = try await check("cycle")
        let packets = try await first.end()
        let (full, second) = try await check("full")
        _ = try await second.end()
        await resolver.stop()
        return RealCheck(
            servers: servers, report: try CheckReport.read(full.standardOutput), end: full.end,
            standardError: full.standardError, datagrams: try await second.datagrams(),
            cycle: try CheckReport.read(cycle.standardOutput), packets: packets)
    }

    /// What was said of a row.
    func server(_ row: RealServer) -> CheckReport.Server? { report.servers.first { $0.name == row.name } }

    /// The row as it ran.
    func running(_ row: RealServer) -> RunningServer? { servers.first { $0.row.label == row.label } }
}
