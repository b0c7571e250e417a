import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct ComparisonTests {
    private static let healthy = ServerSample.healthy("a.corp.example", "10.0.0.1").status

    private static func differing(_ left: ServerStatus, _ right: ServerStatus) -> [String] {
        Comparison(left, right, now: SampleFleet.now).lines.filter { $0.relation == .different }.map(\.title)
    }

    /// What a change of the second server makes different.
    private struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let differing: [String]
        let change: @Sendable (inout ServerStatus) -> Void

        init(_ title: String, _ differing: [String], _ change: @escaping @Sendable (inout ServerStatus) -> Void) {
            testDescription = title
            self.differing = differing
            self.change = change
        }
    }

    private static let cases = [
        Case("nothing", []) { _ in },
        Case("its address", []) {
            $0.snapshot?.tcp = SampleFleet.seen(
                SampleFleet.connection(to: SampleFleet.endpoint("10.9.9.9")), 11_840)
        },
        Case("a little later", []) { $0.snapshot?.tcp?.microseconds = 14_000 },
        Case("much later", ["round trip"]) { $0.snapshot?.tcp?.microseconds = 90_000 },
        Case("TLS 1.0", ["TLS", "suite"]) {
            $0.snapshot?.tls = SampleFleet.seen(SampleFleet.handshake(0x0301), 44_200)
        },
        Case("another authority", ["cert issuer"]) { $0.snapshot?.certificate?.facts?.leaf.issuer = "CN=Elsewhere" },
        Case("another end", ["cert ends"]) {
            $0.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(3)
        },
        Case("another hour of the same day", []) {
            $0.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(88) + .minutes(1)
        },
        Case("a smaller key", ["cert key"]) { $0.snapshot?.certificate?.facts?.leaf.key = "RSA 1024" },
        Case("another protocol", ["X.224", "NLA"]) {
            $0.snapshot?.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 14_120)
        },
        Case("another build", ["build"]) {
            $0.snapshot?.nla?.facts?.build = WindowsBuild(major: 10, minor: 0, build: 17_763)
        },
        Case("an older CredSSP", ["CredSSP"]) { $0.snapshot?.nla?.facts?.credSSPVersion = 2 },
        Case("a clock six minutes off", ["clock"]) { $0.snapshot?.nla?.facts?.clockSkew = .minutes(6) },
        Case("a clock a second off", []) { $0.snapshot?.nla?.facts?.clockSkew = .seconds(1) },
        Case("no UDP", ["UDP"]) { $0.snapshot?.udp?.failure = .timedOut },
        Case("another path", ["path"]) { $0.server.path = .direct },
        Case("another gateway", ["gateway"]) { $0.server.gateway = "rdgw-nyc-1" },
        Case("another site", ["site"]) { $0.server.site = "nyc" },
        Case("down", ["state"]) { $0.judgement.state = .down },
    ]

    @Test(arguments: cases)
    private func `What differs stands in front`(change: Case) {
        let left = SampleFleet.whole.status
        var right = left
        change.change(&right)
        #expect(Self.differing(left, right) == change.differing)
        let isDifferent = Comparison(left, right, now: SampleFleet.now).lines.map { $0.relation == .different }
        #expect(isDifferent.firstIndex(of: false) == change.differing.count)
        #expect(isDifferent.lastIndex(of: true).map { $0 + 1 } ?? 0 == change.differing.count)
    }

    @Test func `A fact that is known of neither is not there, and of one it says so`() throws {
        let known = SampleFleet.whole.status
        let lines = Comparison(Self.healthy, known, now: SampleFleet.now).lines
        let build = try #require(lines.first { $0.title == "build" })
        #expect(build.left == "not known")
        #expect(build.right.hasPrefix("10.0.20348"))
        #expect(build.relation == .oneSided)
        #expect(!Comparison(Self.healthy, Self.healthy, now: SampleFleet.now).lines.contains { $0.title == "build" })
        let unknown = ServerSample.notProbed("b.corp.example").status
        #expect(!Comparison(unknown, unknown, now: SampleFleet.now).lines.contains { $0.title == "TLS" })
    }

    @Test func `The peer is the healthy server that shares the most`() throws {
        var near = ServerSample.healthy("near.corp.example", "10.0.0.2")
        near.server.gateway = "rdgw-fra-1"
        var far = ServerSample.healthy("far.corp.example", "10.0.0.3")
        far.server.site = "Singapore"
        far.server.gateway = "rdgw-fra-1"
        let screen = Screen([
            SampleFleet.whole, far, .healthy("site.corp.example", "10.0.0.4"), near,
            .tcpRefused("down.corp.example", "10.0.0.5"), .notProbed("new.corp.example"),
        ])
        let peer = try #require(HealthyPeer(of: 0, in: screen.state.rows))
        #expect(peer.row == 3)
        #expect(
            peer.shared == ["same site Frankfurt", "same gateway rdgw-fra-1", "same port 3389", "same tags prod rds"])
        #expect(HealthyPeer(of: 0, in: Screen([SampleFleet.whole, .notProbed("new")]).state.rows) == nil)
    }

    @Test func `The screen says which peer, and why, and leads back`() throws {
        var screen = Screen()
        try screen.press("=")
        #expect(screen.text().contains("rdsh-fra-001 is ok: same site Frankfurt"))
        try screen.press("q")
        #expect(screen.state.place == .board)
        var alone = Screen([.tcpRefused("a.corp.example", "10.0.0.1")])
        try alone.press("=")
        #expect(alone.state.overlay == nil)
        #expect(alone.state.notice?.text == "no other server is ok: nothing to compare with")
    }

    @Test(arguments: [20, 40, 59, 60, 80, 100])
    func `No line of the comparison is wider than the screen`(width: Int) throws {
        var screen = Screen(SampleFleet.hostile + SampleFleet.dozen, Size(width: width, height: 24))
        try screen.press("=")
        for line in ComparisonText.lines(screen.state, width: width) { #expect(line.width <= width, "\(line.text)") }
    }
}
