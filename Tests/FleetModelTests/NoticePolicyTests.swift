import FleetModel
import TestSupport
import Testing

/// A fleet whose notices are taken as it goes on, second by second of a clock that the test moves; who sleeps until
/// something is due has to take the same.
private struct Watch {
    static let start = Instant(seconds: 1_800_000_000)

    var now = start
    private var policy: NoticePolicy
    private var sleeper: NoticePolicy
    /// When it wakes, in the seconds that have passed.
    private var wakes: Int64 = 0
    private var seconds: Int64 = 0
    private(set) var notices: [Notice] = []
    let fleet: Fleet

    init(
        _ names: [String], gateways: [Gateway] = [], behind gateway: String? = nil, topics: Set<NoticeTopic>? = nil,
        only filter: String = "", pace: NoticePace = NoticePace(), windows: [MaintenanceWindow] = [],
        runbooks: [String] = [], mark: String = ""
    ) throws {
        fleet = Fleet(
            name: "lab",
            servers: names.map { name in
                var server = Server(
                    name: name, site: name.hasPrefix("f") ? "fra" : "nyc", gateway: gateway,
                    path: gateway == nil ? .direct : .gateway)
                if runbooks.contains(name) { server.runbook = "https://wiki.lab.test/rdp" }
                return server
            }, gateways: gateways)
        let calendar = MaintenanceCalendar(windows, of: fleet) { zone, _ in zone == nil ? .zero : .hours(2) }
        policy = NoticePolicy(
            NoticePolicy.Wish(topics ?? NoticeTopic.usual, of: try Filter.parse(filter)), pace: pace, of: fleet,
            calendar: calendar, mark: mark, now: now)
        sleeper = policy
    }

    /// Tells what has become known now.
    mutating func tell(_ news: FleetNews) {
        let told = policy.take(news, at: now)
        #expect(told == take(news))
        notices += told
    }

    private mutating func take(_ news: FleetNews) -> [Notice] {
        defer { wakes = seconds + (sleeper.rest(at: now).milliseconds + 999) / 1_000 }
        return sleeper.take(news, at: now)
    }

    /// Lets time pass, looking once a second.
    mutating func wait(_ span: Span) {
        for _ in 0..<span.wholeSeconds {
            now = now + .seconds(1)
            seconds += 1
            let told = policy.take(FleetNews(), at: now)
            #expect(told == (wakes <= seconds ? take(FleetNews()) : []))
            notices += told
        }
    }

    /// The clock is set back between two looks: as long as who sleeps has slept by then, it will sleep in vain.
    mutating func setBack(_ span: Span) {
        tell(FleetNews())
        now = now - span
        tell(FleetNews())
    }

    func status(
        _ name: String, _ state: ServerState, rule: String = "tcp-refused", verdict: String? = nil,
        confidence: Confidence = .certain, sha256: String? = nil
    ) -> ServerStatus {
        let server = fleet.servers.first { $0.name == name } ?? Server(name: name)
        let finding = Finding(
            rule: rule, layer: rule.hasPrefix("certificate") ? .certificate : .tcp,
            severity: state == .down ? .down : .warning, confidence: confidence, short: verdict ?? rule,
            medium: verdict ?? "verdict \(rule)", long: "", remedies: [Remedy(.check, at: .server, "Look at it")])
        var snapshot = ServerSnapshot(server: server.id, began: now, ended: now)
        if let sha256 {
            let leaf = CertificateDescription(
                subject: "CN=a", issuer: "CN=b", notAfter: Self.start + .days(10), sha256: sha256)
            snapshot.certificate = Observation(
                facts: CertificateFacts(leaf: leaf, askedName: name, nameMatch: .none, trust: .trusted([])),
                failure: nil,
                microseconds: 1, at: now)
        }
        let problem = state == .ok || state == .unknown ? [] : [finding]
        return ServerStatus(
            server: server, snapshot: snapshot, judgement: Judgement(state: state, cells: .unknown, findings: problem),
            since: now)
    }

    mutating func set(_ names: [String], _ state: ServerState, rule: String = "tcp-refused", sha256: String? = nil) {
        tell(FleetNews(servers: names.map { status($0, state, rule: rule, sha256: sha256) }))
    }

    /// The first look at everybody, and the time until what it found is told.
    mutating func lookAtAll() {
        set(fleet.servers.map(\.name), .ok)
        wait(.seconds(10))
        notices = []
    }

