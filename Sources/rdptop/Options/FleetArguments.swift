import ArgumentParser
import FleetModel
import Foundation
import Inventory

/// The servers on the command line, shared by the commands that probe.
struct FleetArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A fleet file (.yaml, .yml), a file with one server a line, or names and addresses with an optional port.",
            valueName: "fleet|target"))
    var targets: [String] = []

    /// Loads the fleet, or says on standard error what is wrong and ends with status 78, or 64 for a wrong target.
    func load() throws -> Fleet {
        do {
            let source = try FleetSource.find(
                targets, environment: ProcessInfo.processInfo.environment, exists: Self.isFile)
            do {
                return try source.load()
            } catch {
                StandardError.write("rdptop: \(error)")
                if case .targets = source { throw ExitStatus.usage }
                throw ExitStatus.configuration
            }
        } catch let mistake as FleetSource.Mistake {
            StandardError.write("rdptop: \(mistake)")
            throw ExitStatus.configuration
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
