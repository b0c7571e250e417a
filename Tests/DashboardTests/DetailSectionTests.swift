import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct DetailSectionTests {
    private static func lines(
        _ section: any DetailSection, _ sample: ServerSample, gateway: GatewayStatus? = nil, width: Int = 100
    ) -> [String] {
        section.lines(
            DetailSubject(
                status: sample.status, gateway: gateway, now: SampleFleet.now, glyphs: .ascii, width: width)
        ).map(\.text)
    }

    @Test func `A section with nothing to say is not there`() {
        let sample = ServerSample.healthy("a.example", "192.0.2.1")
        for section in [PingSection(), UDPSection(), GatewaySection(), VariantsSection()] as [any DetailSection] {
            #expect(Self.lines(section, sample).isEmpty)
        }
        #expect(Self.lines(NLASection(), .notProbed("a.example")).isEmpty)
    }

    @Test func `A ping that is not permitted says how to allow it`() {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        sample.snapshot?.ping = SampleFleet.failed(nil, .ourFault(.notPermitted), 0)
        let line = " ping        not permitted here: allow it with sysctl -w net.ipv4.ping_group_range=\"0 2147483647\""
        #expect(Self.lines(PingSection(), sample) == [line])
    }

    @Test func `Echoes that nobody answers are no fault of the server`() {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        let facts = PingFacts(target: SampleFleet.ipAddress("192.0.2.1"), method: .rawSocket, sent: 4, received: 0)
        sample.snapshot?.ping = SampleFleet.failed(facts, .timedOut, 1_000_000)
        #expect(
            Self.lines(PingSection(), sample) == [
                " ping        192.0.2.1: 0 of 4 answered, 100% lost",
                "             many networks let no echo pass, and users connect all the same",
            ])
    }

    @Test func `A server without NLA says so without having been asked for a challenge`() {
        var sample = ServerSample.healthy("a.example", "192.0.2.1")
        sample.snapshot?.x224 = SampleFleet.seen(SampleFleet.confirm(.tls), 14_120)
        #expect(Self.lines(NLASection(), sample) == [" NLA         not offered"])
    }

    @Test(arguments: [
        (
            WindowsBuild(major: 6, minor: 1, build: 7601), "Windows Server 2008 R2 or Windows 7 SP1",
            "ended on 2020-01-14"
        ),
        (WindowsBuild(major: 10, minor: 0, build: 20_348), "Windows Server 2022", "until 2031-10-14 at the latest"),
    ])
    func `A build is named, with the end of its updates`(build: WindowsBuild, product: String, support: String) {
        var sample = SampleFleet.whole
        sample.snapshot?.nla?.facts?.build = build
        let lines = Self.lines(NLASection(), sample)
        #expect(lines.contains(" Windows     build \(build), \(product)"))
        #expect(lines.contains(" updates     \(support)"))
    }

    @Test func `A build that no table has is a number`() {
        var sample = SampleFleet.whole
        sample.snapshot?.nla?.facts?.build = WindowsBuild(major: 10, minor: 0, build: 12_345)
        let lines = Self.lines(NLASection(), sample)
        #expect(lines.contains(" Windows     build 10.0.12345, not in this table"))
        #expect(!lines.contains { $0.hasPrefix(" updates") })
    }

    @Test(arguments: [
        (0, "the same as ours"), (49, "the same as ours"), (412, "0.4 s ahead of ours"), (-412, "0.4 s behind ours"),
        (61_000, "1m 1s ahead of ours"), (-7_200_000, "2h 0m behind ours"),
    ])
    func `A clock is compared with ours`(milliseconds: Int64, words: String) {
        var sample = SampleFleet.whole
        sample.snapshot?.nla?.facts?.clockSkew = .milliseconds(milliseconds)
        #expect(Self.lines(NLASection(), sample).contains(" clock       \(words)"))
    }

    @Test func `What an earlier probe saw has its age, and no place in the times of this one`() {
        let lines = Self.lines(NLASection(), SampleFleet.whole)
        #expect(lines.first == " NLA         answered with an NTLM challenge, seen 3h ago")
        #expect(Waterfall(SampleFleet.whole.snapshot, width: 32).bar(of: .nla) == (0, 0))
        var now = SampleFleet.whole
        now.snapshot?.nla?.at = SampleFleet.probed
        #expect(Self.lines(NLASection(), now).first == " NLA         answered with an NTLM challenge")
        #expect(Waterfall(now.snapshot, width: 32).bar(of: .nla).filled > 0)
    }

    @Test func `UDP that does not answer is told with what clients do`() {
        var sample = SampleFleet.whole
        let facts = UDPFacts(peer: SampleFleet.endpoint("10.20.4.14"), requested: .three, datagrams: 2)
        sample.snapshot?.udp = SampleFleet.failed(facts, .timedOut, 3_000_000)
        #expect(
            Self.lines(UDPSection(), sample) == [
                " UDP         10.20.4.14:3389: no answer to 2 datagrams",
                "             clients go on over TCP, and are slower on bad lines",
            ])
    }

    @Test func `A gateway that is down names what is wrong, and what was seen before says when`() {
        let sample = SampleFleet.behind("rdgw-fra-1", "a.example")
        var gateway = SampleFleet.refusedGateway()
        gateway.snapshot?.rpc?.at = SampleFleet.probed - .hours(2)
        let lines = Self.lines(GatewaySection(), sample, gateway: gateway)
        #expect(lines.contains(" its state   DOWN for 11m 20s"))
        #expect(lines.contains(" verdict     gateway refuses TCP 443"))
        #expect(lines.contains(" RPC         clients from before 2012: HTTP 404, seen 2h ago"))
        #expect(!lines.contains { $0.hasPrefix(" HTTP ") })
    }

    @Test(arguments: [24, 40, 60, 80, 120])
    func `The table of attempts keeps to its width`(width: Int) {
        for line in Self.lines(VariantsSection(), SampleFleet.whole, width: width) {
            #expect(TextWidth.cells(of: line) <= width, "\(line)")
        }
    }
}
