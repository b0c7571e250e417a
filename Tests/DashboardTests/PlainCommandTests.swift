import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct PlainCommandTests {
    private static var board: PlainBoard {
        var board = PlainBoard(
            fleetName: "prod-eu", servers: SampleFleet.dozen.map(\.server), isDemo: false, version: "0.1.0",
            explainer: .sample, formats: .sample, now: SampleFleet.now)
        board.take(.statuses(SampleFleet.dozen.map(\.status)))
        return board
    }

    /// What an answer to a line begins with.
    private static let answers: [(line: String, begins: String)] = [
        ("counts", "8 down, 3 with a warning, 2 not known, 3 ok."),
        ("problems", "11 servers with a problem:"), ("P", "11 servers with a problem:"),
        ("list", "16 servers:"), ("causes", "Nothing is known that they have in common."),
        ("show rdsh-fra-001.corp.example", "rdsh-fra-001.corp.example: port 3389, site Frankfurt"),
        ("show RDSH-FRA-001", "rdsh-fra-001.corp.example: "), ("show kiosk", "kiosk-07.corp.example: "),
        ("why nyc-009", "rdsh-nyc-009.corp.example: DOWN since 11m "),
        ("show rdsh-lab", "3 servers have that in their names: rdsh-lab-001, rdsh-lab-002, rdsh-lab-003."),
        ("show nobody", "No server is called nobody."), ("show", "Which server?"), ("probe", "Which server?"),
        ("explain 0x904 0x7", "0x904 / 0x7."), ("0x904 0x7", "0x904 / 0x7."), ("2308", "0x904 / 0x7."),
        ("explain", "Name a code"), ("explain fish", "Name a code"), ("write", "Name a file"),
        ("filter is:down", "8 of 16 servers match."), ("filter", "No filter: all 16 servers"),
        ("filter is:wet", "The filter stays as it was: "), ("help", "problems, or p: "), ("?", "problems, or p: "),
        ("list is:dwn", "list takes nothing behind it; filter, "), ("causes x", "causes takes nothing"),
        ("dance", "There is no command dance; help lists them."),
        ("\u{1B}[2J\u{7}", "There is no command \u{FFFD}[2J\u{FFFD}; help lists them."),
    ]

    @Test(arguments: answers)
    func `A command is answered in sentences`(line: String, begins: String) throws {
        var board = Self.board
        let reply = board.obey(line)
        #expect(try #require(reply.lines.first).hasPrefix(begins))
        #expect(reply.effects == [])
    }

    @Test func `No answer has anything but printable characters in it`() {
        var board = Self.board
        let names = SampleFleet.dozen.flatMap { ["show \($0.server.name)", "why \($0.server.name)"] }
        for line in Self.answers.map(\.line) + names {
            for text in board.obey(line).lines {
                #expect(!text.isEmpty, "\(line)")
                #expect(text.unicodeScalars.allSatisfy { CleanText.isSafe($0) || $0 == "\u{FFFD}" }, "\(line): \(text)")
            }
        }
    }

    @Test(
        arguments: [
            ("quit", .quit), ("q", .quit), ("  quit  ", .quit),
            ("probe kiosk", .probe([Server.ID(name: "kiosk-07.corp.example", port: 3389)])),
        ] as [(String, Effect)])
    func `What has to be done outside is asked for`(line: String, effect: Effect) {
        var board = Self.board
        #expect(board.obey(line).effects == [effect])
    }

    @Test func `All servers can be probed, and a report has what the filter leaves`() throws {
        var board = Self.board
        #expect(board.obey("probe all").effects == [.probe(SampleFleet.dozen.map(\.server.id))])
        _ = board.obey("filter kiosk")
        guard case .writeReport(let request) = board.obey("write board.json").effects.first else {
            Issue.record("no report was asked for")
            return
        }
        #expect(request.path == "board.json")
        #expect(request.format == .json)
        #expect(request.filter == "kiosk")
        #expect(request.servers == [Server.ID(name: "kiosk-07.corp.example", port: 3389)])
    }

    @Test func `A filter that is mistaken leaves the one before in force`() {
        var board = Self.board
        _ = board.obey("filter kiosk")
        _ = board.obey("filter is:wet")
        #expect(
            board.obey("list").lines == ["1 server among the 1 that match the filter:"]
                + board.obey("list").lines.suffix(1))
        _ = board.obey("filter nobody")
        #expect(board.obey("list").lines == ["No server matches the filter."])
        #expect(board.obey("problems").lines == ["No server has a problem among the 0 that match the filter."])
    }

    @Test func `Before the first probe, what is not known is said to be so`() {
        var board = PlainBoard(
            fleetName: "prod-eu", servers: SampleFleet.dozen.map(\.server), isDemo: false, version: "0.1.0",
            now: SampleFleet.now)
        #expect(board.obey("problems").lines == ["No server has a problem; nothing is probed yet."])
        #expect(board.obey("show kiosk").lines.contains("State: not probed yet."))
        #expect(board.obey("0x904").lines == ["There is no command 0x904; help lists them."])
        #expect(board.obey("").lines == [])
    }

    @Test func `A server is told layer by layer, in words`() throws {
        var board = Self.board
        let lines = board.obey("show rdsh-fra-002").lines
        let layers = try #require(lines.first { $0.hasPrefix("Layers: ") })
        #expect(layers.contains("TCP failed (refused or reset), X.224 not reached, TLS not reached"))
        #expect(lines.last == "why rdsh-fra-002.corp.example says what to do.")
        let why = board.obey("why rdsh-fra-002").lines
        for word in ["How sure: ", "Seen: ", "To do, step 1, "] {
            #expect(why.contains { $0.hasPrefix(word) }, "\(word)")
        }
    }

    @Test func `An acknowledgement is given with a reason, shows in lists, and is taken back`() {
        var board = Self.board
        let id = Server.ID(name: "kiosk-07.corp.example", port: 3389)
        let reply = board.obey("ack kiosk vendor calls back")
        #expect(reply.lines == ["Acknowledged by somebody: kiosk-07."])
        guard case .annotate(let said)? = reply.effects.first else {
            Issue.record("nothing is kept")
            return
        }
        #expect(said[id]?.acknowledgement?.reason == "vendor calls back")
        _ = board.obey("filter kiosk")
        #expect(board.obey("list").lines.last?.hasSuffix(", acknowledged by somebody (vendor calls back).") == true)
        #expect(
            board.obey("counts").lines == ["8 down, 3 with a warning, 2 not known, 3 ok. Of these 1 is acknowledged."])
        #expect(board.obey("unack kiosk").lines == ["Not acknowledged any more: kiosk-07."])
        #expect(board.obey("unack kiosk").lines == ["Not acknowledged: kiosk-07."])
    }

    @Test func `With all, what matches the filter is meant, and no mark is needed`() {
        var board = Self.board
        _ = board.obey("filter is:down")
        #expect(board.obey("ack all").lines == ["Acknowledged by somebody: 8 servers."])
        #expect(board.obey("mute all 1h patch day").lines == ["Muted for 1 hour by somebody: 8 servers."])
        #expect(board.rows.muted == 8)
        _ = board.obey("filter")
        #expect(board.obey("unmute all").lines == ["Not muted any more: 8 servers."])
        _ = board.obey("filter nobody")
        #expect(board.obey("ack all").lines == ["No server matches the filter."])
    }

    @Test(
        arguments: [
            ("mute kiosk", "For how long? One of 15m, 1h, 4h, 1d, ok"), ("mute kiosk soon", "For how long?"),
            ("mute", "Which server?"), ("ack", "Which server?"), ("ack nobody", "No server is called nobody."),
            ("ack rdsh-fra-001", "No problem to acknowledge: rdsh-fra-001."),
            ("mute rdsh-fra-001 ok", "Nothing to recover from: rdsh-fra-001."), ("unmute kiosk", "Not muted: "),
        ])
    func `What cannot be is said`(line: String, begins: String) {
        var board = Self.board
        let reply = board.obey(line)
        #expect(reply.lines.first?.hasPrefix(begins) == true)
        #expect(reply.effects.isEmpty)
    }

    @Test func `A mute until a time goes by the clock on the wall`() {
        var board = PlainBoard(
            fleetName: "prod-eu", servers: SampleFleet.dozen.map(\.server), isDemo: false, version: "0.1.0",
            offset: { _ in .hours(1) }, now: SampleFleet.now)
        #expect(board.obey("mute kiosk 18:00 reimaging").lines == ["Muted until 17:00Z by somebody: kiosk-07."])
    }

    @Test func `A mute ends by itself, and that is kept`() {
        var board = Self.board
        _ = board.obey("mute kiosk 15m")
        #expect(board.takeEnded().isEmpty)
        board.take(.tick(SampleFleet.now + .minutes(15)))
        #expect(board.takeEnded() == [.annotate([Server.ID(name: "kiosk-07.corp.example", port: 3389): .none])])
        #expect(board.takeEnded().isEmpty && board.rows.muted == 0)
    }

    @Test func `What people say of servers is in the timeline, and so is its end`() {
        var board = Self.board
        let before = board.timeline.count
        _ = board.obey("ack kiosk vendor calls back")
        _ = board.obey("unack kiosk")
        _ = board.obey("mute kiosk 15m")
        board.take(.tick(SampleFleet.now + .minutes(15)))
        let kinds = (before..<board.timeline.count).compactMap { board.timeline[$0]?.kind }
        #expect(kinds == [.acknowledged, .lifted, .muted, .lifted])
    }

    @Test func `Asking otherwise is explained first, and done with yes`() {
        var board = Self.board
        let reply = board.obey("ask kiosk")
        #expect(reply.lines.first?.contains("up to four connections") == true && reply.effects.isEmpty)
        #expect(reply.lines.last == "ask kiosk-07.corp.example yes does it.")
        #expect(
            board.obey("ask kiosk yes").effects
                == [.askOtherwise(Server.ID(name: "kiosk-07.corp.example", port: 3389))])
    }
}
