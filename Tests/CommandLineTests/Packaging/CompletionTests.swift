import Foundation
import LabSupport
import Testing

@Suite("Completions")
struct CompletionTests {
    @Test(
        "of bash offer what can come next",
        arguments: [
            ("rdptop ch", "check"),
            ("rdptop --th", "--theme"),
            ("rdptop --theme ", "cvd default high-contrast light mono"),
            ("rdptop fleet.yaml --theme c", "cvd"),
            ("rdptop check --depth ", "cycle full"),
            ("rdptop check --format mar", "markdown"),
            ("rdptop check --no", "--no-hooks --no-recheck"),
            ("rdptop check fl", "fleet.yaml"),
            ("rdptop check --rdp ", "kiosk.rdp"),
            ("rdptop trace --pcap n", "notes.txt"),
            ("rdptop keys --format ", "markdown text"),
        ])
    func bash(typed: String, offered: String) async throws {
        #expect(try await Self.complete(typed) == offered.split(separator: " ").map(String.init))
    }

    @Test("of bash offer every command, and none that is hidden")
    func commands() async throws {
        let offered = try await Self.complete("rdptop ")
        for command in ["check", "demo", "explain", "keys", "plan", "top", "trace", "validate"] {
            #expect(offered.contains(command), "\(command)")
        }
        #expect(!offered.contains("manual"))
    }

    @Test("of zsh and fish are read without a fault")
    func syntax() async throws {
        let folder = try await Installed.shared.value.folder
        try await run(.zsh, ["-n", folder["share/zsh/site-functions/_rdptop"]])
        try await run(.fish, ["--no-execute", folder["share/fish/vendor_completions.d/rdptop.fish"]])
    }

    @Test("of fish offer formats and files")
    func fish() async throws {
        let script = try await Installed.shared.value.folder["share/fish/vendor_completions.d/rdptop.fish"]
        let home = try ScratchFolder()
        try home.write("", to: "kiosk.rdp")
        for (typed, offered) in [("rdptop check --format mar", "markdown"), ("rdptop check --rdp k", "kiosk.rdp")] {
            let output = try await run(
                .fish, ["--no-config", "--command", "source \(script); complete --do-complete '\(typed)'"],
                environment: ["HOME": home.path], workingDirectory: home.path)
            // Behind a tab stands what it means.
            #expect(output.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == [offered[...]])
        }
    }

    /// What a bash with the installed script offers when Tab is pressed, sorted.
    private static func complete(_ typed: String) async throws -> [String] {
        let script = try await Installed.shared.value.folder["share/bash-completion/completions/rdptop"]
        let home = try ScratchFolder()
        for name in ["fleet.yaml", "kiosk.rdp", "notes.txt"] { try home.write("", to: name) }
        // The words as readline tells them to the function, whose name complete -p prints.
        let output = try await run(
            .bash,
            ["--norc", "-c", Self.tab, "bash", script, typed], environment: ["HOME": home.path],
            workingDirectory: home.path)
        return output.split(separator: "\n").map(String.init).sorted()
    }

    private static let tab = #"""
        source "$1"
        COMP_LINE=$2 COMP_POINT=${#2}
        read -ra COMP_WORDS <<<"$2"
        [[ $2 != *' ' ]] || COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        function=$(complete -p rdptop)
        function=${function##*-F }
        "${function%% *}" rdptop "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}"
        """#
}
