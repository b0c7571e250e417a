import Diagnosis
import FleetModel
import Reports
import TestSupport

extension SampleReport {
    /// The outage as a board saw it come that was open for two hours, simulated, and with a filter.
    static let watched: SnapshotReport = {
        var report = outage
        let began = report.at - .hours(2)
        report.watchedSince = began
        report.sourceAddress = "10.20.0.15"
        report.isDemo = true
        report.commandLine = "rdptop check outage.yaml --format html"
        report.order = "worst first"
        var timeline = EventTimeline()
        timeline.append(firstSweep(began) + morning(began) + fall(report))
        report.timeline = timeline
        return report
    }()

    private static func firstSweep(_ began: Instant) -> [TimelineEvent] {
        ["rdsh-nyc-004.corp.example", "rdsh-lab-003.corp.example"].map { name in
            event(began + .seconds(4), .warning, name, "certificate ends in 6 days", isFirstSight: true)
        }
    }

    private static func morning(_ began: Instant) -> [TimelineEvent] {
        [
            event(began + .minutes(22), .certificateRenewed, "rdsh-nyc-004.corp.example", "certificate renewed"),
            event(began + .minutes(22), .recovered, "rdsh-nyc-004.corp.example", "was WARN for 22m 0s"),
            TimelineEvent(
                at: began + .minutes(41), kind: .ourSideTrouble, subject: .fleet,
                text: "no name server answers"),
            TimelineEvent(
                at: began + .minutes(44), kind: .ourSideFine, subject: .fleet,
                text: "our side is fine again, after 3m 0s", lasted: .minutes(3)),
            event(began + .minutes(70), .acknowledged, "rdsh-sin-002.corp.example", "by kim: <reimaging> & more"),
        ]
    }

    /// The gateway refuses, and with it goes everything behind it.
    private static func fall(_ report: SnapshotReport) -> [TimelineEvent] {
        let time = report.at - .minutes(11)
        let gateway = TimelineEvent(
            at: time, kind: .down, subject: .gateway("rdgw-fra-1"), text: "gateway refuses TCP 443",
            cause: "gateway-refused", gateway: "rdgw-fra-1", previous: .ok)
        let servers = report.statuses.filter { $0.judgement.behind != nil }.map { status in
            TimelineEvent(
                at: time + .seconds(2), kind: .down, subject: .server(status.server.id),
                text: "gateway refuses TCP 443", cause: "gateway-refused", gateway: "rdgw-fra-1", previous: .ok)
        }
        return [gateway] + servers
            + [event(time + .minutes(3), .down, "rdsh-sin-002.corp.example", "TCP 3389 refused at once")]
    }

    private static func event(
        _ time: Instant, _ kind: TimelineEvent.Kind, _ name: String, _ text: String, isFirstSight: Bool = false
    ) -> TimelineEvent {
        TimelineEvent(
            at: time, kind: kind, subject: .server(Server.ID(name: name, port: 3389)), text: text,
            isFirstSight: isFirstSight)
    }
}
