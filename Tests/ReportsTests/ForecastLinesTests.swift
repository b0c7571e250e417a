import Diagnosis
import FleetModel
import Reports
import TestSupport
import Testing

@Suite("A forecast in a report")
struct ForecastLinesTests {
    /// A file that asks for much, for a server whose certificate is not trusted.
    private static let report: SnapshotReport = {
        let file = ConnectionFile(
            source: "Desktops of the Frankfurt office.rdp", name: "ts07.corp.example",
            alternateName: "farm.corp.example", port: 3390,
            gateway: .init(host: "rdgw-fra-1.corp.example", port: 8443), gatewayUsage: .whenDirectFails,
            serverAuthentication: .asks, routingToken: RoutingToken("tsv://MS Terminal Services Plugin.1.Desktops"),
            isSigned: true,
            remarks: ["Desktops of the Frankfurt office.rdp:12: server port is not a whole number, and is passed over"])
        return report(of: file, gateway: SampleFleet.workingGateway())
    }()

    private static func report(of file: ConnectionFile, gateway: GatewayStatus? = nil) -> SnapshotReport {
        let server = SampleFleet.server(file.name, port: file.port, path: file.path)
        var snapshot = SampleFleet.healthySnapshot(of: server, at: "10.20.4.7")
        snapshot.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 14_120)
        snapshot.certificate?.facts?.trust = .selfSigned
        let status = ServerStatus(
            server: server, snapshot: snapshot, judgement: judge(snapshot, of: server, now: SampleFleet.now))
        var report = SnapshotReport(
            fleetName: "desktops", version: "0.1.0", at: SampleFleet.now,
            commandLine: "rdptop check --rdp desktops.rdp", statuses: [status],
            gateways: [gateway].compactMap(\.self), counts: StateCounts([status.judgement]))
        report.forecast = forecast(file, server: status, gateway: gateway, now: SampleFleet.now)
        return report
    }

    @Test("is written in each format as recorded", arguments: ReportTable.formats.map(\.name))
    func golden(of name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        try expectGolden(format.text(of: Self.report), "forecast.\(format.fileExtension)")
    }

    @Test("fits on 80 columns")
    func width() throws {
        let forecast = try #require(Self.report.forecast)
        let lines = ForecastLines.lines(of: forecast)
        #expect(lines.allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") }, "\(lines.filter { $0.count > 80 })")
        #expect(lines.count > 10)
    }

    @Test("says the answer first")
    func answerFirst() throws {
        let forecast = try #require(Self.report.forecast)
        #expect(
            ForecastLines.lines(of: forecast).prefix(2).joined(separator: " ")
                == "Desktops of the Frankfurt office.rdp: mstsc with this file asks about the certificate, then reaches "
                + "the log-on")
    }

    @Test("is not there when nobody asked", arguments: ReportTable.formats.map(\.name))
    func absent(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        #expect(!format.text(of: SampleReport.oneLook).contains("mstsc with this file"))
        #expect(!format.text(of: SampleReport.oneLook).contains("\"forecast\""))
    }

    @Test("gives no hostile text a way out", arguments: ReportTable.formats.map(\.name))
    func hostile(in name: String) throws {
        let format = try #require(ReportTable.format(named: name))
        let file = ConnectionFile(
            source: "a\u{1B}[2J|`<b>\n# b.rdp", name: "ts07\u{1B}[2J", gateway: .init(host: "gw\u{202E}\n|"),
            remarks: ["x\u{1B}[2J:1: \n# y | `z`"])
        let text = format.text(of: Self.report(of: file)).replacing("\r\n", with: "\n")
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || CleanText.isSafe($0) })
        #expect(!text.split(separator: "\n").contains { $0.hasPrefix("# b") || $0.hasPrefix("# y") })
    }
}
