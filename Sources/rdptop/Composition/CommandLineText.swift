import FleetModel
import Foundation

/// The command line as it could be typed again.
enum CommandLineText {
    /// This process's own, its program named without its folder.
    static var current: String {
        text(of: CommandLine.arguments)
    }

    /// Quotes each argument that a shell would otherwise change.
    static func text(of arguments: [String]) -> String {
        guard let program = arguments.first else { return "rdptop" }
        let name = URL(filePath: program).lastPathComponent
        return ([name] + arguments.dropFirst()).map { quoted(CleanText.clean($0)) }.joined(separator: " ")
    }

    private static func quoted(_ argument: String) -> String {
        let isPlain =
            !argument.isEmpty
            && argument.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:@%+=,[]".unicodeScalars.contains($0)
            }
        return isPlain ? argument : "'" + argument.replacing("'", with: "'\\''") + "'"
    }
}
