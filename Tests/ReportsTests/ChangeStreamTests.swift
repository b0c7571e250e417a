import FleetModel
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct ChangeStreamTests {
    private let now = SampleFleet.now

    private func parsed(_ lines: [String]) throws -> [[String: String]] {
        try lines.map { line in
            #expect(!line.contains("\n"))
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(object).mapValues { "\($0)" }
        }
    }

    /// The server of a sample, as it was when it was looked at.
    private func status(_ sample: ServerSample, since: Instant? = nil) -> ServerStatus {
        var status = sample.status
        status.since = since ?? now
        return status
    }

    @Test func `each server is a line as it is found, and then one for each change`() throws {
        var stream = ChangeStream()
        var server = status(.healthy("ts07", "10.0.0.7"), since: now - .minutes(5))
        let found = try parsed(stream.take([server], at: now))
        #expect(found.map { $0["type"] } == ["found"])
        #expect(found[0]["state"] == "ok" && found[0]["server"] == "ts07:3389")
        #expect(stream.take([server], at: now).isEmpty)

        let failed = ServerSample.tcpRefused("ts07", "10.0.0.7").status
        server.take(failed.judgement, at: now)
        server.snapshot = failed.snapshot
        let changes = try parsed(stream.take([server], at: now))
        #expect(changes.map { $0["event"] } == ["down"])
        #expect(
            changes[0]["previous_state"] == "ok" && changes[0]["lasted_ms"] == "300000"
                && changes[0]["rule"] == "tcp-refused")
        #expect(stream.timeline.count == 1)
    }

    @Test func `a failure that was not checked again is no line, neither at first nor later`() {
        var stream = ChangeStream()
        var server = status(.tcpRefused("ts07", "10.0.0.7"))
        server.judgement.state = .unconfirmed
        #expect(stream.take([server], at: now).isEmpty)
        server.judgement.state = .down
        #expect(stream.take([server], at: now).count == 1)
    }

    @Test func `a server that the filter leaves out is told of from when it first passes`() throws {
        var stream = ChangeStream(filter: try Filter.parse("is:down"))
        let healthy = status(.healthy("ts07", "10.0.0.7"))
        #expect(stream.take([healthy], at: now).isEmpty)
        let failed = status(.tcpRefused("ts07", "10.0.0.7"))
        #expect(try parsed(stream.take([failed], at: now)).map { $0["state"] } == ["down"])
        // That it is well again is what whoever reads this waits for.
        #expect(try parsed(stream.take([healthy], at: now)).map { $0["event"] } == ["recovered"])
    }

    @Test func `trouble on our side is a line when it begins and one when it ends`() throws {
        var stream = ChangeStream()
        let lines =
            stream.take(ourSide: "our own link seems down", at: now)
            + stream.take(ourSide: "our own link is still down", at: now)
            + stream.take(ourSide: nil, at: now + .minutes(1)) + stream.take(ourSide: nil, at: now + .minutes(2))
        #expect(try parsed(lines).map { $0["event"] } == ["ourSideTrouble", "ourSideFine"])
    }

    @Test func `causes are a line when they change`() throws {
        var stream = ChangeStream()
        let causes = SampleReport.outage.causes.causes
        #expect(try parsed(stream.take(causes: causes, at: now)).map { $0["type"] } == ["causes"])
        #expect(stream.take(causes: causes, at: now).isEmpty)
        #expect(stream.take(causes: [], at: now).first?.contains(#""statements":[]"#) == true)
    }

    @Test func `an event is the line of the report, and what is known now beside it`() throws {
        var stream = ChangeStream()
        var server = status(.healthy("ts07", "10.0.0.7"), since: now - .minutes(5))
        _ = stream.take([server], at: now)
        let failed = ServerSample.tcpRefused("ts07", "10.0.0.7").status
        server.take(failed.judgement, at: now)
        server.snapshot = failed.snapshot
        let told = try #require(try parsed(stream.take([server], at: now)).first)
        let event = try #require(stream.timeline[0])
        let line = JSONLinesReport().line(of: event).dropLast()
        for (key, value) in try parsed([String(line)])[0] { #expect(told[key] == value, "\(key)") }
    }

    @Test func `who wants the timeline alone gets no line, and the same timeline`() {
        var (loud, quiet) = (ChangeStream(), ChangeStream(keepsTimelineOnly: true))
        let report = SampleReport.outage
        func lines(_ stream: inout ChangeStream) -> [String] {
            stream.take(report.gateways, at: now) + stream.take(report.statuses, at: now)
                + stream.take(ourSide: "our own link seems down", at: now)
        }
        #expect(lines(&loud).count > 20 && lines(&quiet).isEmpty)
        #expect(quiet.timeline.count == loud.timeline.count && quiet.timeline.count > 20)
    }

    @Test func `the lines of an outage and its end are as recorded`() throws {
        var stream = ChangeStream()
        let (gateways, later) = (SampleReport.outage.gateways, now + .minutes(4))
        let server = status(.healthy("ts07", "10.0.0.7"), since: now - .minutes(5))
        var failed = server
        failed.take(ServerSample.tcpRefused("ts07", "10.0.0.7").status.judgement, at: now)
        var back = failed
        back.take(server.judgement, at: later)
        let fleet = Fleet(name: "corp-prod", servers: [server.server], gateways: gateways.map(\.gateway))
        let lines =
            [
                stream.opening(
                    of: fleet, version: "0.1.0", command: "rdptop check corp-prod.yaml --watch --format jsonl",
                    filterText: nil, at: now)
            ] + stream.take(gateways, at: now) + stream.take([server], at: now)
            + stream.take(ourSide: "our own link seems down", at: now) + stream.take([failed], at: now)
            + stream.take(causes: SampleReport.outage.causes.causes, at: now)
            + stream.take(ourSide: nil, at: later) + stream.take([back], at: later)
            + stream.take(causes: [], at: later) + [stream.closing("interrupt", at: later)]
        try expectGolden(lines.map { $0 + "\n" }.joined(), "changes.jsonl")
    }

    @Test func `a hostile fleet is lines of JSON with nothing that steers a terminal`() throws {
        var stream = ChangeStream()
        let report = SampleReport.hostile
        let fleet = Fleet(name: report.fleetName, servers: report.statuses.map(\.server))
        let lines =
            [stream.opening(of: fleet, version: "0", command: "a\nb", filterText: "\u{1B}[2J", at: now)]
            + stream.take(report.statuses, at: now) + [stream.closing("\u{202E}", at: now)]
        #expect(try parsed(lines).map { $0["type"] } == ["begin", "found", "found", "end"])
        #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy(CleanText.isSafe) && !$0.contains("<") })
    }
}
