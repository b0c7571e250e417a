import ArgumentParser

/// A command that stands behind an option, as in `rdptop --ascii demo`.
///
/// The parser looks for a command at the very front, and takes the word for the name of a server when the board's options
/// come first; the screen would then hide that the board is on something else than was asked for.
struct MisplacedCommand: Equatable {
    /// What stands before it: options of the board.
    let options: [String]
    /// The word.
    let name: String
    /// What stands behind it.
    let rest: [String]

    /// Finds it: the first target is the name of a command, has options before it, and no `--`.
    ///
    /// - Parameter arguments: As given to the program, without its name.
    init?(in arguments: [String]) {
        guard arguments.first?.hasPrefix("-") == true else { return nil }
        let names = Rdptop.configuration.subcommands.map { $0._commandName } + ["help"]
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        let index = arguments[..<end].indices.first { index in
            // What follows `--theme` is its value: without that the options are none that the parser would take.
            names.contains(arguments[index])
                && (try? Top.parse(Array(arguments[..<index])))?.fleet.targets.isEmpty == true
        }
        guard let index else { return nil }
        options = Array(arguments[..<index])
        name = arguments[index]
        rest = Array(arguments[(index + 1)...])
    }

    /// What is wrong, how to write it, and how to name a server that is called so.
    var failure: CommandFailure {
        let moved = [name] + options + rest
        // Not every command has the options of the board.
        let isUnderstood = (try? Rdptop.parseAsRoot(moved)) != nil
        let correction =
            isUnderstood
            ? "the command stands before its options: \(Self.text(moved))"
            : "the command \(name) stands first, and then its own options: see \(Self.text([name, "--help"]))"
        return CommandFailure(
            """
            \(correction)
            A server that is called \(name) is written as \(name):3389, or behind --, as in \(Self.text(["--", name]))
            """, ExitStatus.usage)
    }

    private static func text(_ arguments: [String]) -> String { CommandLineText.text(of: ["rdptop"] + arguments) }
}
