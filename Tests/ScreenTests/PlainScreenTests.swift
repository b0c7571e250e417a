import LabSupport
import Testing

@Suite("What the terminal can show")
struct PlainScreenTests {
    /// Keys, and what is on the screen then: the list, details, an explanation, the help, a prompt.
    private static let tour: [(keys: [TerminalKey], text: String)] = [
        ([], ">>"), ([.enter], "q:Back"), (["G"], "interval"), (["x"], "DEMO  why rdsh-"),
        ([.escape, "?"], "move down"),
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
        "goes by the locale's name where that is not installed",
        arguments: [
            ("xx_YY.UTF-8", "∙"), ("xx_YY.utf8@euro", "∙"), ("xx_YY.ISO-8859-1", " ."), ("xx_YY", " ."),
        ])
    func missingLocale(locale: String, sign: String) async throws {
        try await withDashboard(["demo"], environment: ["LC_ALL": locale]) { session in
            let screen = try await session.waitFor("rows with what is ok") {
                Grid($0)?.cells("D", of: "rdsh").isEmpty == false
            }
            let signs = try #require(Grid(screen)).cells("D", of: "rdsh")
            #expect(signs.allSatisfy { "?:-NSRT".contains($0) || sign.contains($0) })
            try await session.waitFor(sign)
            #expect(session.bytesWritten().contains { $0 >= 0x80 } == (sign == "∙"))
        }
    }

    @Test("has the colours of the theme asked for, and of another while it runs")
    func themes() async throws {
        let fleet = try ClosedServers(count: 3)
        try await withDashboard(["--theme", "light"], in: fleet.folder) { session in
            try await session.waitFor("refused")
            #expect(try await session.screenWithAttributes().contains { $0.contains("38;5;124m") })
            for (key, number) in [("d", "38;5;166m"), ("h", "38;5;210m"), ("l", "38;5;124m")] {
                try await session.send("T", TerminalKey(stringLiteral: key))
                let shown = try await poll {
                    try await session.screenWithAttributes().contains { $0.contains(number) } ? true : nil
                }
                #expect(shown == true, "\(key)")
            }
            try await session.send("T", "m")
            let isMono = try await poll {
                try await session.coloursOnScreen().isEmpty ? true : nil
            }
            #expect(isMono == true)
        }
    }

    @Test("is refused a theme that there is not, with the list of those that there are")
    func unknownTheme() async throws {
        let result = try await RdptopBinary().run(["demo", "--theme", "dracula"])
        #expect(result.status == 64)
        for name in ["default", "light", "mono", "cvd", "high-contrast"] {
            #expect(result.standardError.contains(name), "\(name)")
        }
    }

    @Test("has exact colours where the numbers of colours are red, green and blue")
    func directColours() async throws {
        let fleet = try ClosedServers(count: 3)
        try fleet.folder.write(Self.directTerminal, to: "direct.ti")
        let compiled = try await run(
            executable: "/usr/bin/tic", arguments: ["-x", "-o", fleet.folder["terminfo"], fleet.folder["direct.ti"]])
        #expect(compiled.status == 0, "\(compiled)")
        let environment = ["TERMINFO": fleet.folder["terminfo"]]
        try await withDashboard([], environment: environment, terminal: "lab-direct", in: fleet.folder) { session in
            try await session.waitFor("refused")
            #expect(try await session.screenWithAttributes().contains { $0.contains("38;2;215;95;0m") })
        }
    }

    /// A terminal as terminfo describes those of direct colours: below 8 the old numbers, else red, green and blue.
    private static let directTerminal = #"""
        lab-direct|direct colours,
            RGB, colors#0x1000000, pairs#0x7fff,
            setab=\E[%?%p1%{8}%<%t4%p1%d%e48\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
            setaf=\E[%?%p1%{8}%<%t3%p1%d%e38\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
            initc@, ccc@, use=tmux-256color,

        """#

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
