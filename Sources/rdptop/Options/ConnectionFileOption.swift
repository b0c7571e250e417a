import ArgumentParser
import FleetModel
import Foundation
import Inventory

/// A user's .rdp file in place of servers on the command line.
struct ConnectionFileOption: ParsableArguments {
    @Option(
        name: .customLong("rdp"),
        help: ArgumentHelp("Take the server, gateway and routing token from a user's .rdp file.", valueName: "file"),
        completion: .file(extensions: ["rdp"]))
    var path: String?

    /// Reads the file, or fails with status 78; nil when none was named.
    func load() throws -> ConnectionFile? {
        guard let path else { return nil }
        do {
            let bytes = try InputFile.bytes(of: path, limit: RDPFile.longest)
            return try RDPFile.parse(Array(bytes), file: path)
        } catch {
            throw CommandFailure(error, ExitStatus.configuration)
        }
    }

    /// The fleet that the file leads to.
    static func fleet(of file: ConnectionFile) -> Fleet {
        file.fleet(name: FleetSource.list(file.source).fleetName)
    }

    /// Ends with status 64 when servers are named beside the file.
    func validate(beside targets: [String]) throws {
        guard path == nil || targets.isEmpty else {
            throw ValidationError(
                "--rdp says which server: name no other beside it (\(CleanText.clean(targets[0], limit: 80)))")
        }
    }
}
