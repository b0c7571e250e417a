import FleetModel
import Foundation
import Inventory

/// Where the servers come from: a fleet file, a list, or the targets on the command line.
enum FleetSource: Equatable {
    case fleetFile(String)
    case list(String)
    case targets([String])

    /// Why no source could be found or read, in words for the user.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Decides what the arguments mean.
    ///
    /// A name that ends in .yaml or .yml is a fleet file, whether it exists or not; another name of an existing file is a
    /// list; anything else is a target. Without arguments and hosts the usual places are looked at.
    /// - Parameters:
    ///   - arguments: What stands on the command line.
    ///   - hosts: What is a target whatever files there are.
    ///   - environment: XDG_CONFIG_HOME and HOME are read.
    ///   - exists: Whether a path is an existing file.
    /// - Returns: Where the servers come from.
    /// - Throws: `Mistake` when there is nothing to read, or the arguments mix files and servers.
    static func find(
        _ arguments: [String], hosts: [String] = [], environment: [String: String], exists: (String) -> Bool
    ) throws(Mistake) -> FleetSource {
        guard !arguments.isEmpty || !hosts.isEmpty else { return try usualPlace(environment, exists) }
        guard let name = arguments.first(where: { isFleetFile($0) || exists($0) }) else {
            return .targets(arguments + hosts)
        }
        guard arguments.count == 1, hosts.isEmpty else {
            throw Mistake(description: "\(name) is a file; give one file, or only names of servers")
        }
        return file(name)
    }

    /// Decides what a name means that can only be a file, whether it exists or not.
    static func file(_ name: String) -> FleetSource {
        isFleetFile(name) ? .fleetFile(name) : .list(name)
    }

    private static func isFleetFile(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }

    private static func usualPlace(
        _ environment: [String: String], _ exists: (String) -> Bool
    ) throws(Mistake) -> FleetSource {
        let places = ["hosts.yaml"] + (ConfigurationFolder.path(environment).map { [$0 + "/hosts.yaml"] } ?? [])
        if let place = places.first(where: exists) { return .fleetFile(place) }
        throw Mistake(
            description: """
                there is no fleet file: looked at \(places.map { $0.hasPrefix("/") ? $0 : "./" + $0 }.joined(separator: " and "))
                Name a file or some servers (rdptop ts01 ts02:3390), or see the simulated fleet first: rdptop demo
                """)
    }

    /// What names it on a command line.
    var arguments: [String] {
        switch self {
        case .fleetFile(let path), .list(let path): [path]
        case .targets(let targets): targets
        }
    }

    /// The files that are read for it, but for those that a fleet file names.
    var files: [String] {
        switch self {
        case .fleetFile(let path), .list(let path): [path]
        case .targets: []
        }
    }

    /// The name on the title line.
    var fleetName: String {
        switch self {
        case .fleetFile(let path), .list(let path):
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            return CleanText.clean(name.isEmpty ? path : name, limit: 40)
        case .targets(let targets):
            return targets.count == 1 ? CleanText.clean(targets[0], limit: 40) : "\(targets.count)-targets"
        }
    }

    /// Reads and checks the fleet.
    ///
    /// - Returns: The fleet; it has at least one server.
    /// - Throws: `InputFile.Mistake` when the file cannot be read, `Mistake` when it is no text, `InventoryError` when it is wrong.
    func load() throws -> Fleet {
        switch self {
        case .fleetFile(let path):
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
            return try FleetFile.parse(try Self.text(of: path), file: path, name: fleetName, folder: trimmed)
        case .list(let path):
            return try PlainList.parse(try Self.text(of: path), file: path, name: fleetName)
        case .targets(let targets):
            return try PlainList.targets(targets, name: fleetName)
        }
    }

    /// The text of a file, at most `InventoryLimits.fileBytes` long.
    private static func text(of path: String) throws -> String {
        let data = try InputFile.bytes(of: path, limit: InventoryLimits.fileBytes)
        guard let text = String(data: data, encoding: .utf8) else {
            throw Mistake(description: "\(path): is not UTF-8 text")
        }
        return text
    }
}
