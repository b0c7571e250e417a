import FleetModel
import Yams

/// A text in YAML, taken apart into nodes that know where they stand.
enum YAMLText {
    /// The nodes of a text.
    ///
    /// - Parameters:
    ///   - text: The content of the file.
    ///   - file: The file's name, for messages.
    /// - Returns: The outermost node; nil when there is nothing but comments.
    /// - Throws: The one mistake after which nothing can be trusted: of syntax, or a key that stands twice.
    static func nodes(of text: String, file: String) throws(InventoryError) -> Node? {
        do {
            // Without rules: with them each key is matched with seven patterns, to find out a type that nobody asks for.
            return try compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw InventoryError([mistake(error, file: file)])
        } catch {
            throw InventoryError([InventoryMistake(file: file, text: "cannot be read as YAML")])
        }
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
