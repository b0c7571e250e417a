import ArgumentParser

/// The program's entry: names the commands and nothing else.
@main
struct Rdptop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rdptop",
        abstract: "A live board of Remote Desktop servers that says why a connection fails.",
        discussion: """
            rdptop                      the board, on ./hosts.yaml or ~/.config/rdptop/hosts.yaml
            rdptop fleet.yaml           the board, on a fleet file or a list with one server a line
            rdptop ts01 ts02:3390       the board, on these servers
            rdptop demo                 the board, on a simulated fleet on this machine

            It never authenticates: no user name, no password, no Authorization header is ever sent.
            """,
        version: Version.text,
        subcommands: [Top.self, Demo.self, Check.self, Trace.self, Validate.self],
        defaultSubcommand: Top.self)
}
