import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite struct MemoryTests {
    private static let rules = [
        "certificate-renewed", "certificate-changed", "certificate-fallback", "certificate-churning",
        "certificate-flapping", "path-unstable", "server-unsteady", "server-second-try",
    ]

    private func remembered(_ sample: LayerSample) -> Finding? {
        sample.judgement.findings.first { Self.rules.contains($0.rule) }
    }

    @Test func `what rests on memory says so, and since when`() throws {
        let findings = LayerSample.memories.compactMap(remembered)
        #expect(Set(findings.map(\.rule)) == Set(Self.rules))
        for finding in findings {
            #expect(finding.sighting == .sinceStart, "\(finding.rule)")
            let line = try #require(finding.evidence.last, "\(finding.rule)")
            #expect(line.hasPrefix("since rdptop was started: "), "\(finding.rule): \(line)")
            #expect(line.contains(" probes from 2026-"), "\(finding.rule): \(line)")
        }
    }

    @Test func `of one server at most one of the rules about changes speaks`() {
        for sample in LayerSample.memories {
            let rules = sample.judgement.findings.map(\.rule).filter { $0.hasPrefix("certificate-") }
            #expect(rules.count { Self.rules.contains($0) } <= 1, "\(sample): \(rules)")
        }
    }

    @Test(
        "a fallback is likely when the certificate before had ended, else possible",
        arguments: [
            (Shown.a.with(left: .hours(-3)), Confidence.likely, "events 1053 and 1056"),
            (Shown.a, .possible, "events 1051 and 1055"),
        ])
    func fallback(before: Shown, confidence: Confidence, events: String) throws {
        let sample = LayerSample.story("", "", .warning, nil, [before, .own("b")])
        let finding = try #require(remembered(sample))
        #expect(finding.rule == "certificate-fallback")
        #expect(finding.confidence == confidence)
        #expect(finding.long.contains(events))
        #expect(finding.remedies.first?.rank == .check)
    }

    @Test func `a change that is seen stays known while the server is down`() throws {
        var sample = LayerSample.story("", "", .down, nil, [.a, .own("b")])
        let down = Shown.silent.probe(of: sample, at: SampleFleet.probed + .seconds(10))
        sample.snapshot = down.following(sample.snapshot)
        #expect(sample.snapshot.certificate == nil)
        let rules = sample.judgement.findings.map(\.rule)
        #expect(rules.contains("certificate-fallback"), "\(rules)")
    }

    @Test func `certificates of several addresses are said to be of several machines`() throws {
        let one = LayerSample.story("", "", .warning, nil, [.own("a"), .own("b"), .own("a"), .own("b")])
        #expect(try #require(remembered(one)).long.contains("from one address"))
        let other = Shown.own("b").at("10.20.4.8")
        let two = LayerSample.story("", "", .warning, nil, [.own("a"), other, .own("a"), other])
        #expect(try #require(remembered(two)).long.contains("from 2 addresses"))
        let once = LayerSample.story("", "", .warning, nil, [.own("a"), other])
        #expect(try #require(remembered(once)).long.contains("from different addresses"))
    }

    @Test func `an unstable path is counted, and likely only when echoes are lost, too`() throws {
        let quiet = try #require(remembered(.history("", "..T...X..S.....", "", .warning, nil)))
        #expect(quiet.medium == "3 of 15 probes failed, at 3 layers")
        #expect(quiet.short == "3 of 15 probes failed")
        #expect(quiet.long.contains("3 failed at TCP, X.224 and TLS"))
        #expect(quiet.confidence == .possible)
        #expect(quiet.evidence.contains("the last 15 probes, the oldest first: ..T...X..S....."))
        #expect(quiet.evidence.contains("X.224 was closed: 1 probe"))
        var sample = LayerSample.history("", "..T...X..S.....", "", .warning, nil)
        sample.snapshot.ping?.facts?.received = 16
        let lossy = try #require(remembered(sample))
        #expect(lossy.rule == "path-unstable")
        #expect(lossy.confidence == .likely)
    }

    @Test(
        "0x904 is shown only where a connection was there before it failed",
        arguments: [
            ("..T...X..S.....", true), ("..T...T..TT....", false), ("..R...R..SS....", true),
            ("..R...R..RR....", false),
        ])
    func closing(_ outcomes: String, _ isCut: Bool) throws {
        let finding = try #require(remembered(.history("", outcomes, "", .warning, nil)))
        let codes = finding.symptoms.flatMap(\.codes)
        #expect(codes.contains(UserCode(0x904, extended: 0x7)) == isCut)
        #expect(codes.contains(UserCode(0x204)))
        #expect(finding.symptoms.allSatisfy { $0.confidence == .possible })
    }

    @Test func `a name that comes and goes shows the codes of names`() throws {
        let finding = try #require(remembered(.history("", "..D...D..DD....", "", .warning, nil)))
        #expect(finding.symptoms.flatMap(\.codes).contains(UserCode(0x104)))
        #expect(!finding.symptoms.flatMap(\.codes).contains(UserCode(0x904, extended: 0x7)))
    }

    @Test func `layers that never failed are not named`() throws {
        let finding = try #require(remembered(.history("", "..X...S..SX....", "", .warning, nil)))
        #expect(finding.rule == "path-unstable")
        #expect(finding.layer == .x224)
        #expect(finding.medium == "4 of 15 probes failed, at 2 layers")
        #expect(finding.long.contains("4 failed at X.224 and TLS"))
    }

    @Test func `a server that fails at one layer has its finding there`() {
        let finding = remembered(.history("", "..S...S..SS....", "", .warning, nil))
        #expect(finding?.layer == .tls)
        #expect(finding?.medium == "4 of 15 probes failed, mostly TLS")
    }

    @Test(
        "a change is of the kind that both certificates tell",
        arguments: [
            (Shown.a, Shown.b, CertificateChange.Kind.inTime), (.own("a").with(left: .days(29)), .own("b"), .inTime),
            (.own("a").with(left: .days(31)), .own("b"), .unexpected), (.a.unknown, .b, .unexpected),
            (.a.unknown, .b.unknown, .inTime), (.own("a"), .b.unknown, .unexpected), (.own("a"), .b, .gained),
            (.a.with(left: .days(-1)), .b.by("CN=Other CA"), .afterEnd), (.a, .own("b"), .fallback),
            (.own("a"), .own("b").with(key: "a"), .sameKey), (.a, .b.by("CN=Other CA").unknown, .unexpected),
        ])
    func kinds(before: Shown, after: Shown, kind: CertificateChange.Kind) throws {
        let sample = LayerSample.story("", "", .ok, nil, [before, after], apart: .minutes(1))
        let seen = Case(server: sample.server, snapshot: sample.snapshot, now: SampleFleet.now)
        #expect(seen.certificateChange?.kind == kind)
    }

    @Test func `what was there before the start is no change`() {
        let sample = LayerSample.story("", "", .ok, nil, [.own("b").made(.hours(1))])
        #expect(remembered(sample) == nil)
    }
}
