import FleetModel
import TestSupport
import Testing

@Suite struct AnnotationTests {
    private let now = SampleFleet.now

    private func judgement(_ state: ServerState, _ rule: String? = nil, behind gateway: String? = nil) -> Judgement {
        let refused = ServerSample.tcpRefused("a", "10.0.0.1").status.judgement
        var judgement = refused
        judgement.state = state
        judgement.behind = gateway
        judgement.findings =
            rule.map { rule in
                refused.findings.prefix(1).map {
                    var finding = $0
                    finding.rule = rule
                    return finding
                }
            } ?? []
        return judgement
    }

    @Test(
        arguments: [
            (.down, "tcp-refused", nil, false), (.unconfirmed, "tcp-refused", nil, false),
            (.warning, "tcp-refused", nil, false), (.ok, nil, nil, true), (.unknown, "tcp-refused", nil, false),
            (.unknown, nil, nil, false), (.down, "tcp-timeout", nil, true), (.warning, "tls-alert", nil, true),
            (.down, "gateway-refused", "rdgw-1", true),
        ] as [(ServerState, String?, String?, Bool)])
    func `An acknowledgement ends when the server is ok or has another problem`(
        state: ServerState, rule: String?, gateway: String?, hasEnded: Bool
    ) throws {
        let known = try #require(Problem(judgement(.down, "tcp-refused")))
        let annotation = Annotation(.acknowledgement(known), by: "kim", reason: "", at: now)
        #expect(annotation.hasEnded(judgement(state, rule, behind: gateway), now: now + .days(400)) == hasEnded)
    }

    @Test func `What gets worse is a new problem`() throws {
        let known = try #require(Problem(judgement(.warning, "certificate-ends")))
        let annotation = Annotation(.acknowledgement(known), by: "kim", reason: "", at: now)
        #expect(!annotation.hasEnded(judgement(.warning, "certificate-ends"), now: now))
        #expect(annotation.hasEnded(judgement(.down, "certificate-ends"), now: now))
        #expect(annotation.hasEnded(judgement(.unconfirmed, "certificate-ends"), now: now))
    }

    @Test func `Behind a gateway the gateway is the problem, whatever is wrong with it`() throws {
        let known = try #require(Problem(judgement(.down, "gateway-refused", behind: "rdgw-1")))
        let annotation = Annotation(.acknowledgement(known), by: "kim", reason: "", at: now)
        #expect(!annotation.hasEnded(judgement(.down, "gateway-silent", behind: "rdgw-1"), now: now))
        #expect(annotation.hasEnded(judgement(.down, "gateway-refused", behind: "rdgw-2"), now: now))
        #expect(annotation.hasEnded(judgement(.down, "tcp-refused"), now: now))
    }

    @Test func `A mute for a time outlasts a recovery, and one until recovery outlasts any time`() {
        let timed = Annotation(.mute(until: .at(now + .hours(1))), by: "kim", reason: "", at: now)
        #expect(!timed.hasEnded(judgement(.ok), now: now + .minutes(59)))
        #expect(timed.hasEnded(judgement(.down, "tcp-refused"), now: now + .hours(1)))
        let open = Annotation(.mute(until: .recovery), by: "kim", reason: "", at: now)
        #expect(!open.hasEnded(judgement(.down, "tcp-timeout"), now: now + .days(400)))
        #expect(!open.hasEnded(judgement(.unknown), now: now))
        #expect(open.hasEnded(judgement(.ok), now: now))
    }

    @Test func `A healthy server and one that nothing is known of have no problem to acknowledge`() {
        #expect(Problem(judgement(.ok)) == nil)
        #expect(Problem(judgement(.unknown, "our-side")) == nil)
    }

    @Test func `Each kind ends by itself`() throws {
        let known = try #require(Problem(judgement(.down, "tcp-refused")))
        var both = ServerAnnotations.none
        both.add(Annotation(.acknowledgement(known), by: "kim", reason: "", at: now))
        both.add(Annotation(.mute(until: .at(now + .hours(1))), by: "lee", reason: "", at: now))
        #expect(both.muteEnd == now + .hours(1))
        let later = both.remaining(judgement(.down, "tcp-refused"), now: now + .hours(2))
        #expect(later.acknowledgement?.by == "kim" && later.mute == nil)
        let recovered = both.remaining(judgement(.ok), now: now)
        #expect(recovered.acknowledgement == nil && recovered.mute?.by == "lee")
        #expect(both.remaining(judgement(.ok), now: now + .hours(2)).isEmpty)
    }

    @Test func `It says who, why and until when`() throws {
        let mute = Annotation(
            .mute(until: .at(now + .hours(2))), by: "kim", reason: "patch day", at: now - .minutes(12))
        #expect(mute.sentence(now: now) == "muted by kim 12m ago: patch day")
        #expect(mute.ending(now: now) == "until 11:30Z")
        let long = Annotation(.mute(until: .at(now + .hours(21))), by: "kim", reason: "", at: now)
        #expect(long.ending(now: now) == "until 2026-11-24 06:30Z")
        let known = try #require(Problem(judgement(.down, "tcp-refused")))
        let acknowledged = Annotation(.acknowledgement(known), by: "k\u{1B}im", reason: "a\u{202E}b", at: now)
        #expect(acknowledged.sentence(now: now) == "acknowledged by k\u{FFFD}im 0s ago: a\u{FFFD}b")
    }

    @Test func `Memory keeps what it is given, and forgets what has ended`() async {
        let memory = AnnotationMemory()
        let server = Server.ID(name: "a", port: 3389)
        let other = Server.ID(name: "b", port: 3389)
        let mute = ServerAnnotations(mute: Annotation(.mute(until: .recovery), by: "kim", reason: "", at: now))
        await memory.save([server: mute, other: mute])
        await memory.save([server: .none])
        #expect(await memory.load() == [other: mute])
    }
}
