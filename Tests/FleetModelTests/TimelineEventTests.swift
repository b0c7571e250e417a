import FleetModel
import Testing

@Suite struct TimelineEventTests {
    private static let server = Server(name: "ts01.example")
    private static let now = Instant(seconds: 1_000)

    /// A look at a server: its state, since when, the state before, the rule of its verdict, and its gateway.
    private static func look(
        _ state: ServerState, since: Int64?, previous: ServerState? = nil, _ rule: String? = nil, behind: String? = nil
    ) -> ServerStatus {
        let finding = rule.map {
            Finding(
                rule: $0, layer: .tcp, severity: .down, confidence: .certain, short: "\($0) short",
                medium: "\($0) medium", long: "")
        }
        let judgement = Judgement(
            state: state, cells: .unknown, findings: finding.map { [$0] } ?? [], behind: behind)
        return ServerStatus(
            server: server, judgement: judgement, since: since.map { Instant(seconds: $0) }, previous: previous)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var title: String
        var old: ServerStatus
        var new: ServerStatus
        /// `time word text`, or nil when nothing has happened.
        var event: String?
        var previous: ServerState?
        var isFirstSight = false

        var testDescription: String { title }
    }

    static let cases = [
        Case(title: "never probed", old: look(.unknown, since: nil), new: look(.unknown, since: nil)),
        Case(title: "first seen, and works", old: look(.unknown, since: nil), new: look(.ok, since: 10)),
        Case(
            title: "first seen, and down", old: look(.unknown, since: nil), new: look(.down, since: 10, "refused"),
            event: "10 DOWN refused medium, when first probed", isFirstSight: true),
        Case(
            title: "first seen, and failed once", old: look(.unknown, since: nil),
            new: look(.unconfirmed, since: 10, "refused")),
        Case(
            title: "first seen, failed once, and confirmed", old: look(.unconfirmed, since: 10, "refused"),
            new: look(.down, since: 10, "refused"), event: "10 DOWN refused medium, when first probed",
            isFirstSight: true),
        Case(
            title: "first seen, failed once, and works", old: look(.unconfirmed, since: 10, "refused"),
            new: look(.ok, since: 20, previous: .unconfirmed)),
        Case(
            title: "first seen, and our side is to blame", old: look(.unknown, since: nil),
            new: look(.unknown, since: 10, "our-fault"), event: "10 ? our-fault medium, when first probed",
            isFirstSight: true),
        Case(title: "works on", old: look(.ok, since: 10), new: look(.ok, since: 10)),
        Case(
            title: "failed once", old: look(.ok, since: 10),
            new: look(.unconfirmed, since: 90, previous: .ok, "refused")),
        Case(
            title: "failed once, and works again", old: look(.unconfirmed, since: 90, previous: .ok, "refused"),
            new: look(.ok, since: 95, previous: .unconfirmed)),
        Case(
            title: "a failure that is confirmed has the time of the first",
            old: look(.unconfirmed, since: 90, previous: .ok, "refused"),
            new: look(.down, since: 90, previous: .ok, "refused"), event: "90 DOWN refused medium", previous: .ok),
        Case(
            title: "failed and confirmed between two looks", old: look(.ok, since: 10),
            new: look(.down, since: 90, previous: .ok, "refused"), event: "90 DOWN refused medium", previous: .ok),
        Case(
            title: "a warning that failed once is no news when it is a warning again",
            old: look(.unconfirmed, since: 90, previous: .warning, "refused"),
            new: look(.warning, since: 95, previous: .unconfirmed, "ends")),
        Case(
            title: "down for another reason", old: look(.down, since: 90, "refused"),
            new: look(.down, since: 90, "cut"),
            event: "1000 DOWN now cut medium, was refused short", previous: .down),
        Case(
            title: "a warning for another reason", old: look(.warning, since: 90, "ends"),
            new: look(.warning, since: 90, "ends-soon"), event: "1000 WARN now ends-soon medium, was ends short",
            previous: .warning),
        Case(title: "down on", old: look(.down, since: 90, "refused"), new: look(.down, since: 90, "refused")),
        Case(title: "works with another note", old: look(.ok, since: 9, "a"), new: look(.ok, since: 9, "b")),
        Case(
            title: "back", old: look(.down, since: 90, "refused"), new: look(.ok, since: 360, previous: .down),
            event: "360 ok was DOWN for 4m 30s: refused medium", previous: .down),
        Case(
            title: "better", old: look(.down, since: 90, "refused"),
            new: look(.warning, since: 360, previous: .down, "ends"), event: "360 WARN ends medium", previous: .down),
        Case(
            title: "no longer known", old: look(.ok, since: 90),
            new: look(.unknown, since: 360, previous: .ok, "our-fault"), event: "360 ? our-fault medium", previous: .ok),
        Case(
            title: "known again", old: look(.unknown, since: 90, previous: .ok, "our-fault"),
            new: look(.ok, since: 360, previous: .unknown), event: "360 ok was not known for 4m 30s: our-fault medium",
            previous: .unknown),
        Case(
            title: "not to be judged at first, and works", old: look(.unknown, since: 90, "our-fault"),
            new: look(.ok, since: 360, previous: .unknown)),
        Case(
            title: "not to be judged at first, and down", old: look(.unknown, since: 90, "our-fault"),
            new: look(.down, since: 360, previous: .unknown, "refused"),
            event: "360 DOWN refused medium, when first probed", isFirstSight: true),
        Case(
            title: "a warning that failed once and is well",
            old: look(.unconfirmed, since: 90, previous: .warning, "x"),
            new: look(.ok, since: 95, previous: .unconfirmed), event: "95 ok was WARN", previous: .warning),
    ]

