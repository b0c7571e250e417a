import Drawing

extension KeyList {
    /// A page of the documentation.
    var markdownLines: [String] {
        [
            "# Keys", "",
            "<!-- Written by `rdptop keys --format markdown`; a test fails when it is stale. -->", "",
            "`rdptop keys` prints the keys that are in force. [configuration.md](configuration.md) says how to change them.",
            "", Self.keyNames, "",
        ] + sections.flatMap(Self.lines) + presetLines
    }

    private static func lines(_ section: Section) -> [String] {
        let hasNames = section.entries.contains { !$0.name.isEmpty }
        let head =
            hasNames
            ? ["| keys | action | what it does | where |", "| --- | --- | --- | --- |"]
            : ["| typed | what it does |", "| --- | --- |"]
        let rows = section.entries.map { entry in
            let keys = entry.keys.isEmpty ? "none" : entry.keys.map(code).joined(separator: " ")
            guard hasNames else { return "| \(keys) | \(escaped(entry.help)) |" }
            let place = entry.place.isEmpty ? "everywhere" : entry.place
            return "| \(keys) | `\(entry.name)` | \(escaped(entry.help)) | \(place) |"
        }
        return ["## \(section.title)", ""] + head + rows + [""]
    }

    private var presetLines: [String] {
        ["## Presets", "", "| preset | what it is like | what differs |", "| --- | --- | --- |"]
            + KeyPresetTable.presets.map { preset in
                let changes = preset.changes.filter { ActionTable.action($0.action) != nil }
                    .map { "\(Self.code($0.key.name)) `\($0.action)`" }.joined(separator: ", ")
                return
                    "| `\(preset.name)` | \(Self.escaped(preset.summary)) | \(changes.isEmpty ? "nothing" : changes) |"
            }
    }

    /// A key in type of its own; a bar would end the cell of the table, a backtick the code.
    private static func code(_ text: String) -> String {
        let text = text.replacing("|", with: "\\|")
        return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { "\\|*_`<[".contains($0) ? ["\\", $0] : [$0] })
    }
}
