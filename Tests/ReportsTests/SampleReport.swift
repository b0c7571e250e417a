import Diagnosis
import FleetModel
import Reports
import TestSupport

/// The reports that the tests write.
enum SampleReport {
    /// The fixed small fleet in its many states.
    static let dozen = report("corp-prod", SampleFleet.dozen)
    /// Servers with hostile texts.
    static let hostile = report("evil | <b>fleet</b>\n# `x`\u{1B}[2J", SampleFleet.hostile)
    /// Three servers after one look, of which nobody knows since when.
    static let oneLook: SnapshotReport = {
        var once = report("three", [SampleFleet.dozen[0], SampleFleet.dozen[1], SampleFleet.dozen[13]])
        for index in once.statuses.indices {
            once.statuses[index].since = nil
            once.statuses[index].previous = nil
        }
        return once
    }()
    /// An outage of one gateway, with a server that is down by itself and one of which everything is known.
    static let outage: SnapshotReport = {
        let behind = (1...24).map { SampleFleet.behind("rdgw-fra-1", "rdsh-fra-\($0 + 100).corp.example") }
        let samples = behind + [.tcpRefused("rdsh-sin-002.corp.example", "10.40.1.2"), SampleFleet.whole]
        let statuses = samples.map(\.status)
        let gateways = [SampleFleet.refusedGateway(), SampleFleet.workingGateway("rdgw-nyc-1")]
        return SnapshotReport(
            fleetName: "outage", version: "0.1.0", at: SampleFleet.now, statuses: statuses,
            gateways: gateways, counts: StateCounts(statuses.map(\.judgement)),
            causes: commonCauses(
                of: statuses, gateways: Dictionary(uniqueKeysWithValues: gateways.map { ($0.gateway.id, $0) }),
                at: SampleFleet.now))
    }()
    /// One server whose verdict has something to say under every label.
    static let verdict = SnapshotReport(
        fleetName: "one", version: "0.1.0", at: SampleFleet.now, statuses: [SampleFleet.cut],
        counts: StateCounts([SampleFleet.cut.judgement]))
    /// The outage as a board that was open all the time knows it.
    static let watched: SnapshotReport = {
        var report = outage
        report.commandLine = "rdptop corp-prod.yaml"
        report.sourceAddress = "10.1.1.9"
        report.watchedSince = SampleFleet.now - .hours(2)
        report.order = "severity, then newest"
        let began = SampleFleet.now - .minutes(30)
        let behind = report.statuses.filter { $0.judgement.behind != nil }.map { status in
            TimelineEvent(
                at: began + .seconds(4), kind: .down, subject: .server(status.server.id),
                text: "gateway refuses connections", cause: "gateway-down", gateway: "rdgw-fra-1", previous: .ok,
                lasted: .minutes(90))
        }
        report.timeline.append(
            [
                TimelineEvent(
                    at: began - .hours(1), kind: .down, subject: .server(report.statuses[24].server.id),
                    text: "TCP 3389 refused", cause: "tcp-refused", isFirstSight: true),
                TimelineEvent(
                    at: began, kind: .down, subject: .gateway("rdgw-fra-1"), text: "TCP 443 refused",
                    cause: "gateway-tcp-refused", gateway: "rdgw-fra-1", previous: .ok, lasted: .minutes(90)),
            ] + behind + [
                TimelineEvent(
                    at: began + .minutes(5), kind: .acknowledged, subject: .server(report.statuses[0].server.id),
                    text: "by kim: <b>carrier</b> called | =1+1"),
                TimelineEvent(
                    at: began + .minutes(6), kind: .recovered,
                    subject: .server(Server.ID(name: "elsewhere", port: 3389)),
                    text: "is not in this report"),
            ])
        return report
    }()
    /// Everything that a server can say, full of what each format has to escape, and too long.
    static let poisoned: SnapshotReport = {
        let poison =
            "=HYPERLINK(\"http://x\",\"a\")<script>alert('x')</script>|a,b;c\n# d\r\n\0\u{1B}[2J\u{202E}gnp\u{2066}&amp;"
            + "{target=\"x\"} \\n ]]>--\u{FFFE}\u{85}\u{2028}\t`~`"
        let long = poison + String(repeating: "A|<\"", count: 16_384)
        return poisoned(poison, long)
    }()
    /// Nothing at all.
    static let empty = SnapshotReport(
        fleetName: "empty", version: "0.1.0", at: SampleFleet.now, statuses: [],
        counts: StateCounts())

    private static func poisoned(_ poison: String, _ long: String) -> SnapshotReport {
        var report = watched
        report.fleetName = poison
        report.commandLine = "rdptop " + poison
        report.filter = poison
        report.order = long
        report.cut = CutShort("cut short by \(poison)", seen: 1, of: report.statuses.count)
        report.sourceAddress = poison
        for index in report.statuses.indices.suffix(4) {
            let starts = ["=", "+", "-", "@"]
            let text = starts[index % 4] + (index % 2 == 0 ? poison : long)
            let old = report.statuses[index].server
            report.statuses[index].server = Server(
                name: "\(text)\(index)", site: text, owner: text, tags: [text, poison], runbook: text, gateway: text)
            report.statuses[index].judgement.findings = [
                Finding(
                    rule: "poison", layer: .certificate, severity: .warning, confidence: .certain, short: text,
                    medium: text, long: text, evidence: [text, poison],
                    symptoms: [Symptom([], text, .likely)], isNot: [text],
                    remedies: SampleFleet.everyLabel.remedies.map { remedy in
                        var remedy = remedy
                        remedy.text = text
                        return remedy
                    })
            ]
            report.statuses[index].judgement.cells[.certificate] = .failed(.untrusted)
            var snapshot =
                report.statuses[index].snapshot ?? SampleFleet.healthySnapshot(of: old, at: "10.66.6.1")
            snapshot.certificate?.facts?.leaf.subject = text
            snapshot.certificate?.facts?.leaf.issuer = text
            snapshot.certificate?.facts?.leaf.serial = text
            snapshot.certificate?.facts?.leaf.dnsNames = [text, poison]
            snapshot.certificate?.facts?.remarks = [text]
            snapshot.tls?.facts?.cipherSuiteName = text
            snapshot.nla?.facts?.computerName = text
            snapshot.nla?.facts?.dnsDomainName = poison
            snapshot.nla?.facts?.targetName = text
            report.statuses[index].snapshot = snapshot
        }
        report.timeline.append([
            TimelineEvent(at: report.at, kind: .muted, subject: .gateway(poison), text: long, cause: poison)
        ])
        return report
    }

    private static func report(_ name: String, _ samples: [ServerSample]) -> SnapshotReport {
        let statuses = samples.map { sample in
            var status = sample.status
            status.judgement = judge(sample.snapshot, of: sample.server, now: SampleFleet.now)
            return status
        }
        return SnapshotReport(
            fleetName: name, version: "0.1.0", at: SampleFleet.now, commandLine: "rdptop check corp-prod.yaml",
            filter: nil, order: "as in the file", statuses: statuses,
            counts: StateCounts(statuses.map(\.judgement)), causes: commonCauses(of: statuses, at: SampleFleet.now))
    }
}