    mutating func mute(_ name: String, _ isMuted: Bool) {
        guard let id = fleet.servers.first(where: { $0.name == name })?.id else { return }
        var said = ServerAnnotations()
        if isMuted { said.mute = Annotation(.mute(until: .recovery), by: "kim", reason: "", at: now) }
        tell(FleetNews(annotations: [id: said]))
    }

    mutating func acknowledge(_ name: String) {
        let known = Annotation(
            .acknowledgement(Problem(rule: "tcp-refused", isDown: true)), by: "kim", reason: "", at: now)
        tell(FleetNews(annotations: [Server(name: name).id: ServerAnnotations(acknowledgement: known)]))
    }

    var events: [Notice.Event] { notices.map(\.event) }
    var titles: [String] { notices.map(\.title) }
}

private func names(_ count: Int, _ prefix: String = "f") -> [String] { (1...count).map { "\(prefix)\($0)" } }

private func shared(_ names: [String], value: String = "10.1.1.0/24") -> SharedCause {
    SharedCause(
        trait: .network, value: value, failing: names.count, failingTotal: names.count, healthy: 0, healthyTotal: 5,
        confidence: .likely, statement: "\(names.count) are in \(value)", servers: names.map { Server(name: $0).id })
}

@Suite struct NoticePolicyTests {
    @Test func `An outage of three hundred servers that takes a minute is one notice, and its end is one`() throws {
        var watch = try Watch(names(300))
        watch.lookAtAll()
        for batch in 0..<50 {
            watch.set(names(300).dropFirst(batch * 6).prefix(6).map { $0 }, .down)
            watch.wait(.seconds(1))
        }
        #expect(watch.notices.isEmpty)
        watch.wait(.seconds(9))
        let notice = try #require(watch.notices.first)
        #expect(watch.events == [.cause])
        #expect(notice.title == "300 servers DOWN: verdict tcp-refused")
        #expect(notice.count == 300 && notice.added == 300 && notice.members.count == Notice.mostMembers)
        #expect(notice.state == .down && !notice.isFirstSight)
        #expect(notice.details.contains("First step: Look at it"))
        #expect(notice.details.contains("How sure: certain: seen on the wire"))
        watch.wait(.hours(1))
        #expect(watch.events == [.cause])
        for batch in 0..<50 {
            watch.set(names(300).dropFirst(batch * 6).prefix(6).map { $0 }, .ok)
            watch.wait(.seconds(1))
        }
        #expect(watch.events == [.cause])
        watch.wait(.seconds(9))
        #expect(watch.events == [.cause, .recovered])
        #expect(watch.notices.last?.id == notice.id)
        #expect(watch.notices.last?.state == .ok)
        #expect(watch.titles.last == "over after 1h 1m: 300 servers DOWN: verdict tcp-refused")
    }

    @Test func `An outage that does not stop growing is told after six times the wait`() throws {
        var watch = try Watch(names(300))
        watch.lookAtAll()
        for name in names(70) {
            watch.set([name], .down)
            watch.wait(.seconds(1))
        }
        #expect(watch.events == [.cause])
        #expect(watch.notices.first?.count == 60)
    }

