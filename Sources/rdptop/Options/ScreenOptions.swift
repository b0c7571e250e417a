import ArgumentParser
import TerminalIO

/// How the board looks on this terminal.
struct ScreenOptions: ParsableArguments {
    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Option(help: "When to use colours: auto, always or never. auto obeys NO_COLOR.")
    var color: TerminalConfiguration.ColorChoice = .auto

    /// The configuration that these options ask for.
    var configuration: TerminalConfiguration {
        TerminalConfiguration(colors: color, asciiOnly: ascii)
    }
}

extension TerminalConfiguration.ColorChoice: ExpressibleByArgument {}
