package import FleetModel

/// The user's `config.yaml`: keys, looks and commands of the program, in YAML.
package enum ConfigurationFile {
    /// Reads a configuration.
    ///
    /// A syntax error or a key that stands twice is told alone, since nothing after it can be trusted; every other
    /// mistake is told, all at once. Names of actions, keys, themes, columns, views and orders are taken as they
    /// stand.
    /// - Parameters:
    ///   - text: The content of the file; an empty one wants nothing special.
    ///   - file: The file's name, for messages.
    /// - Returns: What the file asks for.
    /// - Throws: All the mistakes in the file, or the one that stops it from being read.
    package static func parse(_ text: String, file: String) throws(InventoryError) -> ProgramConfiguration {
        guard let root = try YAMLText.nodes(of: text, file: file) else { return ProgramConfiguration() }
        var reader = ConfigurationFileReader()
        reader.read(root)
        guard reader.mistakes.isEmpty else { throw InventoryError(reader.mistakes, in: file) }
        return reader.configuration
    }
}

extension InventoryError {
    /// Mistakes of a configuration, in the order of their places.
    ///
    /// - Parameters:
    ///   - mistakes: At least one.
    ///   - file: The file's name, for messages.
    package init(_ mistakes: [ConfigurationMistake], in file: String) {
        self.init(
            mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) }.prefix(InventoryLimits.mistakes).map {
                InventoryMistake(file: file, line: $0.line, column: $0.column, text: $0.text)
            })
    }
}
