import ArgumentParser

/// The program's entry: names the commands and nothing else.
@main
struct Rdptop: AsyncParsableCommand {
    // The discussion is shown on 80 columns, and a longer line of its examples would be broken.
    static let configuration = CommandConfiguration(
        commandName: "rdptop",
        abstract: "A live board of Remote Desktop servers that says why a connection fails.",
        discussion: """
            To open the board:
            rdptop                  on ./hosts.yaml or ~/.config/rdptop/hosts.yaml
            rdptop fleet.yaml       on a fleet file, or a list with one server a line
            rdptop ts01 ts02:3390   on these servers
            rdptop demo             on a simulated fleet on this machine

            It never authenticates: no user name, no password and no Authorization
            header is ever sent to a server.
            """,
        version: Version.text,
        subcommands: [
            Top.self, Demo.self, Check.self, Trace.self, Explain.self, Plan.self, Validate.self, Keys.self, Hooks.self,
            Manual.self,
        ],
        defaultSubcommand: Top.self)

    static func main() async {
        FreeMemory.shareAmongThreads()
        FileDescriptor.fillStandardNumbers()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let misplaced = MisplacedCommand(in: arguments) { throw misplaced.failure }
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            CommandEnd.exit(for: error, arguments: arguments)
        }
    }
}
