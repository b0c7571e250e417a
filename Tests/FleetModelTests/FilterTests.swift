import FleetModel
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
        return FilterRow(status)
    }()

    @Test(arguments: [
        "", "  ", "fra", "FRA-014", "!nyc", "\"3389 refused\"", "team-vdi", "fra prod", "nyc | fra", "a b | fra prod",
        "is:problem", "is:down", "!is:ok", "site:frankfurt", "tag:rds", "owner:team-vdi", "gateway:rdgw-fra-1",
        "layer:tcp", "!layer:dns", "reason:refused", "reason:R", "reason:r", "cert<14d", "cert>1d", "since<12m",
        "since>10m", "!since>1h", "\"http://x\"|fra", "dead:beef | fra", "kiosk:3390 | fra", "\"is:ok\" | is:down",
    ])
    func aRowPasses(text: String) throws {
        #expect(try Filter.parse(text).matches(Self.row, now: Self.now))
    }

    @Test(arguments: [
        "nyc", "!fra", "fra nyc", "is:ok", "is:warn", "is:unknown", "site:fra", "tag:kiosk", "layer:tls", "layer:udp",
        "reason:timeout", "cert<6d", "cert>6d", "since<11m", "since>1h", "\"is:down\"", "nyc | sin",
    ])
    func aRowIsHidden(text: String) throws {
        #expect(try !Filter.parse(text).matches(Self.row, now: Self.now))
    }

    @Test(
        arguments: [
            ("is:bad", 0..<6, "is: takes one of problem, down, warn, ok, unknown"),
            (
                "fra layer:ssl", 4..<13,
                "layer: takes one of dns, ping, tcp, x224, tls, certificate, nla, udp, gateway"
            ),
            ("cert<14", 0..<7, "cert< takes a time such as 10m, 8h or 14d"),
            ("since>", 0..<6, "since> takes a time such as 10m, 8h or 14d"),
            ("site:", 0..<5, "site: takes a name"),
            ("!", 0..<1, "! is followed by a word or a condition"),
            ("| a", 0..<1, "nothing stands before |"),
            ("a |", 2..<3, "nothing stands after |"),
            ("a \"\"", 2..<4, "nothing stands between the quotation marks"),
            (
                "a !bogus:x", 2..<10,
                "there is no bogus: ; there are is: site: tag: owner: gateway: layer: reason:"
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
