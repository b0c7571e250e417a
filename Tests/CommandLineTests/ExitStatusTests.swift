import Foundation
import LabSupport
import Testing

/// The statuses of sysexits.h that scripts rely on: 64 for wrong arguments, 78 for a wrong or missing fleet file.
@Suite("Exit statuses and messages")
struct ExitStatusTests {
    @Test("--version is everywhere", arguments: [[], ["check"], ["trace"], ["demo"], ["validate"], ["top"]])
    func version(_ command: [String]) async throws {
        let result = try await RdptopBinary().run(command + ["--version"])
        #expect(result.status == 0)
        #expect(try #require(result.standardOutput.wholeMatch(of: /(\d+\.\d+\.\d+)\n/)).output.1 != "0.0.0")
        #expect(result.standardError.isEmpty)
    }

    @Test("--help is everywhere", arguments: [[], ["check"], ["trace"], ["demo"], ["validate"], ["top"]])
    func help(_ command: [String]) async throws {
        let result = try await RdptopBinary().run(command + ["--help"])
        #expect(result.status == 0)
        #expect(result.standardOutput.contains("USAGE: rdptop"))
        #expect(!result.standardOutput.utf8.contains(0x1B))
    }

    @Test("--help keeps each example on a line of its own")
    func examples() async throws {
        let lines = try await RdptopBinary().run(["--help"]).standardOutput.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("rdptop  ") })
        let examples = lines[first...].prefix(4)
        #expect(examples.count == 4)
        #expect(examples.allSatisfy { $0.hasPrefix("rdptop ") && $0.dropFirst(22).hasPrefix("  on ") }, "\(examples)")
    }

    @Test(
        "wrong arguments are 64 and say so on standard error",
        arguments: [
            ["check", "--no-such-option"], ["check", "127.240.0.1", "--format", "xyzzy"],
            ["check", "127.240.0.1", "--max-probes", "0"], ["check", "127.240.0.1", "--max-probes", "many"],
            ["check", "ts01:0"], ["check", "ts01:65536"], ["check", "[::1"], ["check", ""], ["check", "/"],
            ["demo", "--serve", "0"],
        ])
    func usage(_ arguments: [String]) async throws {
        let result = try await RdptopBinary().run(arguments)
        #expect(result.status == 64, "\(result)")
        #expect(!result.standardError.isEmpty)
        #expect(result.standardOutput.isEmpty)
    }

    @Test("a command behind an option of the board is 64, with what to write")
    func misplacedCommand() async throws {
        let result = try await RdptopBinary().run(["--ascii", "demo"])
        #expect(result.status == 64)
        #expect(
            result.standardError == """
                rdptop: the command stands before its options: rdptop demo --ascii
                A server that is called demo is written as demo:3389, or behind --, as in rdptop -- demo

                """)
    }

    @Test(
        "without any fleet file, check names the places it looked at, and the demo", arguments: ["check", "validate"])
    func noFleetFile(_ command: String) async throws {
        let result = try await RdptopBinary().run([command])
        #expect(result.status == 78)
        #expect(result.standardError.contains("./hosts.yaml"))
        #expect(result.standardError.contains("/.config/rdptop/hosts.yaml"))
        #expect(result.standardError.contains("rdptop demo"))
    }

    @Test("a missing fleet file is 78 and named", arguments: ["check", "validate"])
    func missing(_ command: String) async throws {
        let result = try await RdptopBinary().run([command, "absent.yaml"])
        #expect(result.status == 78)
        #expect(result.standardError.contains("absent.yaml: there is no such file"))
    }

    /// A wrong fleet file.
    struct WrongFile: Sendable, CustomStringConvertible {
        let description: String
        var name = "fleet.yaml"
        let bytes: [UInt8]
        /// What the message must contain.
        let message: String

        init(_ description: String, name: String = "fleet.yaml", _ text: String, says message: String) {
            self.init(description, name: name, bytes: Array(text.utf8), says: message)
        }

        init(_ description: String, name: String = "fleet.yaml", bytes: [UInt8], says message: String) {
            self.description = description
            self.name = name
            self.bytes = bytes
            self.message = message
        }

        static let all = [
            WrongFile("empty", "", says: "fleet.yaml"),
            WrongFile("empty list", name: "fleet.txt", "", says: "fleet.txt"),
            WrongFile("only comments", "# nothing\n", says: "fleet.yaml"),
            WrongFile("unclosed bracket", "hosts:\n  - a\n  - [b\n", says: "fleet.yaml:"),
            WrongFile("bad indentation", "hosts:\n  - a\n b: c\n", says: "fleet.yaml:3:"),
            WrongFile("unknown key", "hosts:\n  - {name: a, prot: 3389}\n", says: "fleet.yaml:2:15: "),
            WrongFile("port 0", "hosts:\n  - {name: a, port: 0}\n", says: "fleet.yaml:2:21: "),
            WrongFile("port 0 in a name", "hosts:\n  - \"a:0\"\n", says: "fleet.yaml:2:5: "),
            WrongFile("port 0 in a list", name: "fleet.txt", "a\nb:0\n", says: "fleet.txt:2"),
            WrongFile("two servers of one name", "hosts:\n  - a\n  - A\n", says: "fleet.yaml:3:5: "),
            WrongFile("duration without unit", "defaults:\n  interval: 60\nhosts: [a]\n", says: "fleet.yaml:2:13: "),
            WrongFile("nested too deeply", String(repeating: "[", count: 20_000), says: "fleet.yaml"),
            WrongFile("aliases of aliases", bomb, says: "fleet.yaml"),
            WrongFile("not UTF-8", bytes: Array("hosts: [caf".utf8) + [0xE9, 0x5D, 0x0A], says: "UTF-8"),
            WrongFile("binary", bytes: [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0xFF, 0xFE], says: "UTF-8"),
            WrongFile("binary list", name: "list", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3, 0x0A], says: "list:1"),
        ]

        /// A billion laughs.
        private static let bomb =
            "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + zip("bcdefghi", "abcdefgh").map {
                "\($0): &\($0) [\(Array(repeating: "*\($1)", count: 10).joined(separator: ","))]\n"
            }
            .joined() + "hosts: *i\n"
    }

    @Test("a wrong fleet file is 78, with file, line and column, quickly", arguments: WrongFile.all)
    func wrong(_ file: WrongFile) async throws {
        let folder = try ScratchFolder()
        try Data(file.bytes).write(to: URL(filePath: folder[file.name]))
        for command in ["check", "validate"] {
            let result = try await RdptopBinary().run(
                [command, file.name], workingDirectory: folder.path)
            #expect(result.status == 78, "\(result)")
            #expect(result.standardError.contains(file.message), "\(result)")
            #expect(result.standardError.utf8.count < 10_000)
            #expect(result.standardOutput.isEmpty)
            #expect(!result.standardError.utf8.contains(0x1B) && !result.standardError.utf8.contains(0x7F))
        }
    }

    @Test("a file of 17 MiB is 78 without being read to its end")
    func huge() async throws {
        let folder = try ScratchFolder()
        try Data(repeating: UInt8(ascii: "#"), count: 17 << 20).write(to: URL(filePath: folder["huge.yaml"]))
        let result = try await RdptopBinary().run(["check", folder["huge.yaml"]])
        #expect(result.status == 78)
        #expect(result.standardError.contains("is longer than 16 MiB"))
        #expect(result.wallTime < .seconds(10))
    }

    @Test("a folder in place of a fleet file is 78 and named")
    func directory() async throws {
        let folder = try ScratchFolder()
        let path = try folder.makeFolder("fleet.yaml")
        let result = try await RdptopBinary().run(["check", path])
        #expect(result.status == 78)
        #expect(result.standardError.contains(path))
        #expect(!result.standardError.contains("the operation couldn’t be completed"))
    }

    @Test("a file that may not be read is 78 and named")
    func unreadableAuthority() async throws {
        let folder = try ScratchFolder()
        try folder.write("no certificate\n", to: "notes.pem")
        for name in ["absent.pem", "notes.pem"] {
            let file = try folder.write("defaults: {ca: [\(name)]}\nhosts: [127.240.0.1]\n", to: "fleet.yaml")
            let result = try await RdptopBinary().run(["check", file])
            #expect(result.status == 78)
            #expect(result.standardError.contains(folder[name]))
            #expect(result.standardOutput.isEmpty)
        }
    }

    @Test("a name that does not resolve is a server that is down, and said so")
    func noSuchName() async throws {
        let resolver = try await DNSMasq.start([])
        let folder = try ScratchFolder()
        let file = try folder.write("resolvers: [\"\(resolver.endpoint)\"]\nhosts: [gone.lab.test]\n", to: "fleet.yaml")
        let result = try await RdptopBinary().run(["check", file])
        await resolver.stop()
        #expect(result.status == 2)
        #expect(result.standardOutput.contains("DNS says the name does not exist"))
        #expect(result.standardOutput.contains("gone.lab.test"))
        #expect(result.standardError.isEmpty)
    }

    @Test("validate counts what a good file has")
    func good() async throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            "groups:\n  - {name: fra, hosts: [\"ts[01:12]\"]}\nhosts: [a, b]\n", to: "fleet.yaml")
        let result = try await RdptopBinary().run(["validate", file])
        #expect(result.status == 0)
        #expect(result.standardOutput == "ok: 14 servers at 1 site, 0 gateways\n")
        #expect(result.standardError.isEmpty)
    }

    @Test("validate takes names for files, and never for servers", arguments: ["fleet.txt", "ts01", "127.0.0.1"])
    func validateTakesFiles(_ name: String) async throws {
        let result = try await RdptopBinary().run(["validate", name])
        #expect(result.status == 78)
        #expect(result.standardError == "rdptop: \(name): there is no such file\n")
        #expect(result.standardOutput.isEmpty)
    }

    @Test("validate takes one file, and counts one server as one")
    func validateTakesOneFile() async throws {
        let folder = try ScratchFolder()
        let file = try folder.write("# one\nts01\n", to: "fleet.txt")
        #expect(
            try await RdptopBinary().run(["validate", file]).standardOutput == "ok: 1 server at 0 sites, 0 gateways\n")
        #expect(try await RdptopBinary().run(["validate", file, file]).status == 64)
    }

    @Test("validate tells all mistakes of a file at once")
    func allMistakes() async throws {
        let folder = try ScratchFolder()
        let text = "defaults: {interval: 1s}\nhosts:\n  - {name: a, prot: 1}\n  - {name: b, port: 99999}\n"
        let result = try await RdptopBinary().run(["validate", try folder.write(text, to: "fleet.yaml")])
        #expect(result.status == 78)
        for place in ["fleet.yaml:1:22: ", "fleet.yaml:3:15: ", "fleet.yaml:4:21: "] {
            #expect(result.standardError.contains(place), "\(result)")
        }
    }

    @Test("the example in the repository is a good file")
    func example() async throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let result = try await RdptopBinary().run(["validate", root.appending(path: "hosts.example.yaml").path])
        #expect(result.status == 0, "\(result)")
        #expect(result.standardOutput.hasPrefix("ok: "))
    }
}