    @Test(arguments: cases)
    func `What happened between two looks`(_ example: Case) {
        let events = TimelineEvent.between(example.old, example.new, now: Self.now)
        #expect(events.map { "\($0.at.second) \($0.word) \($0.sentence)" } == (example.event.map { [$0] } ?? []))
        #expect(events.first?.previous == example.previous)
        #expect((events.first?.isFirstSight ?? false) == example.isFirstSight)
        #expect(events.allSatisfy { $0.subject == .server(Self.server.id) && $0.isAboutState })
    }

    @Test func `An event says behind which gateway, going down and coming back`() {
        let down = Self.look(.down, since: 90, "behind-gateway", behind: "RDGW-1")
        let ok = Self.look(.ok, since: 200, previous: .down)
        #expect(TimelineEvent.between(Self.look(.ok, since: 1), down, now: Self.now).map(\.gateway) == ["rdgw-1"])
        #expect(TimelineEvent.between(down, ok, now: Self.now).map(\.gateway) == ["rdgw-1"])
    }

    @Test func `A gateway's events are its own`() {
        let gateway = Gateway(name: "RDGW-1", host: "rdgw-1.example")
        let down = Judgement(state: .down, cells: .unknown)
        let old = GatewayStatus(gateway: gateway, since: Instant(seconds: 1))
        var events = TimelineEvent.between(
            GatewayStatus(gateway: gateway), GatewayStatus(gateway: gateway, judgement: down, since: Self.now),
            now: Self.now)
        #expect(events.map(\.isFirstSight) == [true])
        events = TimelineEvent.between(
            old, GatewayStatus(gateway: gateway, judgement: down, since: Self.now), now: Self.now)
        #expect(events.map(\.subject) == [.gateway("rdgw-1")])
        #expect(events.map(\.gateway) == ["rdgw-1"])
        #expect(events.map(\.text) == ["DOWN"])
    }

    // MARK: Our side

    @Test(
        arguments: [
            (nil, nil, nil), (nil, "link down", "here link down"), ("late by 300 ms", "late by 310 ms", nil),
            ("link down", nil, "here our side is fine again, after 1m 40s"),
        ] as [(String?, String?, String?)])
    func `Trouble on our side begins once and ends once`(old: String?, new: String?, text: String?) {
        let event = TimelineEvent.ourSide(old, new, now: Self.now, began: Self.now - .seconds(100))
        #expect(event.map { "\($0.word) \($0.text)" } == text)
    }

    // MARK: Certificates

