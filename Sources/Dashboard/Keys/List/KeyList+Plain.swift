import Drawing

extension KeyList {
    /// Headings, and below each a line for each entry: keys, the name of the action, what it does and where.
    var plainLines: [String] {
        let entries = sections.flatMap(\.entries)
        let keys = entries.map { TextWidth.cells(of: $0.keys.joined(separator: " ")) }.max() ?? 0
        let names = entries.map(\.name.count).max() ?? 0
        return sections.flatMap { section in
            [section.title]
                + section.entries.map { entry in
                    let place = entry.place.isEmpty ? "" : " (\(entry.place))"
                    let shown = entry.keys.isEmpty ? "-" : entry.keys.joined(separator: " ")
                    let name = entry.name.isEmpty && shown.hasPrefix(":") ? "" : pad(entry.name, to: names) + "  "
                    return "  \(pad(shown, to: keys))  \(name)\(entry.help)\(place)"
                } + [""]
        }.dropLast()
    }
}
