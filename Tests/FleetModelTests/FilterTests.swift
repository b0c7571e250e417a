import FleetModel
import TestSupport
import Testing

@Suite struct FilterTests {
    private static let now = Instant(seconds: 1_800_000_000)

    /// A server of Frankfurt that refuses TCP for eleven minutes, with a certificate of six days.
    private static let row: FilterRow = {
        var status = ServerStatus(
            server: Server(
                name: "rdsh-FRA-014.corp.example", site: "Frankfurt", owner: "team-vdi", tags: ["prod", "rds"],
                gateway: "rdgw-fra-1"))
        var cells = Cells { _ in .notReached }
        cells[.dns] = .ok
        cells[.tcp] = .failed(.refused)
        let finding = Finding(
            rule: "tcp-refused", layer: .tcp, severity: .down, confidence: .certain, short: "TCP 3389 refused",
            medium: "TCP 3389 refused", long: "")
        status.judgement = Judgement(state: .down, cells: cells, findings: [finding], certificateLeft: .days(6))
        status.since = now - .minutes(11)
        var snapshot = ServerSample.certificateExpired("a", "10.0.0.1").snapshot
        snapshot?.ended = now
        snapshot?.tcp?.facts?.attempts[0].microseconds = 12_000
        snapshot?.certificate?.facts?.leaf.issuer = "CN=Corp CA 2, O=Corp"
        status.snapshot = snapshot
        return FilterRow(status)
    }()

    @Test(arguments: [
        "", "  ", "fra", "FRA-014", "!nyc", "\"3389 refused\"", "team-vdi", "fra prod", "nyc | fra", "a b | fra prod",
        "is:problem", "is:down", "!is:ok", "site:frankfurt", "tag:rds", "owner:team-vdi", "gateway:rdgw-fra-1",
        "layer:tcp", "!layer:dns", "reason:refused", "reason:R", "reason:r", "cert<14d", "cert>1d", "since<12m",
        "since>10m", "!since>1h", "\"http://x\"|fra", "dead:beef | fra", "kiosk:3390 | fra", "\"is:ok\" | is:down",
        "~fra-0[1-9]", "~^rdsh", "~(nyc|fra)-0", "~\"(nyc|3389) ref\"", "!~nyc", "nyc | ~(a|refused$)", "issuer:corp",
        "issuer:\"CORP ca\"", "rtt>10", "rtt<13", "rtt>10ms", "rtt<1s", "!rtt>200", "!is:muted", "!is:acked",
        "!is:marked",
        "!is:new", "!is:stale", "!is:recovered", "name:rdsh-fra-014.corp.example", "!name:fra",
        "name:RDSH-fra-014.corp.example:3389", "name:\"rdsh-fra-014.corp.example\" is:down",
    ])
    func aRowPasses(text: String) throws {
        #expect(try Filter.parse(text).matches(Self.row, now: Self.now))
    }

    @Test(arguments: [
        "nyc", "!fra", "fra nyc", "is:ok", "is:warn", "is:unknown", "site:fra", "tag:kiosk", "layer:tls", "layer:udp",
        "reason:timeout", "cert<6d", "cert>6d", "since<11m", "since>1h", "\"is:down\"", "nyc | sin", "~fra-0[2-9]",
        "!~fra", "issuer:other", "rtt>12", "rtt<12ms", "is:?", "is:acked", "is:muted", "is:marked",
        "is:new", "is:recovered", "is:stale", "name:rdsh-fra-014", "name:rdsh-fra-01",
        "name:rdsh-fra-014.corp.example:3390", "!name:rdsh-fra-014.corp.example",
    ])
    func aRowIsHidden(text: String) throws {
        #expect(try !Filter.parse(text).matches(Self.row, now: Self.now))
    }

