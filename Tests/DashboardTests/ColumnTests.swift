import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct ColumnTests {
    private static func columns(_ width: Int, screen: Int? = nil, name: Int = 14, hidden: Set<ColumnID> = [])
        -> [String]
    {
        let setting = GridSetting(screenWidth: screen ?? width, longestName: name, hasSites: true)
        return GridLayout.places(width: width, setting: setting, hidden: hidden).map { place in
            place.column.id == .layers ? "\(place.width)" : place.column.id.rawValue
        }
    }

    @Test func `Every column stands in the table, once, in the order of the screen`() {
        #expect(ColumnTable.columns.map(\.id) == ColumnID.allCases)
    }

    /// The verdict shrinks first, then columns go from the one that is missed least.
    @Test(arguments: [
        (200, "flag state name site 45 history certificate since diagnosis"),
        (120, "flag state name site 17 rtt history certificate since diagnosis"),
        (100, "flag state name site 17 rtt certificate since diagnosis"),
        (80, "flag state name 17 rtt certificate since diagnosis"),
        (70, "flag state name 17 certificate since diagnosis"),
        (60, "flag state name 9 certificate since diagnosis"),
        (52, "flag state name 9 certificate diagnosis"), (46, "flag state name 9 diagnosis"),
        (40, "flag state name diagnosis"), (33, "state name diagnosis"), (20, "state name diagnosis"),
        (9, "state name"),
        (1, "state"),
    ])
    func `What goes first when the screen is narrow`(width: Int, columns: String) {
        #expect(Self.columns(width).joined(separator: " ") == columns)
    }

    @Test func `Beside the details the layers keep their times as long as anything else can go`() {
        #expect(Self.columns(133, screen: 200).contains("45"))
        #expect(Self.columns(133, screen: 200, name: 40).contains("45"))
        #expect(Self.columns(102, screen: 200, name: 40).contains("17"))
    }

    @Test(arguments: [80, 120, 200], SortOrder.allCases)
    func `The mark of the order covers no letter of a heading`(width: Int, order: SortOrder) throws {
        var screen = Screen(OutageFleet.samples, Size(width: width, height: 24))
        screen.state.sort(by: order)
        let place = ServerTable(screen.state, width: screen.state.gridWidth).places.first {
            $0.column.id == order.column
        }
        // Where the column has no room, or is one sign wide, the line of the views names the order.
        guard let column = place?.column, let width = place?.width, width > 1 else { return }
        let mark = order.isDescending ? "v" : "^"
        #expect(screen.canvas.lines.contains { $0.contains("\(column.title)\(mark)") })
    }

    @Test(arguments: [80, 100, 120, 200])
    func `Names below a heading are whole`(width: Int) throws {
        var screen = Screen(OutageFleet.samples, Size(width: width, height: 90))
        try screen.press("t", "s")
        let names = SampleFleet.dozen.map { String($0.server.name.prefix { $0 != "." }) }
        let lines = screen.canvas.lines
        for name in names where name.hasPrefix("rdsh-lab") { #expect(lines.contains { $0.contains("  \(name) ") }) }
        #expect(!lines.contains { $0.contains("rdsh-lab-~") })
    }

    @Test(arguments: ViewID.allCases)
    func `Columns are chosen where they are those of servers, and elsewhere a sentence says why not`(view: ViewID)
        throws
    {
        var screen = Screen(OutageFleet.samples)
        screen.show(view)
        try screen.press("C")
        let isOfServers = view == .all || view == .problems
        #expect((screen.state.overlay == .columns) == isOfServers)
        #expect(isOfServers || screen.state.notice?.text == "this view has the same columns always")
    }

    @Test func `On the smallest screen names come before verdicts`() {
        let lines = Screen(OutageFleet.samples, Size(width: 20, height: 24)).canvas.lines
        #expect(lines.contains { $0.hasPrefix("X rdsh-lab-001 ") })
    }

    @Test func `The short form of every verdict has room at 80 columns`() {
        for width in [80, 100, 120, 200] {
            let setting = GridSetting(screenWidth: width, longestName: 14, hasSites: true, indent: 2)
            let place = GridLayout.places(width: width, setting: setting).first { $0.column.id == .diagnosis }
            #expect((place?.width ?? 0) >= 22)
        }
    }

    @Test func `The choice of columns is whole at 80 columns, whatever has no room`() {
        let lines = ColumnText.lines(Screen().state, width: 76)
        #expect(lines.contains { $0.text.hasSuffix("(no room now)") })
        for line in lines { #expect(line.width <= 76, "\(line.text)") }
        for column in ColumnTable.columns { #expect(column.help.count <= 44, "\(column.help)") }
    }

    @Test(arguments: 0...210)
    func `Columns stand side by side, inside the list, at every width`(width: Int) {
        for name in [0, 14, 60] {
            let setting = GridSetting(screenWidth: width, longestName: name, hasSites: name == 14)
            var end = -1
            for place in GridLayout.places(width: width, setting: setting) {
                #expect(place.start > end)
                #expect(place.width > 0)
                end = place.start + place.width
            }
            #expect(end <= width)
        }
    }

    @Test func `Columns that are not wanted give their room to the verdict`() {
        let names = Self.columns(120, hidden: [.history, .roundTrip, .name])
        #expect(names == ["flag", "state", "name", "site", "17", "certificate", "since", "diagnosis"])
    }

    @Test func `The configuration names the columns, and a name that is none is told`() {
        typealias Marked = ProgramConfiguration.Marked<String>
        let names = [
            Marked("cells", line: 3, column: 5), Marked("rrt", line: 4, column: 5), Marked("cells", line: 5, column: 5),
        ]
        #expect(ColumnChoice(names).hidden == [.site, .roundTrip, .history, .certificate, .since, .diagnosis])
        #expect(ColumnChoice(nil) == .all)
        let mistakes = ColumnChoice.mistakes(in: names)
        #expect(mistakes.map(\.line) == [4, 5])
        #expect(mistakes.first?.text.contains("did you mean \"rtt\"?") == true)
    }

    @Test func `Every reason has a word of its own in at most four cells`() {
        let words = ReasonLetter.allCases.map(\.abbreviation)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { (2...4).contains($0.count) })
    }

    @Test(arguments: [
        (Int64(0), "<1"), (999, "<1"), (12_900, "12"), (999_999, "999"), (1_200_000, "1.2s"), (99_990_000, "99.9s"),
        (100_000_000, ">99s"), (.max, ">99s"), (.min, "<1"),
    ])
    func `Times in cells are short`(microseconds: Int64, text: String) {
        #expect(LayersColumn.milliseconds(microseconds) == text)
    }

    @Test func `A wide screen says how long each layer took and why one failed`() throws {
        let screen = Screen(SampleFleet.dozen, Size(width: 200, height: 24))
        let lines = screen.canvas.lines
        let healthy = try #require(lines.first { $0.contains("rdsh-fra-001") })
        #expect(healthy.contains("    1    ?   11   14   31  88d    ?    ?    -"))
        let expired = try #require(lines.first { $0.contains("rdsh-nyc-003") })
        #expect(expired.contains("  EXP    ?    ?    -"))
        let refused = try #require(lines.first { $0.contains("rdsh-fra-002") })
        #expect(refused.contains("  REF    :    :    :    :    :    -"))
    }

    @Test func `The certificate counts down as time passes, without a probe`() throws {
        var screen = Screen([.certificateExpiringSoon("a", "10.0.0.1")])
        let row = { (screen: Screen) in screen.canvas.lines[5] }
        #expect(row(screen).contains("  6d "))
        _ = screen.state.apply(.tick(SampleFleet.now + .days(5)))
        #expect(row(screen).contains(" 26h "))
        _ = screen.state.apply(.tick(SampleFleet.now + .days(6) + .hours(3)))
        #expect(row(screen).contains(" -1h "))
    }

    @Test func `A chosen column comes and goes in its view alone`() throws {
        var screen = Screen()
        try screen.press("C", "G", "k", "k", "k", "k")
        #expect(screen.state.place == .columns)
        #expect(screen.canvas.lines.contains { $0.contains("[x] rtt") })
        try screen.press("Space")
        #expect(screen.canvas.lines.contains { $0.contains("[ ] rtt") })
        try screen.press("q")
        #expect(!screen.canvas.lines[4].contains("RTT"))
        try screen.press("1")
        #expect(screen.canvas.lines[4].contains("RTT"))
        try screen.press("2", "C", "g", "Enter")
        #expect(screen.state.notice?.text == "flag is always shown")
    }

    @Test func `A verdict that is cut can be moved until its end is in sight`() throws {
        let sample = ServerSample.tcpRefused("a", "10.0.0.1").saying(
            "tcp-refused", "one", "one two three four five six seven eight nine ten eleven twelve end")
        var screen = Screen([sample])
        try screen.press("h")
        #expect(screen.state.notice?.text == "nothing more to the left; ? for help")
        for _ in 0..<9 { try screen.press("l") }
        #expect(screen.state.notice?.text == "nothing more to the right")
        #expect(screen.canvas.lines[5].hasSuffix("end"))
        for _ in 0..<9 { try screen.press("Left") }
        #expect(screen.state.list.shift == 0)
    }

    @Test func `Names, full names and addresses take turns`() throws {
        var screen = Screen([.healthy("rdsh-1.corp.example", "10.20.4.1")])
        #expect(screen.canvas.lines[5].contains(" rdsh-1 "))
        try screen.press("i")
        #expect(screen.canvas.lines[5].contains(" rdsh-1.corp.example "))
        try screen.press("i")
        #expect(screen.canvas.lines[5].contains(" 10.20.4.1 "))
    }

    /// Whatever the names and whatever the width: no cell outside, no half of a character.
    @Test(arguments: [1, 9, 20, 33, 40, 60, 80, 100, 120, 133, 190, 200])
    func `No row leaves the list`(width: Int) {
        var samples = SampleFleet.hostile
        samples.append(.tcpRefused("東京サーバー端末接続確認用第一号機.corp.example", "10.66.6.3"))
        samples.append(.healthy("e\u{301}\u{301}\u{301}" + String(repeating: "a\u{308}", count: 60), "10.66.6.4"))
        let state = Screen(samples, Size(width: width, height: 24)).state
        let rect = Rect(column: 3, row: 2, width: width, height: 1)
        for index in 0..<state.rows.count {
            var canvas = Canvas(size: Size(width: width + 6, height: 5))
            ServerTable(state, width: width).draw(.server(index), in: rect, on: &canvas)
            for row in 0..<5 {
                for column in 0..<width + 6 where !(rect.rows.contains(row) && rect.columns.contains(column)) {
                    #expect(canvas[column, row] == Cell.blank)
                }
            }
        }
    }
}
