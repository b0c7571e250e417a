import ArgumentParser
import Foundation
import Reports

/// The end of a command that threw something: says what there is to say, where its readers look, and exits.
enum CommandEnd {
    /// Ends the process.
    ///
    /// - Parameters:
    ///   - error: A status, a `CommandFailure`, or what the argument parser has to say.
    ///   - arguments: As given to the program, without its name.
    static func exit(for error: any Error, arguments: [String]) -> Never {
        if isPlugin(arguments) { exitAsPlugin(for: error) }
        if let failure = error as? CommandFailure {
            StandardError.write("rdptop: \(failure)")
            Rdptop.exit(withError: failure.status)
        }
        Rdptop.exit(withError: error)
    }

    /// Whether a scheduler of plugins reads the answer, as far as arguments can tell that may be wrong.
    static func isPlugin(_ arguments: [String]) -> Bool {
        arguments.first == "check"
            && (arguments.contains("--format=nagios")
                || zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == PluginOptions.format })
    }

    /// A scheduler reads standard output, and knows no status above 3; help and version are no state of a service either.
    private static func exitAsPlugin(for error: any Error) -> Never {
        if let status = error as? ExitCode { Rdptop.exit(withError: status) }
        if Rdptop.exitCode(for: error).isSuccess {
            print(Rdptop.fullMessage(for: error))
            fflush(nil)
        } else {
            PluginLine(.unknown, (error as? CommandFailure)?.description ?? Rdptop.message(for: error)).print()
        }
        Rdptop.exit(withError: ExitCode(NagiosState.unknown.exitStatus))
    }
}