    @Test func `A cause that grows is told again after ten minutes, with those who are new`() throws {
        var watch = try Watch(names(20))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.seconds(10))
        #expect(watch.titles == ["f1 DOWN: verdict tcp-refused"])
        for name in names(8).dropFirst() {
            watch.set([name], .down)
            watch.wait(.minutes(1))
        }
        #expect(watch.events == [.cause])
        watch.wait(.minutes(3))
        #expect(watch.events == [.cause, .growth])
        #expect(watch.titles.last == "7 more, now 8 servers DOWN: verdict tcp-refused")
        #expect(watch.notices.last?.id == watch.notices.first?.id)
        #expect(watch.notices.last?.added == 7 && watch.notices.last?.members.first?.name == "f2")
        watch.wait(.hours(1))
        #expect(watch.notices.count == 2)
    }

    @Test func `What failed once and was not checked again is not told, nor that it came back`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        watch.set(["f1"], .unconfirmed)
        watch.wait(.minutes(2))
        watch.set(["f1"], .ok)
        watch.wait(.minutes(2))
        #expect(watch.notices.isEmpty)
    }

    @Test func `What is over before it was told is not told`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.seconds(9))
        watch.set(["f1"], .ok)
        watch.wait(.minutes(2))
        #expect(watch.notices.isEmpty)
    }

    @Test func `A server that stays dead does not swallow a later outage with the same verdict`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.minutes(11))
        watch.set(["f2", "f3"], .down)
        watch.wait(.seconds(10))
        #expect(watch.titles == ["f1 DOWN: verdict tcp-refused", "2 servers DOWN: verdict tcp-refused"])
        #expect(watch.events == [.cause, .cause])
        watch.set(["f2", "f3"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.events == [.cause, .cause, .recovered])
        watch.set(["f4"], .down)
        watch.wait(.minutes(11))
        watch.set(["f1"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.events == [.cause, .cause, .recovered, .cause, .recovered])
        let ids = watch.notices.map(\.id)
        #expect(Set(ids).count == 3 && ids[2] == ids[1] && ids[4] == ids[0])
    }

    @Test func `A cause is over when only acknowledged servers still have it, and says so`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.set(["f1", "f2"], .down)
        watch.wait(.seconds(11))
        watch.acknowledge("f1")
        watch.set(["f2"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.events == [.cause, .recovered])
        #expect(watch.notices.last?.details == ["Still so, muted or acknowledged or in maintenance: f1"])
        watch.set(["f2"], .down)
        watch.wait(.seconds(10))
        #expect(watch.titles.last == "f2 DOWN: verdict tcp-refused")
        watch.set(["f1"], .ok)
        watch.wait(.minutes(5))
        #expect(watch.events == [.cause, .recovered, .cause])
    }

    @Test func `What returns before its end was told goes on`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.minutes(1))
        watch.set(["f1"], .ok)
        watch.wait(.seconds(9))
        watch.set(["f1"], .down)
        watch.wait(.hours(1))
        #expect(watch.events == [.cause])
        watch.set(["f1"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.titles.last == "over after 1h 1m: f1 DOWN: verdict tcp-refused")
    }

    @Test func `A further end within half an hour waits, and is not told while a server may be wrong again`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        for _ in 0..<2 {
            watch.set(["f1"], .down)
            watch.wait(.minutes(1))
            watch.set(["f1"], .ok)
            watch.wait(.minutes(1))
        }
        #expect(watch.events == [.cause, .recovered, .cause])
        watch.wait(.minutes(26))
        watch.set(["f1"], .unconfirmed)
        watch.wait(.minutes(3))
        #expect(watch.events == [.cause, .recovered, .cause])
        watch.set(["f1"], .ok)
        watch.wait(.seconds(1))
        #expect(watch.titles.last == "over after 1m 0s: f1 DOWN: verdict tcp-refused")
    }

    @Test func `What had another cause than before when it came back is told, and its earlier end before that`() throws
    {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        for _ in 0..<2 {
            watch.set(names(3), .down)
            watch.wait(.minutes(1))
            watch.set(names(3), .ok)
            watch.wait(.minutes(1))
        }
        #expect(watch.events == [.cause, .recovered, .cause])
        watch.tell(FleetNews(causes: [shared(names(3))]))
        watch.set(names(3), .down)
        watch.wait(.hours(1))
        #expect(watch.events == [.cause, .recovered, .cause, .recovered, .cause])
    }

    @Test func `A server that came and went does not hold back the end of an outage of others`() throws {
        var watch = try Watch(names(5))
        watch.lookAtAll()
        for members in [["f1"], names(5)] {
            watch.set(members, .down)
            watch.wait(.minutes(1))
            watch.set(members, .ok)
            watch.wait(.minutes(1))
        }
        #expect(watch.events == [.cause, .recovered, .cause, .recovered])
    }

    @Test func `What comes and goes is told to be over once in half an hour, and the last word is true`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        for _ in 0..<6 {
            watch.set(["f1"], .down)
            watch.wait(.minutes(2))
            watch.set(["f1"], .ok)
            watch.wait(.minutes(2))
        }
        // The return after the end was told at once.
        #expect(watch.events == [.cause, .recovered, .cause])
        #expect(watch.notices.last?.at == Watch.start + .seconds(260))
        watch.set(["f1"], .down)
        watch.wait(.minutes(10))
        #expect(watch.events == [.cause, .recovered, .cause])
        watch.set(["f1"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.events == [.cause, .recovered, .cause, .recovered])
        #expect(watch.notices.last?.details.contains("Came and went 5 times without being told") == true)
    }

    @Test func `A cause is told again at once when it is of other servers`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.seconds(20))
        watch.set(["f1"], .ok)
        watch.set(["f2"], .down)
        watch.wait(.seconds(20))
        #expect(watch.events == [.cause, .recovered, .cause])
        #expect(watch.titles.last == "f2 DOWN: verdict tcp-refused")
    }

    @Test func `Servers that share something are one cause whatever their verdicts, also when that is found out late`()
        throws
    {
        var watch = try Watch(names(9))
        watch.lookAtAll()
        watch.set(["f1", "f2"], .down)
        watch.set(["f3", "f4"], .down, rule: "tcp-timeout")
        watch.wait(.seconds(2))
        watch.tell(FleetNews(causes: [shared(names(4))]))
        watch.wait(.seconds(20))
        #expect(watch.events == [.cause])
        #expect(watch.titles == ["4 servers DOWN: 2 tcp-refused, others differ"])
        #expect(watch.notices.first?.shared == "4 are in 10.1.1.0/24")
        // Called otherwise by now, it is still the same.
        watch.tell(FleetNews(causes: [shared(names(6), value: "10.1.0.0/16")]))
        watch.set(["f5", "f6"], .down, rule: "dns-timeout")
        watch.wait(.minutes(11))
        #expect(watch.events == [.cause, .growth])
    }

    @Test func `Up to three causes at once are told each by itself, and more in one notice`() throws {
        for (count, expected) in [(3, [Notice.Event](repeating: .cause, count: 3)), (4, [.summary])] {
            var watch = try Watch(names(9))
            watch.lookAtAll()
            for (place, name) in names(count).enumerated() { watch.set([name], .down, rule: "rule-\(place)") }
            watch.wait(.seconds(20))
            #expect(watch.events == expected)
        }
    }

    @Test func `More than three causes that are over within a moment are told in one notice, each with its identity`()
        throws
    {
        var watch = try Watch(names(9))
        watch.lookAtAll()
        for (place, name) in names(5).enumerated() {
            watch.set([name], .down, rule: "rule-\(place)")
            watch.wait(.minutes(1))
        }
        let identities = watch.notices.map(\.id)
        #expect(watch.events == [Notice.Event](repeating: .cause, count: 5))
        for name in names(5) {
            watch.set([name], .ok)
            watch.wait(.seconds(2))
        }
        watch.wait(.seconds(10))
        let notice = try #require(watch.notices.last)
        #expect(watch.notices.count == 6 && notice.event == .summary && notice.state == .ok)
        #expect(notice.title == "5 causes are over")
        #expect(notice.parts.map(\.id) == identities && notice.parts.allSatisfy { $0.event == .recovered })
        #expect(notice.parts.first?.title == "over after 5m 0s: f1 DOWN: verdict rule-0")
    }

    @Test func `A gateway that is down is one cause with all behind it`() throws {
        let gateway = Gateway(name: "RDGW-1", host: "rdgw-1.lab.test")
        var watch = try Watch(names(17), gateways: [gateway], behind: "rdgw-1")
        watch.lookAtAll()
        let down = Judgement(
            state: .down, cells: .unknown,
            findings: [
                Finding(
                    rule: "gateway-silent", layer: .tcp, severity: .down, confidence: .certain, short: "silent",
                    medium: "TCP 443 silent", long: "")
            ])
        let behind = names(17).map { name -> ServerStatus in
            var status = watch.status(name, .down, rule: "behind-gateway")
            status.judgement.behind = "RDGW-1"
            return status
        }
        watch.tell(
            FleetNews(
                servers: behind, gateways: [GatewayStatus(gateway: gateway, judgement: down, since: watch.now)]))
        watch.wait(.seconds(20))
        #expect(watch.titles == ["gateway RDGW-1 DOWN, with 17 servers behind it: TCP 443 silent"])
        #expect(watch.notices.first?.members.first?.subject == .gateway("rdgw-1"))
    }

    // MARK: The beginning

    @Test func `What is wrong when all are first looked at is told in one notice`() throws {
        var watch = try Watch(names(6), topics: [.cause, .warning, .certificate])
        watch.set(["f1", "f2"], .down)
        watch.set(["f3"], .down, rule: "tcp-timeout")
        watch.set(["f4"], .warning, rule: "certificate-ends", sha256: "aa")
        watch.wait(.minutes(1))
        #expect(watch.notices.isEmpty)
        watch.set(["f5", "f6"], .ok)
        watch.wait(.seconds(9))
        #expect(watch.notices.isEmpty)
        watch.wait(.seconds(2))
        let notice = try #require(watch.notices.first)
        #expect(watch.events == [.summary])
        #expect(notice.title == "3 DOWN, 1 certificate to renew, for 3 reasons, when first probed")
        #expect(notice.isFirstSight && notice.state == .down && notice.members.count == 4)
        #expect(
            notice.parts.map(\.title) == [
                "2 servers DOWN: verdict tcp-refused", "f3 DOWN: verdict tcp-timeout", "certificate of f4 ends in 9d",
            ])
        watch.set(["f1", "f2"], .ok)
        watch.wait(.hours(2))
        #expect(watch.notices.count == 1)
    }

    @Test func `One cause at the beginning is told as what it is, once failures have been checked again`() throws {
        var watch = try Watch(names(3))
        watch.set(["f1", "f2"], .ok)
        watch.set(["f3"], .unconfirmed)
        watch.wait(.seconds(20))
        #expect(watch.notices.isEmpty)
        watch.set(["f3"], .down)
        watch.wait(.seconds(1))
        #expect(watch.events == [.cause])
        #expect(watch.notices.first?.isFirstSight == true)
    }

    @Test func `A server of which nothing is ever known holds up the beginning for five minutes at most`() throws {
        var watch = try Watch(names(2))
        watch.set(["f1"], .down)
        watch.wait(.minutes(5))
        #expect(watch.notices.isEmpty)
        watch.wait(.seconds(11))
        #expect(watch.events == [.cause])
    }

    // MARK: Our own side

    @Test func `While our own link is down nothing is told, and what it made unknown is neither down nor over`() throws
    {
        var watch = try Watch(names(9))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.seconds(20))
        watch.set(names(9).dropFirst().map { $0 }, .down, rule: "tcp-timeout")
        watch.wait(.seconds(5))
        watch.tell(FleetNews(servers: names(9).map { watch.status($0, .unknown) }, ourSide: .linkDown))
        watch.wait(.minutes(30))
        #expect(watch.events == [.cause])
        watch.tell(FleetNews(ourSide: .fine))
        watch.set(names(9).dropFirst().map { $0 }, .ok)
        watch.wait(.minutes(1))
        #expect(watch.events == [.cause])
        watch.set(["f1"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.events == [.cause, .recovered])
    }

    @Test func `What is confirmed while our own link is down waits until it is back for a moment`() throws {
        var watch = try Watch(names(9))
        watch.lookAtAll()
        watch.tell(FleetNews(ourSide: .linkDown))
        watch.set(["f1"], .down)
        watch.wait(.minutes(2))
        watch.tell(FleetNews(ourSide: .fine))
        watch.wait(.seconds(8))
        #expect(watch.notices.isEmpty)
        watch.wait(.seconds(2))
        #expect(watch.events == [.cause])
    }

    // MARK: Whom to leave alone

    @Test func `Of muted servers nothing is told until the mute is over`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.mute("f1", true)
        watch.mute("f2", true)
        watch.set(["f1", "f2"], .down)
        watch.wait(.minutes(30))
        watch.set(["f2"], .ok)
        watch.mute("f2", false)
        watch.wait(.minutes(1))
        #expect(watch.notices.isEmpty)
        watch.mute("f1", false)
        watch.wait(.seconds(11))
        #expect(watch.titles == ["f1 DOWN: verdict tcp-refused"])
    }

    @Test func `A server that is muted before its cause is told is not told`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.seconds(3))
        watch.mute("f1", true)
        watch.wait(.minutes(5))
        #expect(watch.notices.isEmpty)
    }

    @Test func `When the others are back, a cause is over though a muted server still has it`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.set(["f1", "f2"], .down)
        watch.wait(.seconds(11))
        watch.mute("f1", true)
        watch.set(["f2"], .ok)
        watch.wait(.minutes(1))
        #expect(watch.events == [.cause, .recovered])
        watch.mute("f1", false)
        watch.wait(.hours(1))
        #expect(watch.titles.last == "f1 DOWN: verdict tcp-refused")
    }

    @Test func `Of acknowledged servers somebody knows`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.acknowledge("f1")
        watch.wait(.minutes(5))
        #expect(watch.notices.isEmpty)
        watch.set(["f2"], .down)
        watch.wait(.minutes(5))
        #expect(watch.titles == ["f2 DOWN: verdict tcp-refused"])
    }

    private func window(_ length: Span, only filter: String = "") throws -> MaintenanceWindow {
        // The clock of the zone is two hours ahead of the one of the tests.
        let begin = Watch.start + .minutes(10)
        return MaintenanceWindow(
            .once(
                from: LocalTime(begin, offset: .hours(2)), until: LocalTime(begin + length, offset: .hours(2))),
            zone: .init("Zone", line: 1, column: 1), filter: try Filter.parse(filter))
    }

    @Test func `What happens in a maintenance window is not told, and what is still wrong at its end is told then`()
        throws
    {
        var watch = try Watch(names(4) + ["n1"], windows: [window(.minutes(60), only: "site:fra")])
        watch.lookAtAll()
        watch.wait(.minutes(15))
        watch.set(["f1", "f2", "n1"], .down)
        watch.wait(.seconds(20))
        #expect(watch.titles == ["n1 DOWN: verdict tcp-refused"])
        watch.set(["f2"], .ok)
        watch.wait(.minutes(40))
        #expect(watch.notices.count == 1)
        watch.wait(.minutes(20))
        #expect(watch.titles.last == "f1 DOWN: verdict tcp-refused")
        #expect(watch.notices.count == 2)
    }

    @Test func `What was told before a window and is over in it is told when the window is over`() throws {
        var watch = try Watch(names(4), windows: [window(.minutes(60))])
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.minutes(15))
        watch.set(["f1"], .ok)
        watch.wait(.minutes(30))
        #expect(watch.events == [.cause])
        watch.wait(.minutes(30))
        #expect(watch.events == [.cause, .recovered])
        #expect(watch.notices.last?.lasted == .minutes(15))
    }

    @Test func `What was told before a window and is still so after it is told once more`() throws {
        var watch = try Watch(names(4), windows: [window(.minutes(60))])
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.minutes(60))
        #expect(watch.events == [.cause])
        watch.wait(.minutes(15))
        #expect(watch.events == [.cause, .growth])
        #expect(watch.titles.last == "still so after mute or maintenance: f1 DOWN: verdict tcp-refused")
    }

    // MARK: Wishes

    @Test func `A hook is told of its own servers and events only`() throws {
        let cases: [(Set<NoticeTopic>, String, [Notice.Event])] = [
            ([.cause, .recovered], "site:nyc", [.cause, .recovered]), ([.cause], "", [.cause]),
            ([.recovered], "", [.recovered]),
            ([.certificate], "", []), ([.warning], "", []), (NoticeTopic.usual, "site:sin", []),
            (NoticeTopic.usual, "tcp-refused", [.cause, .recovered]), (NoticeTopic.usual, "is:warn", []),
        ]
        for (topics, filter, expected) in cases {
            var watch = try Watch(names(3) + ["n1"], topics: topics, only: filter)
            watch.lookAtAll()
            watch.set(["n1"], .down)
            watch.wait(.seconds(20))
            watch.set(["n1"], .ok)
            watch.wait(.seconds(20))
            #expect(watch.events == expected, "\(topics) \(filter)")
        }
    }

    @Test func `Warnings are told to whoever wants them, and that a warning became an outage`() throws {
        var watch = try Watch(names(3), topics: [.cause, .warning, .recovered])
        watch.lookAtAll()
        watch.set(["f1"], .warning, rule: "nla-off")
        watch.wait(.seconds(20))
        watch.set(["f1"], .down)
        watch.wait(.seconds(20))
        watch.set(["f1"], .warning, rule: "nla-off")
        watch.wait(.minutes(1))
        #expect(
            watch.titles == [
                "f1 WARN: verdict nla-off", "f1 DOWN: verdict tcp-refused",
                "over after 20s: f1 DOWN: verdict tcp-refused",
            ])
        #expect(watch.notices[1].continues == [watch.notices[0].id])
        #expect(watch.notices[1].details.last == "Was told as: f1 WARN: verdict nla-off")
    }

    @Test func `A warning that became an outage which was over before it was told is over when all is well`() throws {
        var watch = try Watch(names(3), topics: [.cause, .warning, .recovered])
        watch.lookAtAll()
        watch.set(["f1"], .warning, rule: "nla-off")
        watch.wait(.seconds(20))
        watch.set(["f1"], .down)
        watch.wait(.seconds(5))
        watch.set(["f1"], .warning, rule: "nla-off")
        watch.wait(.minutes(1))
        #expect(watch.events == [.warning])
        watch.set(["f1"], .down)
        watch.wait(.seconds(5))
        watch.set(["f1"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.events == [.warning, .recovered])
        #expect(watch.notices[1].id == watch.notices[0].id)
    }

    // MARK: Certificates

    @Test func `A certificate is told once for each threshold that it passes, whatever the clock does`() throws {
        let steps: [(String, Notice.Event?)] = [
            ("certificate-ends", .certificate), ("certificate-ends", nil), ("certificate-ends-soon", .certificate),
            ("certificate-ends", nil), ("certificate-ends-soon", nil), ("certificate-expired", .certificate),
        ]
        var watch = try Watch(names(3), topics: [.certificate])
        watch.lookAtAll()
        var told: [Notice.Event] = []
        for (rule, event) in steps {
            watch.set(["f1"], rule == "certificate-expired" ? .down : .warning, rule: rule, sha256: "aa")
            watch.wait(.seconds(30))
            if let event { told.append(event) }
            #expect(watch.events == told, "\(rule)")
        }
        #expect(watch.notices.map(\.threshold) == [.warning, .critical, .expired])
        #expect(
            watch.titles == [
                "certificate of f1 ends in 9d", "certificate of f1 ends in 9d", "certificate of f1 expired",
            ])
        // A new certificate begins anew.
        watch.set(["f1"], .ok, sha256: "bb")
        watch.set(["f1"], .warning, rule: "certificate-ends", sha256: "bb")
        watch.wait(.seconds(30))
        #expect(watch.notices.count == 4)
    }

    @Test func `Certificates that pass a threshold together are one notice`() throws {
        var watch = try Watch(names(40))
        watch.lookAtAll()
        watch.set(names(40), .warning, rule: "certificate-ends-soon", sha256: "aa")
        watch.wait(.seconds(11))
        #expect(watch.titles == ["40 certificates end soon, the first in 9d"])
        #expect(watch.notices.first?.details.count == 12)
    }

    @Test func `A certificate that has expired is told as the outage that it is, and once`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        watch.set(["f1"], .down, rule: "certificate-expired", sha256: "aa")
        watch.wait(.minutes(1))
        #expect(watch.titles == ["f1 DOWN: verdict certificate-expired"])
    }

    // MARK: What is said of several

    @Test func `What is said of several servers is as sure as of the least sure, and has a runbook that all share`()
        throws
    {
        let cases: [([Confidence], runbooks: [String], String, runbook: Bool)] = [
            ([.certain, .certain], ["f1", "f2"], "How sure: certain: seen on the wire", true),
            (
                [.certain, .likely], ["f1"],
                "How sure: likely: a documented cause that matches what was seen (surer of some)", false
            ),
            (
                [.likely, .possible], [],
                "How sure: possible: one of several causes that would look the same (surer of some)", false
            ),
        ]
        for (confidences, runbooks, sure, hasRunbook) in cases {
            var watch = try Watch(names(2), runbooks: runbooks)
            watch.lookAtAll()
            watch.tell(
                FleetNews(
                    servers: zip(names(2), confidences).map { watch.status($0, .down, confidence: $1) }))
            watch.wait(.seconds(10))
            let details = try #require(watch.notices.first?.details)
            #expect(details.contains(sure))
            #expect(details.contains("Runbook: https://wiki.lab.test/rdp") == hasRunbook)
        }
    }

    @Test func `The same verdict on two ports is one verdict`() throws {
        var watch = try Watch(names(3))
        watch.lookAtAll()
        watch.tell(
            FleetNews(
                servers: zip(names(3), ["TCP 3389 refused", "TCP 3390 refused", "TCP 3389 refused"]).map {
                    watch.status($0, .down, verdict: $1)
                }))
        watch.wait(.seconds(10))
        #expect(watch.titles == ["3 servers DOWN: TCP 3389 refused, or the like"])
    }

    @Test func `A new server is told as new beside one that is still wrong after its mute`() throws {
        var watch = try Watch(names(4))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.minutes(1))
        watch.mute("f1", true)
        watch.wait(.minutes(5))
        watch.set(["f2"], .down)
        watch.mute("f1", false)
        watch.wait(.minutes(10))
        #expect(watch.titles.last == "1 more, now 2 servers DOWN: verdict tcp-refused")
        let notice = try #require(watch.notices.last)
        #expect(notice.added == 1 && notice.members.map(\.name) == ["f2", "f1"])
        #expect(notice.details.starts(with: ["New: f2", "Still so after mute or maintenance: f1"]))
    }

    @Test func `A summary has the identity of each of its parts, however many there are`() throws {
        var watch = try Watch(names(200))
        for (place, name) in names(200).enumerated() { watch.set([name], .down, rule: "rule-\(place)") }
        watch.wait(.seconds(11))
        let notice = try #require(watch.notices.first)
        #expect(watch.events == [.summary] && notice.parts.count == 200 && Set(notice.parts.map(\.id)).count == 200)
        #expect(notice.details.count == 21 && notice.details.last == "and 180 more")
    }

    @Test func `Identities have the mark of their policy`() throws {
        var identities: Set<String> = []
        for mark in ["9f3a-1", "9f3a-2", ""] {
            var watch = try Watch(names(2), mark: mark)
            watch.lookAtAll()
            watch.set(["f1"], .down)
            watch.wait(.seconds(10))
            let notice = try #require(watch.notices.first)
            #expect(notice.id == "\(Watch.start.compactText)\(mark.isEmpty ? "" : "-" + mark)-1")
            identities.insert(notice.id)
        }
        #expect(identities.count == 3)
    }

    // MARK: How many

    @Test func `Of the notices of an hour a quarter is kept for outages, and an outage goes before an end`() throws {
        var watch = try Watch(names(9), topics: [.cause, .warning, .recovered], pace: NoticePace(hourly: 4))
        watch.lookAtAll()
        for (place, name) in names(4).enumerated() {
            watch.set([name], .warning, rule: "rule-\(place)")
            watch.wait(.minutes(1))
        }
        #expect(watch.events == [.warning, .warning, .warning])
        watch.set(["f1"], .ok)
        watch.set(["f5"], .down)
        watch.wait(.minutes(1))
        #expect(watch.events == [.warning, .warning, .warning, .cause])
        #expect(
            watch.notices.last?.heldBack?.titles == [
                "f4 WARN: verdict rule-3", "over after 4m 0s: f1 WARN: verdict rule-0",
            ])
        watch.wait(.minutes(10))
        #expect(watch.notices.count == 4)
    }

    @Test func `Within an hour there are no more notices than wanted, and the next says what was held back`() throws {
        var watch = try Watch(names(9), topics: [.cause], pace: NoticePace(hourly: 2))
        watch.lookAtAll()
        for (place, name) in names(5).enumerated() {
            watch.set([name], .down, rule: "rule-\(place)")
            watch.wait(.minutes(1))
        }
        #expect(watch.titles == ["f1 DOWN: verdict rule-0", "f2 DOWN: verdict rule-1"])
        watch.wait(.minutes(56))
        let last = try #require(watch.notices.last)
        #expect(watch.notices.count == 3 && last.event == .summary)
        #expect(last.title == "3 notices were held back")
        #expect(
            last.heldBack
                == Notice.HeldBack(
                    count: 3,
                    titles: ["f3 DOWN: verdict rule-2", "f4 DOWN: verdict rule-3", "f5 DOWN: verdict rule-4"]))
    }

    @Test func `A clock that is set back neither repeats nor loses a notice`() throws {
        var watch = try Watch(names(9))
        watch.lookAtAll()
        watch.set(["f1"], .down)
        watch.wait(.seconds(5))
        watch.setBack(.hours(3))
        watch.wait(.seconds(4))
        #expect(watch.notices.isEmpty)
        watch.wait(.seconds(2))
        #expect(watch.events == [.cause])
        watch.setBack(.hours(3))
        watch.wait(.minutes(30))
        #expect(watch.events == [.cause])
        watch.set(["f1"], .ok)
        watch.wait(.seconds(10))
        #expect(watch.titles.last?.hasPrefix("over after ") == true)
        #expect(watch.notices.allSatisfy { $0.lasted.map { $0 >= .zero } ?? true })
    }

    @Test func `Names are cleaned and bounded before they are in a notice`() throws {
        let hostile = "f\u{1B}]0;x\u{7}\u{202E}" + String(repeating: "a", count: 70_000)
        var watch = try Watch([hostile, "f2"])
        watch.lookAtAll()
        watch.set([hostile], .down)
        watch.wait(.seconds(20))
        let notice = try #require(watch.notices.first)
        #expect(notice.title.unicodeScalars.allSatisfy(CleanText.isSafe))
        #expect(notice.title.unicodeScalars.count < 200)
    }
}
