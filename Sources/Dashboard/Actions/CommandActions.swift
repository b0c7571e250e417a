import Drawing
import FleetModel

extension Action {
    /// Programs of the user's own.
    static let commands = [
        Action(
            "run-command", [.character("!")], at: [.board, .detail], title: "Run",
            help: runHelp, helpHere: { $0.setup.commands.isEmpty ? runHelpWithout : runHelp },
            unless: { $0.whyNoCommand }
        ) { state in
            let those = state.actedUpon
            state.prompt = .menu(
                Menu(
                    title: "run",
                    choices: CommandKeys.keyed(state.setup.commands).map { key, command in
                        Menu.Choice(key: key, title: CleanText.clean(command.name.value, limit: 40)) { state in
                            state.run(command, for: those)
                        }
                    }))
            return []
        }
    ]
}

/// What the help says of commands, and where there are none.
private let runHelp = "run one of your own commands for the marked servers or this one"
private let runHelpWithout = "run a command of your own, once commands: in config.yaml describes one"

extension DashboardState {
    /// Why no command can be run; nil when one can.
    fileprivate var whyNoCommand: String? {
        setup.commands.isEmpty
            ? "no command yet; commands: in config.yaml makes one (man rdptop-config)"
            : whyNothingToActUpon
    }

    /// Runs a command, for several servers only after a question that names them.
    fileprivate mutating func run(
        _ command: ProgramConfiguration.UserCommand, for indexes: [Rows.Index]
    ) -> [Effect] {
        let run: CommandRun
        do throws(CommandRun.Refusal) {
            run = try CommandRun(command, for: indexes.map { rows[$0] })
        } catch {
            say(error.text)
            return []
        }
        guard run.calls.count > 1 else { return [.run(run)] }
        let line = command.arguments.map { ShellWord.quoted($0) }.joined(separator: " ")
        prompt = .question(
            Question(
                title: "Run \(run.name) for \(run.calls.count) servers",
                lines: ["Runs \(CleanText.clean(line)), one after the other, for:"] + run.calls.map(\.host)
            ) { _ in [.run(run)] })
        return []
    }
}
