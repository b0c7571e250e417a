import Foundation
import LabSupport
import Synchronization
import Testing

@testable import rdptop

@Suite struct ClipboardTests {
    @Test(
        arguments: [
            (.auto, ["SSH_TTY": "/dev/pts/1", "DISPLAY": ":0"], .terminal), (.auto, ["TMUX": "x"], .terminal),
            (.auto, ["SSH_CONNECTION": "a 1 b 2"], .terminal), (.auto, [:], .terminal),
            (.auto, ["DISPLAY": ":0"], .tool(["/bin/xclip", "-selection", "clipboard"])),
            (.auto, ["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"], .tool(["/bin/wl-copy"])),
            (.osc52, ["DISPLAY": ":0"], .terminal),
            (.tool, ["TMUX": "x"], .nowhere("no clipboard tool found: wl-copy, xclip, xsel or pbcopy")),
            (.off, ["TMUX": "x"], .nowhere("the clipboard is switched off in config.yaml")),
        ] as [(Clipboard.Choice, [String: String], Clipboard.Way)])
    func `The way to the machine that the user sits at`(
        choice: Clipboard.Choice, environment: [String: String], way: Clipboard.Way
    ) {
        let found = Clipboard(choice, environment: environment) { $0 == "pbcopy" ? nil : "/bin/\($0)" }
        #expect(found.way == way)
    }

    @Test func `The terminal gets Base64 of a text without control characters, and nothing is claimed`() async {
        let sent = Mutex<[String]>([])
        let clipboard = Clipboard(.osc52, environment: [:]) { _ in nil }
        let notice = await clipboard.copy("a\u{1B}]52;b\nzwei\t", what: "host") { text in
            sent.withLock { $0.append(text) }
        }
        let bytes = sent.withLock { $0 }.compactMap { Data(base64Encoded: $0) }
        #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == ["a\u{FFFD}]52;b\nzwei\u{FFFD}"])
        #expect(notice == "host sent to the terminal's clipboard; if it is not there, w writes a file")
    }

    @Test func `A long text is warned of, and one that no terminal takes is not sent`() async {
        let sent = Mutex(0)
        let clipboard = Clipboard(.osc52, environment: [:]) { _ in nil }
        let long = await clipboard.copy(String(repeating: "a", count: 7_000), what: "JSON") { _ in
            sent.withLock { $0 += 1 }
        }
        #expect(long.contains("(7 KB: some keep less)"))
        let longest = await clipboard.copy(String(repeating: "a", count: 80_000), what: "JSON") { _ in
            sent.withLock { $0 += 1 }
        }
        #expect(longest == "not copied: 80 KB are more than terminals take; w writes a file")
        #expect(sent.withLock { $0 } == 1)
    }

    @Test func `A tool gets the text itself`() async throws {
        let folder = try ScratchFolder()
        try await Self.writeTool("cat > \(folder["taken"])", to: folder["wl-copy"])
        let clipboard = Clipboard(.auto, environment: ["WAYLAND_DISPLAY": "wayland-0"]) {
            Clipboard.find($0, path: "relative:/nowhere:\(folder.path)")
        }
        #expect(await clipboard.copy("ts-01", what: "host", patience: 60_000) { _ in } == "host copied by wl-copy")
        #expect(text(ofFile: folder["taken"]) == "ts-01")
        try await Self.writeTool("exit 3", to: folder["wl-copy"])
        let refused = await clipboard.copy("ts-01", what: "host", patience: 60_000) { _ in }
        #expect(refused == "not copied: wl-copy: ended with status 3; w writes a file")
    }

    @Test func `A tool that does not end is told`() async throws {
        let folder = try ScratchFolder()
        try await Self.writeTool("exec sleep 600", to: folder["wl-copy"])
        let clipboard = Clipboard(.tool, environment: ["WAYLAND_DISPLAY": "wayland-0"]) {
            Clipboard.find($0, path: folder.path)
        }
        let failed = await clipboard.copy("ts-01", what: "host", patience: 1_000) { _ in }
        #expect(failed == "not copied: wl-copy: did not end within 1 s; w writes a file")
    }

    /// Writes a program, by another process: what this one has open for writing, every child that another test is just
    /// starting has open, too, and a program that anybody may still write to cannot be run (execve(2), ETXTBSY).
    private static func writeTool(_ script: String, to path: String) async throws {
        try await run(
            .shell, ["-c", #"cat > "$0" && chmod 755 "$0""#, path], input: "#!/bin/sh\n\(script)\n")
    }

    @Test func `A program that does not end is ended`() throws {
        let child = try ChildProcess(["sleep", "60"], .reading(STDIN_FILENO))
        #expect(child.wait(milliseconds: 50) == nil)
    }

    @Test func `A program that is not there is a sentence`() {
        #expect(throws: SystemError(code: ENOENT)) { try ChildProcess(["/no/such/program"], .reading(STDIN_FILENO)) }
    }

    @Test(arguments: [([:], "root"), (["SUDO_USER": "kim"], "kim as root"), (["SUDO_USER": "root"], "root")])
    func `Somebody who became root keeps their name`(environment: [String: String], name: String) {
        #expect(UserName.current(environment: environment, user: 0) == name)
    }
}