    /// A server whose probes saw these certificates, one after the other.
    private static func status(_ certificates: [(sha256: String, issuer: String, ends: Int64)]) -> ServerStatus {
        var snapshot: ServerSnapshot?
        for (number, seen) in certificates.enumerated() {
            let time = Instant(seconds: Int64(number) * 60)
            let leaf = CertificateDescription(
                subject: "CN=ts01", issuer: seen.issuer, notAfter: Instant(seconds: seen.ends * 86_400),
                sha256: seen.sha256)
            var next = ServerSnapshot(server: server.id, began: time, ended: time)
            next.certificate = Observation(
                facts: CertificateFacts(
                    leaf: leaf, askedName: "ts01", nameMatch: .none, trust: .unknownAuthority(seen.issuer)),
                microseconds: 1, at: time)
            snapshot = next.following(snapshot)
        }
        return ServerStatus(
            server: server, snapshot: snapshot, judgement: Judgement(state: .ok, cells: .unknown),
            since: Instant(seconds: 1))
    }

    @Test func `A certificate that ends later is a renewal, any other one is a change`() {
        let first = ("a", "CN=CA 1", Int64(20_000))
        let renewed = TimelineEvent.between(
            Self.status([first]), Self.status([first, ("b", "CN=CA 1", 20_090)]), now: Self.now)
        #expect(renewed.map(\.kind) == [.certificateRenewed])
        #expect(renewed.map(\.at) == [Instant(seconds: 60)])
        #expect(renewed.map(\.text) == ["certificate renewed, ends 2025-01-02; the one before 2024-10-04"])
        #expect(renewed.map(\.cause) == ["b"])

        let elsewhere = TimelineEvent.between(
            Self.status([first]), Self.status([first, ("b", "CN=CA 2", 20_090)]), now: Self.now)
        #expect(elsewhere.map(\.kind) == [.certificateChanged])
        #expect(elsewhere.first?.text.hasSuffix("now from CN=CA 2, was from CN=CA 1") == true)

        let older = TimelineEvent.between(
            Self.status([first]), Self.status([first, ("b", "CN=CA 1", 19_000)]), now: Self.now)
        #expect(older.map(\.kind) == [.certificateChanged])
    }

    @Test func `A certificate that stays or comes back is no event`() {
        let (first, second) = (("a", "CN=CA", Int64(20_000)), ("b", "CN=CA", Int64(20_090)))
        let both = Self.status([first, second])
        #expect(TimelineEvent.between(both, both, now: Self.now).isEmpty)
        #expect(TimelineEvent.between(both, Self.status([first, second, second]), now: Self.now).isEmpty)
        #expect(TimelineEvent.between(both, Self.status([first, second, first]), now: Self.now).isEmpty)
    }

    // MARK: What people say

    @Test func `What people say is an event, and so is that they take it back`() {
        let start = Instant(seconds: 500)
        let known = Annotation(
            .acknowledgement(Problem(rule: "refused", isDown: true)), by: "lee", reason: "DNS ticket 4711",
            at: Instant(seconds: 600))
        let mute = Annotation(
            .mute(until: .at(Instant(seconds: 64_800))), by: "kim", reason: "", at: Instant(seconds: 700))
        let early = Annotation(.mute(until: .recovery), by: "kim", reason: "", at: Instant(seconds: 499))
        let cases: [(ServerAnnotations, ServerAnnotations, [String])] = [
            (.none, .none, []),
            (.none, .init(acknowledgement: known), ["600 ack by lee: DNS ticket 4711"]),
            (
                .init(acknowledgement: known), .init(acknowledgement: known, mute: mute),
                ["700 mute until 18:00Z, by kim"]
            ),
            (
                .init(acknowledgement: known, mute: mute), .none,
                ["1000 lift acknowledgement lifted", "1000 lift not muted any more"]
            ),
            (.none, .init(mute: early), []),
        ]
        for (old, new, lines) in cases {
            let events = TimelineEvent.between(old, new, of: Self.server.id, since: start, now: Self.now)
            #expect(events.map { "\($0.at.second) \($0.word) \($0.text)" } == lines)
            #expect(events.allSatisfy { $0.subject == .server(Self.server.id) && !$0.isAboutState })
        }
    }
}
