import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct CommandRunTests {
    private static func command(_ name: String, _ arguments: [String], key: String? = nil)
        -> ProgramConfiguration.UserCommand
    {
        ProgramConfiguration.UserCommand(
            name: .init(name, line: 1, column: 1), key: key.map { .init($0, line: 1, column: 1) },
            arguments: arguments)
    }

    private static func screen(_ commands: [ProgramConfiguration.UserCommand]) -> Screen {
        Screen(commands: commands)
    }

    @Test func `Without a command of one's own the key says where they go`() throws {
        var screen = Screen()
        try screen.press("!")
        #expect(
            screen.state.notice?.text
                == "no command yet; commands: in config.yaml makes one (man rdptop-config)")
    }

    @Test func `A command for one server runs at once, each argument one word`() throws {
        var screen = Self.screen([Self.command("web", ["curl", "https://{host}:{port}/; rm -rf $HOME"])])
        try screen.press("j", "!", "a")
        guard case .run(let run)? = screen.effects.first else {
            Issue.record("nothing is run")
            return
        }
        #expect(run.calls.map(\.arguments) == [["curl", "https://kiosk-07.corp.example:3389/; rm -rf $HOME"]])
    }

    @Test func `For several servers a question names them, and only y runs it`() throws {
        var screen = Self.screen([Self.command("look", ["ping", "{host}"], key: "p")])
        try screen.press("Space", "Space", "!", "p")
        for text in ["Run look for 2 servers?", "intranet.corp.example", "kiosk-07.corp.example", "ping '{host}'"] {
            #expect(screen.text().contains(text), "\(text)")
        }
        try screen.press("Enter")
        #expect(screen.effects.isEmpty)
        try screen.press("!", "p", "y")
        #expect(screen.effects.count == 1)
    }

    @Test func `A question longer than the screen can be read whole`() throws {
        var screen = Self.screen([Self.command("look", ["ping", "{host}"])])
        _ = screen.state.apply(.resized(Size(width: 40, height: 12)))
        try screen.press("V", "!", "a")
        #expect(!screen.text().contains("rdsh-lab-002"))
        for _ in 0..<40 { try screen.press("j") }
        #expect(screen.text().contains("rdsh-lab-002"))
        #expect(screen.state.prompt != nil)
        for _ in 0..<40 { try screen.press("k") }
        #expect(!screen.text().contains("rdsh-lab-002"))
    }

    @Test(arguments: [
        ("-oProxyCommand=x", ["ssh", "{host}"], "look: -oProxyCommand=x begins with -"),
        ("a b", ["ssh", "{host}"], "look: a b has characters in its name that no host name has"),
        ("a", ["{host}"], "look: the program itself cannot be a placeholder"),
        ("a", ["ssh", "{address}"], "look: the address of a is not known yet"),
        ("a", [], "look: names no program"),
    ])
    func `What a program could misread is refused`(name: String, arguments: [String], sentence: String) {
        var status = ServerStatus(server: Server(name: name))
        status.snapshot = nil
        do throws(CommandRun.Refusal) {
            _ = try CommandRun(Self.command("look", arguments), for: [status])
            Issue.record("not refused")
        } catch {
            #expect(error.text.hasPrefix(sentence), "\(error.text)")
        }
    }

    @Test func `A value is never read as a placeholder`() throws {
        let status = ServerStatus(server: Server(name: "{port}", port: 3390))
        let run = try CommandRun(Self.command("look", ["echo", "{host}{port}"]), for: [status])
        #expect(run.calls.map(\.arguments) == [["echo", "{port}3390"]])
    }

    @Test(arguments: [
        ("rdsh-1.corp", "rdsh-1.corp"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("", "''"), ("$x", "'$x'"),
        ("[2001:db8::7]:3389", "'[2001:db8::7]:3389'"),
    ])
    func `Words for a shell`(text: String, quoted: String) {
        #expect(ShellWord.quoted(text) == quoted)
    }

    @Test(arguments: [
        ("h", "kiosk-07.corp.example"), ("c", "rdptop trace kiosk-07.corp.example"),
    ])
    func `y copies a part of the row`(key: String, text: String) throws {
        var screen = Screen()
        try screen.press("j", "y", key)
        guard case .copy(text, _)? = screen.effects.last else {
            Issue.record("\(screen.effects)")
            return
        }
    }

    @Test func `What is copied of a row, a diagnosis and a remedy says what the details say`() throws {
        var screen = Screen()
        try screen.select("rdsh-fra-002.corp.example")
        try screen.press("y", "y", "y", "d", "y", "r", "y", "j", "c")
        let texts = screen.effects.compactMap { effect -> String? in
            if case .copy(let text, _) = effect { text } else { nil }
        }
        #expect(texts[0].hasPrefix("DOWN  rdsh-fra-002.corp.example  "))
        #expect(texts[1].contains("certain: seen on the wire"))
        #expect(texts[2].hasPrefix("rdsh-fra-002.corp.example:\n1. "))
        #expect(texts[3] == "rdsh-fra-002.corp.example")
        #expect(
            screen.effects.contains(
                .copyReport([Server.ID(name: "rdsh-fra-002.corp.example", port: 3389)], frozen: nil)))
    }
}
