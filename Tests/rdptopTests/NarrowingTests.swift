import FleetModel
import Reports
import Testing

@testable import rdptop

@Suite struct NarrowingTests {
    private func report() -> SnapshotReport {
        let servers = [
            Server(name: "a", gateway: "g1"), Server(name: "b", gateway: "g2"), Server(name: "c", site: "Ulm"),
        ]
        let statuses = servers.map { server in
            var status = ServerStatus(server: server)
            status.judgement.state = server.name == "a" ? .down : .ok
            return status
        }
        return SnapshotReport(
            fleetName: "x", version: "0", at: Instant(seconds: 1_800_000_000), leftOut: 2, statuses: statuses,
            gateways: ["g1", "g2"].map { GatewayStatus(gateway: Gateway(name: $0, host: $0)) },
            counts: StateCounts(statuses.map(\.judgement)))
    }

    @Test func aFilterLeavesItsServersTheirGatewaysAndTheirCounts() throws {
        var report = report()
        report.narrow(to: try Filter.parse("is:down"))
        #expect(report.statuses.map(\.server.name) == ["a"] && report.gateways.map(\.gateway.id) == ["g1"])
        #expect(report.counts.down == 1 && report.counts.total == 1 && report.leftOut == 4)
    }

    @Test func withoutAFilterEverythingStays() {
        var report = report()
        report.narrow(to: nil)
        #expect(report.statuses.count == 3 && report.gateways.count == 2 && report.counts.total == 3)
        #expect(report.leftOut == 2)
    }
}
