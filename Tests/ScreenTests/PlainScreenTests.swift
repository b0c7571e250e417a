import LabSupport
import Testing

@Suite("What the terminal can show")
struct PlainScreenTests {
    /// Keys, and what is on the screen then: the list, details, an explanation, the help, a prompt.
    private static let tour: [(keys: [TerminalKey], text: String)] = [
        ([], ">>"), ([.enter], "q:Back"), (["G"], "interval"), (["x"], "DEMO  why rdsh-"),
        ([.escape, "?"], "move down, or scroll"),
        (["G"], "q: back"), ([.escape, .escape, "/"], "filter>"), ([.escape, "w"], "write to>"),
    ]

    @Test(
        "is ASCII only in a locale without UTF-8, and with --ascii",
        arguments: [
            (["demo"], ["LC_ALL": "C"]), (["demo"], ["LC_ALL": "POSIX"]), (["demo", "--ascii"], [:]),
        ] as [([String], [String: String])])
    func ascii(arguments: [String], environment: [String: String]) async throws {
        try await withDashboard(arguments, environment: environment) { session in
            for (keys, text) in Self.tour {
                for key in keys { try await session.send(key) }
                let screen = try await session.waitFor(text)
                #expect(screen.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(text)")
            }
            #expect(session.bytesWritten().allSatisfy { $0 < 0x80 })
        }
    }

    @Test(
        "has no colour with NO_COLOR, with --color never and on a terminal without",
        arguments: [
            ([], ["NO_COLOR": "1"], "tmux-256color"), (["--color", "never"], [:], "tmux-256color"), ([], [:], "vt100"),
        ] as [([String], [String: String], String)])
    func colourless(arguments: [String], environment: [String: String], terminal: String) async throws {
        let fleet = try ClosedServers(count: 3)
        try await withDashboard(arguments, environment: environment, terminal: terminal, in: fleet.folder) { session in
            try await session.waitFor("refused")
            #expect(try await session.coloursOnScreen().isEmpty)
            // What is down stands out all the same.
            #expect(try await session.screenWithAttributes().contains { $0.contains("\u{1B}[") })
        }
    }

    @Test(
        "has colours where the terminal has, and --color always is stronger than NO_COLOR",
        arguments: [
            ([], [:]), (["--color", "always"], ["NO_COLOR": "1"]), ([], ["NO_COLOR": ""]),
        ] as [([String], [String: String])])
    func coloured(arguments: [String], environment: [String: String]) async throws {
        let fleet = try ClosedServers(count: 3)
        try await withDashboard(arguments, environment: environment, in: fleet.folder) { session in
            try await session.waitFor("refused")
            #expect(try await !session.coloursOnScreen().isEmpty)
        }
    }
}

extension TmuxSession {
    /// The parameters of all SGR sequences on the screen that set a colour, except the terminal's own (39 and 49).
    fileprivate func coloursOnScreen() async throws -> [Int] {
        let sequences = try await screenWithAttributes().joined().split(separator: "\u{1B}[").dropFirst()
        let parameters = sequences.flatMap { $0.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) } }
        // ECMA-48, 8.3.117, and the bright ones of xterm.
        let colours: [ClosedRange<Int>] = [30...38, 40...48, 90...97, 100...107]
        return parameters.filter { parameter in colours.contains { $0.contains(parameter) } }
    }
}
