import Diagnosis
import FleetModel
import Reports
import TestSupport

extension SampleReport {
    /// The outage of a gateway in a larger fleet, as a board saw it come that was open for two hours.
    static let watchedOutage: SnapshotReport = {
        let behind = (1...17).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0 + 100).corp.example").status }
        let judged = [
            ServerSample.tcpRefused("rdsh-sin-002.corp.example", "10.40.1.2"),
            .certificateExpiringSoon("rdsh-nyc-004.corp.example", "10.30.2.4"),
            .nlaNotOffered("rdsh-lab-003.corp.example", "10.50.0.3"),
        ].map { sample in
            var status = sample.status
            status.judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            status.since = sample.state == .down ? fell - .minutes(3) : began + .seconds(4)
            return status
        }
        let statuses = behind + judged + [SampleFleet.whole.status] + (1...20).map(healthy)
        let gateways = [SampleFleet.refusedGateway(), SampleFleet.workingGateway("rdgw-nyc-1")]
        let byName = Dictionary(gateways.map { ($0.gateway.id, $0) }, uniquingKeysWith: { first, _ in first })
        var report = SnapshotReport(
            fleetName: "corp-prod", version: "0.1.0", at: SampleFleet.now,
            commandLine: "rdptop check corp-prod.yaml --format html", order: "worst first", statuses: statuses,
            gateways: gateways, counts: StateCounts(statuses.map(\.judgement)),
            causes: commonCauses(of: statuses, gateways: byName, at: SampleFleet.now),
            watchedSince: SampleFleet.now - .hours(2), sourceAddress: "10.20.0.15", isDemo: true)
        report.timeline.append(firstSweep + morning + fall(behind))
        return report
    }()

    private static let began = SampleFleet.now - .hours(2)
    /// When the gateway went down.
    private static let fell = SampleFleet.probed - .minutes(11)

    /// A server whose certificate ends some weeks later than that of the one before it.
    private static func healthy(_ index: Int) -> ServerStatus {
        let site = ["fra", "nyc", "sin"][index % 3]
        let number = "0\(index + 30)"
        var status = ServerSample.healthy("rdsh-\(site)-\(number).corp.example", "10.20.5.\(index)").status
        let days = Int64(12 + index * index % 17 * 8)
        status.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(days)
        status.snapshot?.certificate?.facts?.leaf.sha256 = String(repeating: String(number.suffix(2)), count: 32)
        status.judgement.certificateLeft = .days(days)
        status.since = began + .seconds(4)
        return status
    }

    private static let firstSweep = [
        event(began + .seconds(4), .warning, "rdsh-nyc-004.corp.example", "certificate ends in 6d", isFirstSight: true),
        event(began + .seconds(4), .warning, "rdsh-lab-003.corp.example", "chose TLS without NLA", isFirstSight: true),
    ]

    private static let morning = [
        event(
            began + .minutes(22), .certificateRenewed, "rdsh-nyc-037.corp.example",
            "certificate renewed, ends 2027-02-21; the one before 2026-11-25"),
        TimelineEvent(
            at: began + .minutes(41), kind: .ourSideTrouble, subject: .fleet, text: "no name server answers here"),
        TimelineEvent(
            at: began + .minutes(44), kind: .ourSideFine, subject: .fleet,
            text: "our side is fine again, after 3m 0s", lasted: .minutes(3)),
        event(began + .minutes(70), .acknowledged, "rdsh-lab-003.corp.example", "by kim: <reimaging> & more"),
    ]

    /// The gateway refuses, and with it goes everything behind it.
    private static func fall(_ servers: [ServerStatus]) -> [TimelineEvent] {
        let gateway = TimelineEvent(
            at: fell, kind: .down, subject: .gateway("rdgw-fra-1"), text: "gateway refuses TCP 443",
            cause: "gateway-refused", gateway: "rdgw-fra-1", previous: .ok)
        let behind = servers.map { status in
            TimelineEvent(
                at: fell + .seconds(2), kind: .down, subject: .server(status.server.id),
                text: "gateway refuses TCP 443", cause: "gateway-refused", gateway: "rdgw-fra-1", previous: .ok)
        }
        return [gateway] + behind
            + [event(fell - .minutes(3), .down, "rdsh-sin-002.corp.example", "TCP 3389 refused at once")]
    }

    private static func event(
        _ time: Instant, _ kind: TimelineEvent.Kind, _ name: String, _ text: String, isFirstSight: Bool = false
    ) -> TimelineEvent {
        TimelineEvent(
            at: time, kind: kind, subject: .server(Server.ID(name: name, port: 3389)), text: text,
            isFirstSight: isFirstSight)
    }
}
