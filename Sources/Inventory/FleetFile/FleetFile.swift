package import FleetModel

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
        guard let root = try YAMLText.nodes(of: text, file: file) else {
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
}
