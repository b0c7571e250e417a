import ArgumentParser
import Dashboard

/// `rdptop keys`: the keys of the board as they are in force.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the keys of the board that are in force, with the names of their actions.",
        discussion: """
            They can be changed in config.yaml, in the folder $XDG_CONFIG_HOME/rdptop or ~/.config/rdptop. Exit status: \
            0, and 78 when something in that file cannot be meant.
            """)

    @Option(help: "How to print: \(KeyList.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = KeyList.Format.text

    func run() throws {
        let keys = try Preferences.load().keys
        var output = StandardOutput()
        output.write(KeyList(keys).text(format))
        output.flush()
        if let failure = output.failure {
            throw CommandFailure("the keys could not be written to standard output: \(failure)", ExitStatus.cannotWrite)
        }
    }
}

extension KeyList.Format: ExpressibleByArgument {}
