import FleetModel
import Foundation
import Reports
import TestSupport
import Testing

@Suite struct NoticeJSONTests {
    private static let writer = NoticeJSON(version: "1.0", fleetName: "hosts")

    /// What a hook is told of a fleet that is as in a report when it is first looked at, and then is well again.
    private static func notices(of report: SnapshotReport, _ topics: Set<NoticeTopic>) -> [Notice] {
        let fleet = Fleet(
            name: "lab", servers: report.statuses.map(\.server), gateways: report.gateways.map(\.gateway))
        var policy = NoticePolicy(.init(topics), pace: NoticePace(gather: .seconds(1)), of: fleet, now: report.at)
        var now = report.at
        func passed(_ news: FleetNews) -> [Notice] {
            var notices = policy.take(news, at: now)
            for _ in 0..<400 {
                now = now + .seconds(1)
                notices += policy.take(FleetNews(), at: now)
            }
            return notices
        }
        let first = passed(FleetNews(servers: report.statuses, gateways: report.gateways, causes: report.causes.causes))
        let well = report.statuses.map { status in
            var status = status
            status.judgement = Judgement(state: .ok, cells: .unknown)
            status.since = now
            return status
        }
        return first + passed(FleetNews(servers: well, gateways: []))
    }

    /// One notice of each kind, and those of a hostile fleet.
    private static func samples() -> [Notice] {
        let dozen = SampleReport.dozen
        var single = dozen
        single.statuses = dozen.statuses.filter { $0.judgement.headline?.rule == "tcp-refused" }
        var certificate = dozen
        certificate.statuses = dozen.statuses.filter { $0.judgement.headline?.rule == "certificate-ends-soon" }
        var held = Notice.sample(at: dozen.at)
        held.heldBack = Notice.HeldBack(count: 12, titles: ["ts01 DOWN: TCP 3389 refused", "<b> | =1+1"])
        return notices(of: single, NoticeTopic.usual) + notices(of: dozen, Set(NoticeTopic.allCases))
            + notices(of: dozen, [.certificate]) + notices(of: certificate, [.certificate])
            + notices(of: SampleReport.outage, NoticeTopic.usual)
            + notices(of: SampleReport.hostile, Set(NoticeTopic.allCases)) + [.sample(at: dozen.at), held]
    }

    @Test func `Notices are written as recorded`() throws {
        try expectGolden(Self.samples().map { Self.writer.text(of: $0, for: "chat") }.joined(), "notices.ndjson")
    }

    @Test func `Each notice is one line of JSON without a control character`() throws {
        let samples = Self.samples()
        #expect(Set(samples.map(\.event)).isSuperset(of: [.cause, .recovered, .certificate, .summary, .test]))
        for notice in samples {
            let text = Self.writer.text(of: notice, for: "cha\u{1B}]0;t\u{7}t")
            #expect(text.hasSuffix("}\n") && !text.dropLast().contains("\n"))
            #expect(text.utf8.dropLast().allSatisfy { $0 >= 0x20 })
            #expect(!text.contains("<") && !text.contains("\u{202E}"))
            let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(object["title"] as? String == notice.title)
            #expect((object["text"] as? String)?.contains(notice.title) == true)
        }
    }

    @Test func `What people read first says that the servers are simulated`() throws {
        let text = NoticeJSON(version: "1.0", fleetName: "demo", isDemo: true).text(
            of: .sample(at: SampleFleet.now), for: "a")
        #expect(text.contains(#""text":"DEMO rdptop demo: test: "#) && text.contains(#""demo":true"#))
    }
}
