import Dashboard
import Drawing
import FleetModel
import Foundation
import Inventory

/// What the user wants of the program, from `config.yaml` in its folder; a file that is not there wants nothing.
struct Preferences {
    /// What the file says; checked by everyone who knows the names in it.
    let configuration: ProgramConfiguration
    /// Where the file is, or would be; nil when there is no folder for it.
    let path: String?
    /// Whether there is one.
    let wasRead: Bool

    /// Which key does what.
    var keys: KeyMap { KeyMap.wanted(by: configuration).keys }

    /// Where what is copied goes.
    var clipboard: Clipboard.Choice {
        configuration.clipboard.flatMap { Clipboard.Choice(rawValue: $0.value) } ?? .auto
    }

    /// Where the file is and whether it was read, for the help.
    var note: String {
        guard let path else { return "There is no home folder, so no config.yaml was read." }
        let shown = CleanText.clean(path, limit: 1_024)
        return wasRead
            ? "Keys and looks are from \(shown)" : "Keys and looks can be set in \(shown), which is not there"
    }

    /// Why the file cannot be used, a line for each mistake.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Those who know the names of a configuration, and what is wrong with them.
    private static let checks: [@Sendable (ProgramConfiguration) -> [ConfigurationMistake]] = [
        { KeyMap.wanted(by: $0).mistakes }, CommandKeys.mistakes, Theme.mistakes,
        { ColumnChoice.mistakes(in: $0.columns ?? []) }, OwnView.mistakes, NoticeOutlets.mistakes,
    ]

    /// Reads the user's file.
    ///
    /// - Throws: `CommandFailure` with status 78 when something in it is wrong.
    static func load() throws -> Preferences {
        do throws(Mistake) {
            return try read(ProcessInfo.processInfo.environment)
        } catch {
            throw CommandFailure(error, ExitStatus.configuration)
        }
    }

    /// Reads the file of an environment.
    ///
    /// - Parameter environment: XDG_CONFIG_HOME and HOME are read.
    /// - Returns: What it says, or nothing when there is no file.
    /// - Throws: All its mistakes at once, or why it cannot be read.
    static func read(_ environment: [String: String]) throws(Mistake) -> Preferences {
        let path = ConfigurationFolder.path(environment).map { $0 + "/config.yaml" }
        guard let path, FileManager.default.fileExists(atPath: path) else {
            return Preferences(configuration: ProgramConfiguration(), path: path, wasRead: false)
        }
        let text = try text(of: path)
        do throws(InventoryError) {
            let file = CleanText.clean(path, limit: 1_024)
            let configuration = try ConfigurationFile.parse(text, file: file)
            let mistakes = checks.flatMap { $0(configuration) }
            guard mistakes.isEmpty else { throw InventoryError(mistakes, in: file) }
            return Preferences(configuration: configuration, path: path, wasRead: true)
        } catch {
            throw Mistake(description: error.description)
        }
    }

    /// The text of the file, at most `InventoryLimits.configurationBytes` long.
    private static func text(of path: String) throws(Mistake) -> String {
        do throws(InputFile.Mistake) {
            let data = try InputFile.bytes(of: path, limit: InventoryLimits.configurationBytes)
            guard let text = String(data: data, encoding: .utf8) else {
                throw InputFile.Mistake(description: "\(CleanText.clean(path, limit: 1_024)): is not UTF-8 text")
            }
            return text
        } catch {
            throw Mistake(description: error.description)
        }
    }
}
