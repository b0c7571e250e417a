import ArgumentParser
import FleetModel
import Foundation
import Inventory

/// The servers on the command line, shared by the commands that probe.
struct FleetArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A fleet file (.yaml, .yml), a file with one server a line, or names and addresses with an optional port.",
            valueName: "fleet|target"),
        completion: .file())
    var targets: [String] = []

    /// Loads the fleet, or fails with status 78, or 64 for a wrong target.
    ///
    /// - Parameter hosts: More servers, which are no files whatever their names.
    /// - Returns: The fleet; it has at least one server.
    /// - Throws: `CommandFailure` with that status.
    func load(hosts: [String] = []) throws -> Fleet { try Self.load(Self.source(targets, hosts: hosts)) }

    /// Decides where the fleet is, or fails with status 78.
    ///
    /// - Parameter hosts: More servers, which are no files whatever their names.
    /// - Returns: Where the servers come from.
    /// - Throws: `CommandFailure` with that status.
    func source(hosts: [String] = []) throws -> FleetSource { try Self.source(targets, hosts: hosts) }

    /// Loads the fleet of the usual place.
    static func loadUsual() throws -> Fleet { try load(source([])) }

    private static func source(_ arguments: [String], hosts: [String] = []) throws -> FleetSource {
        do throws(FleetSource.Mistake) {
            return try FleetSource.find(
                arguments, hosts: hosts, environment: ProcessInfo.processInfo.environment, exists: isFile)
        } catch {
            throw CommandFailure(error, ExitStatus.configuration)
        }
    }

    /// Loads the fleet of a source that has been decided on.
    static func load(_ source: FleetSource) throws -> Fleet {
        do {
            return try source.load()
        } catch {
            if case .targets = source { throw CommandFailure(error, ExitStatus.usage) }
            throw CommandFailure(error, ExitStatus.configuration)
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
