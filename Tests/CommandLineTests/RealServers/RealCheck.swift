import LabSupport

/// One `rdptop check` of all real servers in one fleet file, and what an independent decoder saw of it.
struct RealCheck: Sendable {
    let servers: [RunningServer]
    let report: CheckReport
    let end: ProcessEnd
    let standardError: String
    /// The traffic with the servers while the check ran.
    let packets: [DecodedPacket]
    /// The same for RDP-UDP.
    let datagrams: [DecodedDatagram]

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
        let capture = try await PacketCapture.begin()
        let result = try await RdptopBinary().run(["check", fleetFile, "--format", "json"], within: .seconds(60))
        let packets = try await capture.end()
        await resolver.stop()
        return RealCheck(
            servers: servers, report: try CheckReport.read(result.standardOutput), end: result.end,
            standardError: result.standardError, packets: packets, datagrams: try await capture.datagrams())
    }

    /// What was said of a row.
    func server(_ row: RealServer) -> CheckReport.Server? { report.servers.first { $0.name == row.name } }

    /// The row as it ran.
    func running(_ row: RealServer) -> RunningServer? { servers.first { $0.row.label == row.label } }
}
