import Diagnosis
import FleetModel
import TestSupport
import Testing

@testable import Reports

@Suite struct UntestedTests {
    private static func report(_ statuses: [ServerStatus], _ gateways: [GatewayStatus] = []) -> SnapshotReport {
        SnapshotReport(
            fleetName: "x", version: "0", at: SampleFleet.now, statuses: statuses, gateways: gateways,
            counts: StateCounts(statuses.map(\.judgement)))
    }

    /// A healthy server whose cells say so, or leave open what `--depth cycle` leaves open.
    private static func server(_ name: String, _ signs: String = ".........") -> ServerStatus {
        var status = ServerSample.healthy(name, "10.20.4.7").status
        status.judgement.cells = Cells { layer in
            Array(signs)[layer.index] == "?" ? .unknown : Array(signs)[layer.index] == "-" ? .notApplicable : .ok
        }
        return status
    }

    /// A server that users reach only through a gateway that works.
    private static func throughGateway(_ name: String) -> ServerStatus {
        let server = Server(name: name, gateway: "rdgw-nyc-1", path: .gateway)
        let gateway = SampleFleet.workingGateway("rdgw-nyc-1")
        return ServerStatus(server: server, judgement: judge(nil, of: server, gateway: gateway, now: SampleFleet.now))
    }

    private static let always = [
        "certificate revocation", "logging on, and all behind it: passwords, licences, profiles",
    ]

    @Test func `what no probe tests is always named, and nothing else where everything was`() {
        #expect(Self.report([Self.server("a")]).notTested == Self.always)
        #expect(SampleReport.empty.notTested == Self.always)
    }

    @Test func `NLA and UDP are named where one connection was all, and the reason with them`() {
        var report = Self.report([Self.server("a", "......??."), Self.server("b", "......??-")])
        #expect(report.notTested == ["NLA and UDP"] + Self.always)
        report.isOneConnection = true
        let reason = "(left out by --depth cycle)"
        #expect(report.notTested == ["NLA and UDP \(reason)"] + Self.always)
        report.statuses = [ServerSample.tcpRefused("c", "10.20.4.8").status]
        report.statuses[0].judgement.cells[.ping] = .ok
        #expect(report.notTested == ["NLA and UDP \(reason)"] + Self.always)
        report.isOneConnection = false
        #expect(report.notTested == Self.always)
    }

    @Test func `a layer that some servers were tested in has the number of the others`() {
        let report = Self.report([Self.server("a", ".......?."), Self.server("b"), Self.server("c")])
        #expect(report.notTested == ["UDP of 1 server"] + Self.always)
    }

    @Test func `layers of as many servers are told together`() {
        let report = Self.report([
            Self.server("a", ".?????.?."), Self.server("b", ".?....???"), Self.server("c", ".?......."),
        ])
        #expect(
            report.notTested == [
                "ping", "TCP, X.224, TLS, certificate and NLA of 1 server", "UDP of 2 servers", "gateway of 1 server",
            ] + Self.always)
    }

    @Test func `a ping that this machine may not send was not tested, though its cell does not apply`() {
        var status = Self.server("a", ".-.......")
        status.snapshot?.ping = Observation(
            facts: nil, failure: .ourFault(.notPermitted), microseconds: 0, at: SampleFleet.probed)
        #expect(Self.report([status]).notTested == ["ping (not permitted on this machine)"] + Self.always)
        status.snapshot?.ping = nil
        #expect(Self.report([status]).notTested == Self.always)
    }

    @Test func `servers that were not probed, or only by their gateway, are counted`() {
        let report = Self.report([
            Self.throughGateway("a"), Self.throughGateway("b"), ServerStatus(server: Server(name: "c")),
            Self.server("d"),
        ])
        #expect(
            report.notTested == [
                "2 servers behind a gateway: the gateway alone was probed", "1 server: not probed yet",
            ] + Self.always)
    }

    @Test func `a check that was cut short says of how many nothing is known`() {
        var report = Self.report([Self.server("a"), ServerStatus(server: Server(name: "c"))])
        report.cut = CutShort("cut short by Ctrl-C", seen: 1, of: 2)
        #expect(report.notTested == ["1 of 2 servers: the check was cut short by Ctrl-C"] + Self.always)
        // Each was looked at once.
        report = Self.report([Self.server("a")])
        report.cut = CutShort("cut short by Ctrl-C", seen: 1, of: 1)
        #expect(report.notTested == ["a second look at what failed: the check was cut short by Ctrl-C"] + Self.always)
    }

    @Test("Each format says that a server was judged by its gateway alone", arguments: ReportTable.formats.map(\.name))
    func throughGateway(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        let gateways = [SampleFleet.workingGateway("rdgw-nyc-1")]
        let report = Self.report([Self.throughGateway("a.example"), Self.server("b.example")], gateways)
        #expect(report.counts.ok == 2 && report.throughGateway == 1)
        let text = format.text(of: report).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let words =
            switch name {
            case "json", "jsonl": "\"judged_by\":\(name == "json" ? " " : "")\"gateway\""
            case "csv": ",gateway,"
            case "prometheus": "rdp_not_tested_servers{what=\"behind_gateway\"} 1"
            default: "1 of 2 servers was not probed itself: its state is that of the gateway in front of it"
            }
        #expect(text.lowercased().contains(words.lowercased()), "\(text.prefix(400))")
    }

    @Test func `Prometheus has a success of a probe only where one was made`() {
        let report = Self.report(
            [Self.throughGateway("a.example"), Self.server("b.example")], [SampleFleet.workingGateway("rdgw-nyc-1")])
        let lines = PrometheusReport().text(of: report).split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("probe_success") } == [
                "probe_success{target=\"b.example:3389\"} 1", "probe_success{gateway=\"rdgw-nyc-1\"} 1",
            ])
        #expect(lines.contains("rdp_through_gateway_success{target=\"a.example:3389\"} 1"))
        // What changes from check to check is a value and never a label.
        #expect(!lines.contains { $0.hasPrefix("rdp_report_info") && $0.contains("not_tested") })
    }
}
