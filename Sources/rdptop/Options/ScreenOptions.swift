import ArgumentParser
import Dashboard
import Drawing
import FleetModel
import Foundation
import TerminalIO

/// How the board looks on this terminal.
struct ScreenOptions: ParsableArguments {
    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Option(help: "When to use colours: auto, always or never. auto obeys NO_COLOR.")
    var color: TerminalConfiguration.ColorChoice = .auto

    @Option(help: "The colours: \(Theme.names).")
    var theme: Theme?

    @Flag(
        help: """
            Tell changes in sentences, one a line, and take commands by line: for screen readers and terminals that can \
            do no more. Also used where TERM is dumb.
            """)
    var plain = false

    /// Whether changes are told in sentences and nothing is drawn: when asked for, and on a terminal that is dumb by name.
    ///
    /// Where there is no terminal at all it has to be asked for, so that nobody gets it who expects a screen.
    var isPlain: Bool {
        let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"
        return plain || (isDumb && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1)
    }

    /// What these options ask for, and the user's file where they are silent; between the two stands what the user chose
    /// in the last run.
    func configuration(with file: ProgramConfiguration, kept: KeptScreen = KeptScreen()) -> TerminalConfiguration {
        TerminalConfiguration(
            colors: color, theme: theme ?? kept.theme ?? .wanted(by: file),
            asciiOnly: ascii || file.ascii == true, mouse: kept.mouse ?? (file.mouse == true))
    }
}

extension TerminalConfiguration.ColorChoice: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}

extension Theme {
    /// The colours that a configuration asks for, and the usual ones where it is silent.
    static func wanted(by file: ProgramConfiguration) -> Theme {
        file.theme.flatMap { Theme(rawValue: $0.value) } ?? .standard
    }

    /// What is wrong with the theme that a configuration names.
    @Sendable static func mistakes(in file: ProgramConfiguration) -> [ConfigurationMistake] {
        guard let name = file.theme, Theme(rawValue: name.value) == nil else { return [] }
        return [name.unknown("a theme", known: allCases.map(\.rawValue))]
    }
}