    @Test(
        arguments: [
            (
                "is:bad", 0..<6,
                "is: takes problem down warn ok unknown acked muted marked new recovered stale"
            ),
            (
                "fra layer:ssl", 4..<13,
                "layer: takes dns ping tcp x224 tls certificate nla udp gateway"
            ),
            (
                "is:dwn", 0..<6,
                "did you mean is:down? is: takes problem down warn ok unknown acked muted marked new recovered stale"
            ),
            (
                "siet:fra", 0..<8,
                "did you mean site:? siet: is not known; use is: name: site: tag: owner: gateway: issuer: layer: reason:"
            ),
            ("cert<14", 0..<7, "cert< takes a time such as 10m, 8h or 14d"),
            ("since>", 0..<6, "since> takes a time such as 10m, 8h or 14d"),
            ("rtt>fast", 0..<8, "rtt> takes milliseconds such as 200, or 1s"),
            ("fra ~(a", 4..<7, "a ( is not closed"), ("~", 0..<1, "~ is followed by a regular expression"),
            ("issuer:", 0..<7, "issuer: takes a name"),
            ("site:", 0..<5, "site: takes a name"), ("name:", 0..<5, "name: takes a name"),
            ("!", 0..<1, "! is followed by a word or a condition"),
            ("| a", 0..<1, "nothing stands before |"),
            ("a |", 2..<3, "nothing stands after |"),
            ("a \"\"", 2..<4, "nothing stands between the quotation marks"),
            (
                "a !bogus:x", 2..<10,
                "bogus: is not known; use is: name: site: tag: owner: gateway: issuer: layer: reason:"
            ),
            ("\"a", 0..<2, "the quotation mark is not closed"),
        ] as [(String, Range<Int>, String)])
    func aMistakeSaysWhatAndWhere(text: String, range: Range<Int>, sentence: String) {
        #expect(throws: FilterMistake(text: sentence, range: range)) { try Filter.parse(text) }
    }

    @Test func everyWordOfTheLanguageIsReadBack() throws {
        for word in Filter.StateWord.allCases { _ = try Filter.parse("is:\(word.rawValue)") }
        for layer in Layer.allCases { _ = try Filter.parse("layer:\(layer.rawValue)") }
        for letter in ReasonLetter.allCases { _ = try Filter.parse("reason:\(letter.rawValue)") }
    }

    // MARK: What people and time make of a row

    private static func row(_ state: ServerState, previous: ServerState? = nil, age: Span = .minutes(1)) -> FilterRow {
        var status = ServerStatus(server: Server(name: "a"))
        status.judgement.state = state
        status.previous = previous
        status.since = now - age
        return FilterRow(status)
    }

    private static func passes(_ row: FilterRow, _ text: String) throws -> Bool {
        try Filter.parse(text).matches(row, now: now)
    }

    @Test func whatPeopleSayOfARow() throws {
        var row = Self.row(.down)
        #expect(try Self.passes(row, "is:down is:problem !is:acked !is:marked !is:muted"))
        var said = ServerAnnotations.none
        said.add(Annotation(.acknowledgement(Problem(rule: "x", isDown: true)), by: "kim", reason: "", at: Self.now))
        row = FilterRow(row, annotations: said, isMarked: true)
        #expect(try Self.passes(row, "is:acked is:marked is:down is:problem"))
        said.add(Annotation(.mute(until: .recovery), by: "kim", reason: "", at: Self.now))
        row = FilterRow(row, annotations: said, isMarked: true)
        #expect(try Self.passes(row, "is:muted is:acked is:marked"))
        // It counts as muted and as nothing else.
        #expect(try !Self.passes(row, "is:down | is:problem | is:unknown | is:ok | is:warn"))
    }

    @Test func whatTimeMakesOfARow() throws {
        #expect(try Self.passes(Self.row(.down, previous: .ok), "is:new"))
        #expect(try !Self.passes(Self.row(.down, previous: .ok, age: .minutes(2)), "is:new"))
        #expect(try !Self.passes(Self.row(.down), "is:new"))
        #expect(try Self.passes(Self.row(.ok, previous: .down, age: .minutes(4)), "is:recovered"))
        #expect(try !Self.passes(Self.row(.ok, previous: .down, age: .minutes(5)), "is:recovered"))
        #expect(try !Self.passes(Self.row(.ok, previous: .unknown), "is:recovered"))
        var stale = ServerSample.healthy("a", "10.0.0.1").status
        let probed = try #require(stale.snapshot?.ended)
        let end = try #require(stale.staleAfter)
        #expect(end - probed == .seconds(2 * 66 + 8))
        #expect(try !Filter.parse("is:stale").matches(FilterRow(stale), now: end))
        #expect(try Filter.parse("is:stale").matches(FilterRow(stale), now: end + .milliseconds(1)))
        stale.snapshot = nil
        #expect(try !Filter.parse("is:stale").matches(FilterRow(stale), now: .init(seconds: 9_000_000_000)))
    }

    @Test(arguments: [
        ("fra", false), ("is:new", true), ("fra | !is:stale", true), ("since>1m", true), ("is:down cert<1d", false),
        ("is:recovered", true), ("is:muted rtt>1 ~a", false),
    ])
    func onlySomeFiltersDependOnTime(text: String, dependsOnTime: Bool) throws {
        #expect(try Filter.parse(text).dependsOnTime == dependsOnTime)
    }

