import ArgumentParser
import Foundation

/// The commands with their arguments, as the argument parser tells them.
struct CommandTree: Decodable {
    /// One command.
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    /// An option, a flag, or what is told by its place.
    struct Argument: Decodable {
        /// How it is told.
        enum Kind: String, Decodable {
            case positional, option, flag
        }

        /// `--format`, `-h`.
        struct Name: Decodable {
            /// How many hyphens it has.
            enum Kind: String, Decodable {
                case long, short, longWithSingleDash
            }

            let kind: Kind
            let name: String

            var text: String { (kind == .long ? "--" : "-") + name }
        }

        let kind: Kind
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let defaultValue: String?
        let allValues: [String]?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool
    }

    let command: Command

    /// The tree of a command.
    ///
    /// - Throws: An error of the decoder, when the parser's description is not what it was.
    static func of(_ command: any ParsableCommand.Type) throws -> CommandTree {
        try JSONDecoder().decode(CommandTree.self, from: Data(command._dumpHelp().utf8))
    }
}

extension CommandTree.Command {
    /// What people are shown of its arguments, without those that every command has.
    var ownArguments: [CommandTree.Argument] {
        (arguments ?? []).filter { $0.shouldDisplay && $0.valueName != "help" && $0.valueName != "version" }
    }
}
