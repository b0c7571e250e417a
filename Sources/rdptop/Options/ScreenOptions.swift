import ArgumentParser
import FleetModel
import TerminalIO

/// How the board looks on this terminal.
struct ScreenOptions: ParsableArguments {
    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Option(help: "When to use colours: auto, always or never. auto obeys NO_COLOR.")
    var color: TerminalConfiguration.ColorChoice = .auto

    /// What these options ask for, and the user's file where they are silent.
    func configuration(with file: ProgramConfiguration) -> TerminalConfiguration {
        TerminalConfiguration(colors: color, asciiOnly: ascii || file.ascii == true)
    }
}

extension TerminalConfiguration.ColorChoice: ExpressibleByArgument {}