    @Test(arguments: [
        ("", true), ("site:frankfurt", true), ("site:sin", false), ("!site:frankfurt", false), ("!tag:kiosk", true),
        ("is:down", true), ("fra", true), ("nowhere", true), ("site:sin is:down", false), ("site:sin | is:ok", true),
        ("site:sin | tag:kiosk", false), ("tag:prod !is:ok", true), ("gateway:other", false),
        ("name:other", false), ("name:rdsh-fra-014.corp.example", true), ("!name:rdsh-fra-014.corp.example", false),
        ("name:other | name:rdsh-fra-014.corp.example:3389", true),
    ])
    func theFleetFileAloneRulesSomeServersOut(text: String, mayMatch: Bool) throws {
        #expect(try Filter.parse(text).mayMatch(Self.row.status.server) == mayMatch)
    }

    @Test(arguments: [
        ("name:ts1", ["ts1", "TS1:3390"]), ("name:ts1:3389", ["ts1"]), ("name:ts1:3390", ["TS1:3390"]),
        ("name:ts10", ["ts10"]), ("name:2001:db8::1", ["2001:db8::1"]), ("name:[2001:db8::1]:3389", ["2001:db8::1"]),
    ])
    func aWholeNameIsOfNobodyElse(text: String, names: [String]) throws {
        let servers = [
            Server(name: "ts1", tags: ["ts10"]), Server(name: "TS1", port: 3390), Server(name: "ts10", site: "ts1"),
            Server(name: "2001:db8::1"),
        ]
        let filter = try Filter.parse(text)
        let found = servers.filter { filter.matches(FilterRow(ServerStatus(server: $0)), now: Self.now) }
        #expect(found.map(\.displayName) == names)
        #expect(servers.filter(filter.mayMatch) == found)
    }

    @Test(arguments: [
        ("", ""), ("fra", "\"fra\" in it"), ("!fra", "no \"fra\" in it"),
        ("site:fra cert<14d", "site is fra, and certificate has less than 14d left"),
        ("is:down | !tag:lab", "is down; or not tagged lab"), ("~^a|~b$", "matches ^a; or matches b$"),
        ("layer:tls reason:t", "TLS failed or a warning, and a layer with T: timeout"),
        ("!since<90m rtt>200", "state is not younger than 90m, and round trip is over 200 ms"),
        ("name:TS1 | !name:ts2", "name is ts1; or name is not ts2"),
        ("is:acked !is:problem", "is acknowledged, and has no problem"),
    ])
    func aFilterInWords(text: String, words: String) throws {
        #expect(try Filter.parse(text).words == words)
    }

    @Test func whereTheWordsDoNotFitTheLastOnesRemain() throws {
        #expect(
            try Filter.parse("fra is:down | site:x is:ok").wordForms == [
                "\"fra\" in it, and is down; or site is x, and is ok", "what stands before, or site is x, and is ok",
                "what stands before, and is ok",
            ])
        #expect(try Filter.parse("is:ok").wordForms == ["is ok"])
        #expect(Filter.everything.wordForms == [""])
    }

    @Test func anUnknownMeasureIsAPlainWord() throws {
        #expect(try Filter.parse("a<b").groups == [[.init(condition: .text(Array("a<b".utf8)), isNegated: false)]])
    }

    @Test(arguments: [
        "\"bogus:x\"", "2001:db8::1", "fe80::1", "::1", "dead:beef", "kiosk:3390", "bogus:", "ts-1:x",
    ])
    func aColonThatIsNoConditionIsAPlainWord(text: String) throws {
        let word = Array(text.utf8.filter { $0 != UInt8(ascii: "\"") })
        #expect(try Filter.parse(text).groups == [[.init(condition: .text(word), isNegated: false)]])
    }

    @Test(arguments: [
        ("fra is:dwon", "fra", 4..<11), ("is:dwon", "", 0..<7), ("is:dwon fra", "fra", 0..<7),
        ("fra !", "fra", 4..<5), ("fra \"nyc", "fra", 4..<8), ("fra |", "fra", 4..<5),
        ("fra | is:dwon", "fra", 6..<13), ("is: layer:x fra", "fra", 0..<3), ("| |", "", 0..<1),
    ])
    func whatIsMistakenIsLeftOutWhileTyping(text: String, inForce: String, range: Range<Int>) throws {
        let typed = Filter.parseWhileTyping(text)
        #expect(typed.filter == (try Filter.parse(inForce)))
        #expect(typed.mistake?.range == range)
    }

    @Test func withoutAMistakeTypingIsParsing() throws {
        let typed = Filter.parseWhileTyping("fra !is:ok | nyc")
        #expect(typed.filter == (try Filter.parse("fra !is:ok | nyc")))
        #expect(typed.mistake == nil)
    }
}
