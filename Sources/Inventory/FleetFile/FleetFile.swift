package import FleetModel
import Yams

/// The fleet file: defaults, gateways, groups of hosts, in YAML.
package enum FleetFile {
    /// Reads a fleet file.
    ///
    /// A syntax error or a key that stands twice is told alone, since nothing after it can be trusted; every other
    /// mistake is told, all at once.
    /// - Parameters:
    ///   - text: The content of the file.
    ///   - file: The file's name, for messages.
    ///   - name: The fleet's name.
    ///   - folder: The file's folder, which relative paths under `ca:` start from.
    /// - Returns: The fleet; it has at least one server.
    /// - Throws: All the mistakes in the file, or the one that stops it from being read.
    package static func parse(
        _ text: String, file: String, name: String, folder: String
    ) throws(InventoryError) -> Fleet {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            throw InventoryError([mistake(error, file: file)])
        } catch {
            throw InventoryError([InventoryMistake(file: file, text: "cannot be read as YAML")])
        }
        guard let root else {
            throw InventoryError([
                InventoryMistake(file: file, text: "the file is empty; hosts.example.yaml shows every key")
            ])
        }
        var reader = FleetFileReader(file: file, folder: folder)
        reader.read(root)
        return try reader.collector.fleet(
            name: name, gateways: reader.gateways, resolvers: reader.resolvers,
            empty: "the file names no server; add hosts: to a group")
    }

    private static func mistake(_ error: YamlError, file: String) -> InventoryMistake {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return InventoryMistake(
                file: file, line: mark.line, column: mark.column, text: "YAML: \(CleanText.clean(problem))")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "\"\(CleanText.clean($0, limit: 40))\"" }.sorted().joined(separator: ", ")
            return InventoryMistake(
                file: file, line: context.mark.line, column: context.mark.column,
                text: "the key \(keys) stands twice in the mapping that begins here")
        case .reader(let problem, _, _, _):
            return InventoryMistake(file: file, text: "is not UTF-8 text: \(CleanText.clean(problem))")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return InventoryMistake(file: file, text: "cannot be read as YAML")
        }
    }
}
