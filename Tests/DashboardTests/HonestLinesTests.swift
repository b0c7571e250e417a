import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

/// What a line says holds of what it stands beside, and of nothing else.
@Suite struct HonestLinesTests {
    private static func lines(_ screen: Screen) -> [String] { screen.canvas.lines }

    private static func status(_ screen: Screen) -> String { lines(screen)[screen.state.size.height - 2] }

    @Test(arguments: [(80, "why rdsh-nyc-003.corp.example is "), (40, "why rdsh-nyc-003 is ")])
    func `The title of an explanation gives the domain for the state`(width: Int, start: String) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: 10))
        try screen.select("rdsh-nyc-003.corp.example")
        let state = try #require(screen.state.selectedStatus?.judgement.state.word)
        try screen.press("x")
        #expect(Self.lines(screen)[0].contains(start + state + " "))
    }

    // MARK: Certificates

    @Test(arguments: [(120, 40), (80, 24)])
    func `x on a certificate explains it and says who shows it`(width: Int, height: Int) throws {
        var screen = Screen(
            SampleCertificates.fleet, Size(width: width, height: height), gateways: [SampleCertificates.gateway])
        screen.show(.certificates)
        let wildcard = BoardItem.certificate(SampleFleet.fingerprint("aa"))
        try screen.press("g")
        while screen.state.selectedItem != wildcard { try screen.press("j") }
        try screen.press("x")
        try expectGolden(screen.text(), "explain-certificate-\(width)x\(height).txt")
    }

    @Test func `Every certificate with a flag has a sentence for it`() throws {
        var screen = Screen(SampleCertificates.fleet, gateways: [SampleCertificates.gateway])
        screen.show(.certificates)
        for fingerprint in screen.state.certificates.order {
            let certificate = try #require(screen.state.certificates[fingerprint])
            #expect(certificate.remarks(at: SampleFleet.now).count == certificate.flags(at: SampleFleet.now).count)
        }
    }

    @Test func `What has no explanation says what it is instead of opening an empty box`() throws {
        var screen = try OutageFleet.screen(in: .events, "g", "x")
        #expect(screen.state.overlay == nil)
        #expect(screen.state.notice?.text == "this line stands for several events; Enter shows them")
        _ = screen.state.apply(.ourSide("our own link seems down"))
        screen.letOrderGo()
        try screen.press("g", "x")
        #expect(screen.state.overlay == nil)
        #expect(screen.state.notice?.text.hasPrefix("this event is about our own side") == true)
    }

    @Test func `A server that never showed a certificate says so before it speaks of the fleet`() throws {
        var screen = Screen()
        try screen.select("rdsh-sin-002.corp.example")
        try screen.open("certificate")
        let shown = Self.lines(screen).filter { $0.hasPrefix(" certificate ") || $0.hasPrefix(" fleet ") }
        #expect(
            shown.first == " certificate none seen since this program was started: TLS not reached", "\(screen.text())")
        #expect(shown.last?.hasPrefix(" fleet       the next in the fleet to end is that of rdsh-") == true)
    }

    @Test func `A certificate that is not shown any more is named with when it was seen last`() throws {
        let healthy = ServerSample.healthy("rdsh-fra-001.corp.example", "10.20.4.1")
        let refused = ServerSample.tcpRefused("rdsh-fra-001.corp.example", "10.20.4.1")
        var screen = Screen([healthy])
        var status = healthy.status
        status.snapshot = try #require(refused.snapshot).following(healthy.snapshot)
        status.judgement = refused.judgement
        _ = screen.state.apply(.statuses([status]))
        try screen.open("certificate")
        let text = screen.text()
        #expect(text.contains("certificate last seen 20s ago, ends 2027-02-19; not seen since 09:29:40Z: TLS"))
        #expect(text.contains("issued by CN=Corp Issuing CA 2"))
        #expect(!text.contains("unchanged"))
    }

    // MARK: Ages

    @Test func `The line of a server says when it was probed, and promises no pace`() throws {
        var screen = Screen()
        try screen.press("Enter")
        #expect(Self.status(screen).hasPrefix(" probed 20s ago "))
        #expect(!Self.status(screen).contains("every"))
        try screen.press("q", "P", "y", "Enter")
        screen.state.notice = nil
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(40)))
        #expect(Self.status(screen).hasPrefix(" probed 1m ago; probing is stopped"))
    }

    @Test(arguments: [["C"], ["="], [":", "s", "t", "a", "t", "s", "Enter"]])
    func `What is about no single server gives no age of one`(keys: [String]) throws {
        var screen = Screen()
        try screen.select("rdsh-fra-001.corp.example")
        for key in keys { try screen.press(key) }
        screen.state.notice = nil
        #expect(screen.state.overlay != nil)
        #expect(!Self.status(screen).contains("probed"), "\(Self.status(screen))")
    }

    @Test func `A screen that stands still gives the time it shows, not an age`() throws {
        var screen = Screen()
        try screen.press("p")
        screen.state.notice = nil
        _ = screen.state.apply(.tick(SampleFleet.now + .seconds(42)))
        #expect(Self.status(screen).contains("as of 09:30:00Z"))
        #expect(!Self.status(screen).contains("updated"))
        try screen.press("Enter")
        #expect(Self.status(screen).contains("probed at 09:29:40Z"))
    }

    @Test(arguments: [40, 50, 60, 80, 120])
    func `No part of the title is cut`(width: Int) throws {
        var screen = Screen(SampleFleet.dozen, Size(width: width, height: 24))
        try screen.press("P", "y")
        _ = screen.state.apply(.tick(SampleFleet.now + .hours(2)))
        let title = Self.lines(screen)[0]
        let words = ["STOPPED 09:30:00Z", "(2:00:00 ago)", "P:go on", "nothing is probed"]
        #expect(!title.contains("~") && TextWidth.cells(of: title) <= width)
        #expect(width < 60 || words.prefix(3).allSatisfy(title.contains), "\(title)")
        if let stale = title.firstRange(of: " stale") { #expect(!title[stale.upperBound...].hasSuffix(",")) }
    }

    @Test(arguments: [("", "LIVE"), ("p", "FROZEN"), ("P", "STOPPED")])
    func `A narrow title shortens the time and then leaves the fleet's name out, but cuts nothing`(
        key: String, word: String
    ) throws {
        for isDemo in [false, true] {
            var screen = Screen(SampleFleet.dozen, Size(width: 80, height: 24), isDemo: isDemo)
            if !key.isEmpty { try screen.press(key) }
            if key == "P" { try screen.press("y") }
            for width in (isDemo ? 15 : 9)...80 {
                _ = screen.state.apply(.resized(Size(width: width, height: 24)))
                let title = Self.lines(screen)[0]
                #expect(title.contains(word) && !title.contains("~"), "\(width): \(title)")
                #expect(!isDemo || title.contains("DEMO"), "\(width): \(title)")
                #expect(width < (isDemo ? 22 : 15) || title.contains("09:30"), "\(width): \(title)")
                #expect(width < (isDemo ? 29 : 18) || title.contains("09:30:00Z") || title.contains("rdptop"))
            }
        }
    }

    // MARK: Places and counts

    @Test func `The details count in the list that the next and the last server are in`() throws {
        var screen = try OutageFleet.screen(in: .problems)
        try screen.press("g")
        while screen.state.selected == nil { try screen.press("j") }
        try screen.press("Enter")
        let row = screen.state.cursor
        #expect(screen.text().contains("  row \(row + 1) of \(screen.state.items.count) "))
        try screen.press("J")
        #expect(screen.state.cursor > row)
        #expect(screen.text().contains("  row \(screen.state.cursor + 1) of \(screen.state.items.count) "))
    }

    @Test func `A site that only has warnings shows the layers of them`() throws {
        let samples = (1...3).map { ServerSample.oldTLS("rdsh-ber-00\($0).corp.example", "10.70.0.\($0)") }
        var screen = Screen(samples, Size(width: 120, height: 24))
        screen.show(.sites)
        #expect(Self.lines(screen).contains { $0.contains(" !3/3 ") })
        _ = screen.state.apply(.resized(Size(width: 60, height: 24)))
        #expect(Self.lines(screen).contains { $0.contains(" !3 ") })
        try screen.press("x")
        #expect(screen.state.notice?.text.contains("a warning at 2") == true)
    }

    // MARK: Our own side

    @Test func `Stopping and going on are events of their own`() throws {
        var screen = Screen()
        try screen.press("P", "y", "P", "P", "y", "P")
        screen.show(.events)
        let lines = Self.lines(screen).filter { $0.contains("our side") }
        #expect(lines.map { $0.contains("probing goes on") } == [true, false, true, false])
        #expect(lines.allSatisfy { $0.contains(" start our side ") || $0.contains(" stop  our side ") })
        #expect(!screen.text().contains("and 1 more"))
    }

    // MARK: Titles and footers

    @Test func `The explanation of a failure that is not confirmed asks no question`() throws {
        var sample = ServerSample.tcpRefused("rdsh-fra-001.corp.example", "10.20.4.1")
        sample.state = .unconfirmed
        var screen = Screen([sample])
        try screen.press("x")
        #expect(screen.text().contains("why rdsh-fra-001.corp.example failed once"))
    }

    @Test func `The footer of an explanation offers to ask further where that works`() throws {
        var screen = Screen()
        try screen.select("rdsh-nyc-009.corp.example")
        try screen.press("x")
        #expect(Self.lines(screen).last?.contains("v:Ask more") == true)
        try screen.press("Esc", "P", "y", "x")
        #expect(Self.lines(screen).last?.contains("v:") == false)
    }
}
