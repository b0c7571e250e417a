import LabSupport

/// All broken servers at once, and one `rdptop check` of them.
struct BrokenServers: Sendable {
    let report: CheckReport

    /// The check that all tests share.
    static let shared = Once { try await run() }

    /// What was said of a row.
    func server(_ row: BrokenServer) -> CheckReport.Server? { report.servers.first { $0.name == row.name } }

    private struct Running: Sendable {
        let row: BrokenServer
        let endpoint: LoopbackEndpoint
        let process: (any Sendable)?

        var fleetLine: String {
            row.hasFixedAddress ? "  - {name: \(row.name), address: \(endpoint.address)}" : "  - \(row.name)"
        }
    }

    private static func run() async throws -> BrokenServers {
        let running = try await withThrowingTaskGroup { group in
            for row in BrokenServerTable.rows {
                group.addTask {
                    let endpoint = try LoopbackEndpoint.free()
                    return Running(row: row, endpoint: endpoint, process: try await row.start(row.name, endpoint))
                }
            }
            return try await group.reduce(into: [Running]()) { $0.append($1) }
        }
        let resolver = try await DNSMasq.start(running.flatMap { $0.row.records($0.row.name, $0.endpoint) })
        let folder = try ScratchFolder()
        let fleetFile = try folder.write(
            """
            resolvers: ["\(resolver.endpoint)"]
            defaults: {timeout: 4s, ca: ["\(try await LabAuthority.shared.rootCertificate())"]}
            hosts:
            \(running.map(\.fleetLine).joined(separator: "\n"))

            """,
            to: "broken.yaml")
        let result = try await RdptopBinary().run(["check", fleetFile, "--format", "json"])
        await resolver.stop()
        return BrokenServers(report: try CheckReport.read(result.standardOutput))
    }
}
