import ArgumentParser
import Testing

@testable import rdptop

@Suite struct MisplacedCommandTests {
    @Test(
        arguments: [
            (["--ascii", "demo"], "the command stands before its options: rdptop demo --ascii"),
            (
                ["--theme", "mono", "--color=never", "demo", "--hooks"],
                "the command stands before its options: rdptop demo --theme mono --color=never --hooks"
            ),
            (
                ["--audit", "demo", "check", "my fleet.yaml"],
                "the command stands before its options: rdptop check --audit demo 'my fleet.yaml'"
            ),
            (["--fresh", "top"], "the command stands before its options: rdptop top --fresh"),
            (
                ["--fresh", "check", "fleet.yaml", "--format", "json"],
                "the command check stands first, and then its own options: see rdptop check --help"
            ),
            (
                ["--ascii", "trace"],
                "the command trace stands first, and then its own options: see rdptop trace --help"
            ),
        ] as [([String], String)])
    func `A command behind an option is refused, with what to write instead`(
        arguments: [String], correction: String
    ) throws {
        let misplaced = try #require(MisplacedCommand(in: arguments))
        let (name, failure) = (misplaced.name, misplaced.failure)
        let server = "A server that is called \(name) is written as \(name):3389, or behind --, as in rdptop -- \(name)"
        #expect(failure == CommandFailure("\(correction)\n\(server)", ExitStatus.usage))
    }

    @Test func `No command is taken for a server behind an option`() {
        for command in Rdptop.configuration.subcommands.map({ $0._commandName }) + ["help"] {
            #expect(MisplacedCommand(in: ["--ascii", command])?.name == command)
        }
    }

    @Test(arguments: [
        [], ["demo"], ["demo", "--ascii"], ["top", "demo"], ["--ascii", "demo:3389"], ["--ascii", "--", "demo"],
        ["--", "demo"], ["--ascii", "ts01", "demo"], ["ts01", "demo"], ["--audit", "demo"],
        ["--audit", "demo", "ts01"],
        ["--theme", "demo"], ["--help", "demo"], ["--version", "demo"], ["--nope", "demo"], ["--ascii"],
    ])
    func `What else begins with an option is left to the parser`(arguments: [String]) {
        #expect(MisplacedCommand(in: arguments) == nil)
    }

    @Test(arguments: [["--ascii", "demo:3389"], ["--", "demo"], ["--ascii", "--", "demo"]])
    func `A server called like a command can be named`(arguments: [String]) throws {
        let top = try #require(try Rdptop.parseAsRoot(arguments) as? Top)
        #expect(top.fleet.targets == [arguments.last])
    }
}
