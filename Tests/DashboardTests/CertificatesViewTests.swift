import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CertificatesViewTests {
    private static func screen(
        _ samples: [ServerSample] = SampleCertificates.fleet, _ size: Size = Size(width: 120, height: 40),
        glyphs: Glyphs = .ascii
    ) -> Screen {
        var screen = Screen(samples, size, glyphs: glyphs, gateways: [SampleCertificates.gateway])
        screen.show(.certificates)
        return screen
    }

    @Test(arguments: [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)])
    func `The certificates at every size`(width: Int, height: Int) throws {
        let screen = Self.screen(SampleCertificates.fleet, Size(width: width, height: height))
        try expectGolden(screen.text(), "certificates-\(width)x\(height).txt")
    }

    @Test func `The certificates in roles and with Unicode glyphs`() throws {
        let size = Size(width: 80, height: 24)
        try expectGolden(
            Self.screen(SampleCertificates.fleet, size, glyphs: .unicode).text(withStyles: true),
            "certificates-roles.txt")
    }

    @Test func `A report from an order of certificates says that its servers stand by name`() throws {
        var byName: [Server.ID] = []
        for sort in [SortOrder.name, .issuer, .servers] {
            var screen = Self.screen()
            screen.state.sort(by: sort)
            try screen.press("w", "Enter")
            guard case .writeReport(let request) = screen.effects.last else {
                Issue.record("\(screen.effects)")
                return
            }
            #expect(request.order == "name")
            if sort == .name { byName = request.servers }
            #expect(request.servers == byName && byName.count > 3)
        }
    }

    @Test func `Names stand without their domain where that leaves no two alike`() throws {
        var screen = Self.screen(SampleCertificates.fleet, Size(width: 80, height: 24))
        let text = screen.text()
        #expect(
            text.contains(" rdsh-nyc-003 ") && text.contains(" *.corp.example ") && text.contains("Corp Issuing CA 2"))
        #expect(!text.contains("rdsh-nyc-003.corp.example"))
        #expect(text.contains(" chain incomplete "))
        try screen.press("i")
        #expect(screen.text().contains("rdsh-nyc-003.corp.example"))
    }

    @Test(arguments: [(120, 40), (80, 24), (40, 10)])
    func `Enter shows who shows a certificate, and hides it again`(width: Int, height: Int) throws {
        var screen = Self.screen(SampleCertificates.fleet, Size(width: width, height: height))
        let folded = screen.state.items
        try screen.press("g", "j", "j", "j", "j", "j", "Enter")
        try expectGolden(screen.text(), "certificates-unfolded-\(width)x\(height).txt")
        try screen.press("Enter")
        #expect(screen.state.items == folded)
    }

    @Test func `Enter on a server below its certificate opens it, and back leads to its line`() throws {
        var screen = Self.screen()
        try screen.press("g", "Enter", "j")
        #expect(screen.selected == "rdsh-nyc-003")
        try screen.press("Enter")
        #expect(screen.state.isDetailOpen)
        try screen.press("q")
        #expect(screen.state.view == .certificates)
        #expect(screen.selected == "rdsh-nyc-003")
    }

    @Test func `One certificate is one line, however many show it`() throws {
        let screen = Self.screen()
        let wildcard = try #require(screen.state.certificates[SampleFleet.fingerprint("aa")])
        #expect(wildcard.servers == [0, 1, 2, 3, 4])
        #expect(wildcard.gateways == ["rdgw-fra-1"])
        #expect(wildcard.mismatches == 1)
        #expect(screen.state.items.count == 11)
    }

    @Test func `The certificate that a gateway showed last stays, and says how long ago that was`() throws {
        var screen = Self.screen([])
        var silent = SampleCertificates.gateway
        silent.snapshot?.began = SampleFleet.now
        _ = screen.state.apply(.gateways([silent]))
        _ = screen.state.apply(.tick(SampleFleet.now + .minutes(5)))
        let shared = try #require(screen.state.certificates[SampleFleet.fingerprint("aa")])
        #expect(shared.gateways == ["rdgw-fra-1"])
        #expect(!shared.isShown)
        #expect(shared.flags(at: screen.state.now).contains("seen 5m ago"))
        screen.show(.gateways)
        let line = try #require(screen.canvas.lines.first { $0.contains("rdgw-fra-1") })
        #expect(line.contains("  211d "), "\(line)")
    }

    @Test func `The filter leaves the certificates of the servers it leaves, and of the gateways before them`() throws {
        var screen = Self.screen()
        try screen.press("/")
        screen.type("rdsh-fra")
        try screen.press("Enter")
        #expect(screen.state.items == [.certificate(SampleFleet.fingerprint("aa"))])
        #expect(screen.state.certificates[SampleFleet.fingerprint("aa")]?.gateways == ["rdgw-fra-1"])
        try screen.press("Esc", "/")
        screen.type("rdsh-lab")
        try screen.press("Enter")
        #expect(screen.state.items.count == 7)
        #expect(screen.state.certificates[SampleFleet.fingerprint("aa")] == nil)
    }

    @Test(arguments: [
        ([], "There is no server in this fleet."),
        ([ServerSample.tcpRefused("ts01", "10.0.0.1")], "None of these servers has shown a certificate"),
        ([ServerSample.notProbed("ts01")], "No certificate has been seen yet"),
    ])
    func `Without a certificate there is a sentence`(samples: [ServerSample], sentence: String) {
        var screen = Screen(samples)
        screen.show(.certificates)
        #expect(screen.text().contains(sentence))
    }

    @Test func `The list follows new certificates, and nothing else`() throws {
        var screen = Self.screen()
        let before = screen.state.items
        var status = SampleCertificates.fleet[5].status
        status.judgement.state = .down
        status.since = SampleFleet.now
        _ = screen.state.apply(.statuses([status]))
        #expect(screen.state.items == before)
        status.snapshot?.certificate?.facts?.leaf.sha256 = SampleFleet.fingerprint("ff")
        status.snapshot?.certificate?.facts?.leaf.notAfter = SampleFleet.now + .days(365)
        _ = screen.state.apply(.statuses([status]))
        #expect(screen.state.items.count == before.count)
        #expect(screen.state.items.contains(.certificate(SampleFleet.fingerprint("ff"))))
        #expect(!screen.state.items.contains(.certificate(SampleFleet.fingerprint("01"))))
    }

    @Test func `The days left go down as time passes, without a probe`() throws {
        var screen = Self.screen()
        let line = { (screen: Screen) in screen.canvas.lines.first { $0.contains("*.corp.example") } ?? "" }
        #expect(line(screen).hasPrefix("+    6d"))
        #expect(line(screen).contains("expiring"))
        _ = screen.state.apply(.tick(SampleFleet.now + .days(7)))
        #expect(line(screen).hasPrefix("+  -22h"))
        #expect(line(screen).contains("expired"))
    }

    @Test(arguments: [
        ("c", "I", "certificate, longest first"), ("n", "", "name"), ("u", "", "issuer, soonest end first"),
        ("v", "", "most servers first"), ("v", "I", "fewest servers first"),
    ])
    func `They are sorted by what is asked for`(key: String, inversion: String, words: String) throws {
        var screen = Self.screen()
        let fingerprints = Set(screen.state.certificates.order)
        try screen.press("s", key)
        if !inversion.isEmpty, key != "c" { try screen.press("I") }
        #expect(screen.state.notice?.text == "sorted by \(words)")
        let list = screen.state.certificates
        // One that has not begun stands where one does that ends now.
        let order = list.order.compactMap { list[$0] }.filter { $0.age(at: SampleFleet.now) != .notYetValid }
        #expect(Set(list.order) == fingerprints && order.count > 3 && order.count >= fingerprints.count - 2)
        let pairs = Array(zip(order, order.dropFirst()))
        let holders = { (certificate: SharedCertificate) in certificate.servers.count + certificate.gateways.count }
        let isRight: (SharedCertificate, SharedCertificate) -> Bool =
            switch words {
            case "certificate, longest first": { ($0.leaf.notAfter?.second ?? 0) >= ($1.leaf.notAfter?.second ?? 0) }
            case "name": { $0.name.lowercased() <= $1.name.lowercased() }
            case "issuer, soonest end first": { $0.issuer.lowercased() <= $1.issuer.lowercased() }
            case "most servers first": { holders($0) >= holders($1) }
            default: { holders($0) <= holders($1) }
            }
        #expect(pairs.allSatisfy(isRight))
    }

    @Test func `Steps lead to the certificates with a problem`() throws {
        var screen = Self.screen()
        var visited: [BoardItem] = []
        for _ in 0..<8 {
            try screen.press("e")
            screen.state.selectedItem.map { visited.append($0) }
        }
        let fingerprints = ["02", "03", "05", "aa", "06", "01", "ee", "02"]
        #expect(Set(visited) == Set(fingerprints.map { .certificate(SampleFleet.fingerprint($0)) }))
    }

    // MARK: Weeks

    @Test(arguments: [
        (Int64(2026), Int64(11), Int64(23), Int64(48), "2026-11-23"), (2026, 11, 22, 47, "2026-11-16"),
        (2026, 12, 31, 53, "2026-12-28"), (2027, 1, 3, 53, "2026-12-28"), (2027, 1, 4, 1, "2027-01-04"),
        (2024, 12, 30, 1, "2024-12-30"), (2021, 1, 3, 53, "2020-12-28"), (2016, 2, 29, 9, "2016-02-29"),
        (1970, 1, 1, 1, "1969-12-29"), (1969, 12, 28, 52, "1969-12-22"),
    ])
    func `Weeks are numbered as ISO 8601 does`(year: Int64, month: Int64, day: Int64, number: Int64, monday: String)
        throws
    {
        for hour in [Int64(0), 23] {
            let week = ISOWeek(of: try #require(Instant(year: year, month: month, day: day, hour: hour, minute: 59)))
            #expect(week.number == number)
            #expect(week.start.dateText == monday)
            #expect(week.start.timeText == "00:00:00")
            #expect(week.next.start == week.end)
        }
    }

    @Test(arguments: [
        (
            200,
            " expired 3  this week 2  wk49 0  wk50 0  wk51 0  wk52 0  wk53 0  wk01 1  wk02 0  wk03 0  wk04 0  wk05 0  wk06 2  wk07 0  later 2"
        ),
        (60, " expired 3  this week 2  wk49 0  wk50 0  wk51 0  later 5"),
        (40, " expired 3  this week 2  wk49 0  later 5"),
        (20, " expired 3"),
    ])
    func `The weeks that fit are counted, and the rest is later`(width: Int, text: String) {
        let state = Self.screen().state
        #expect(WeekStrip(state.certificates, now: state.now).line(width: width).text == text)
    }
}
