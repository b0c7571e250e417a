import Dashboard
import FleetModel
import Inventory

extension ManualBlock {
    /// The keys of the board as they are unless the configuration says otherwise.
    static func keys(_ list: KeyList) -> [ManualBlock] {
        [.paragraph(ManualText(plain: KeyList.keyNames))]
            + list.sections.flatMap { section in
                [.subsection(section.title)] + section.entries.map(item)
            }
    }

    private static func item(_ entry: KeyList.Entry) -> ManualBlock {
        let keys: [ManualText.Run] =
            entry.keys.isEmpty
            ? [.plain("(no key)")]
            : Array(entry.keys.map { [.literal($0)] }.joined(separator: [.plain(", ")]))
        let name: [ManualText.Run] =
            entry.name.isEmpty ? [] : [.plain("   "), .placeholder(entry.name)]
        let place = entry.place.isEmpty ? "" : " (\(entry.place))"
        return .item(ManualText(keys + name), ManualText(plain: entry.help + place))
    }

    /// The keys that may stand in a part of a file.
    static func part(_ part: FilePart) -> [ManualBlock] {
        let title = part.title.prefix(1).uppercased() + part.title.dropFirst()
        let more = part.parent.map { [ManualBlock.paragraph("Every key of `\($0.title)` may stand here, too.")] } ?? []
        return [.subsection(title), .paragraph(ManualText(marked: part.about))]
            + part.keys.map { key in
                let standard = key.standard.map { " Default: \($0)." } ?? ""
                return .item(
                    ManualText([.literal("\(key.name):"), .plain(" "), .placeholder(key.value)]),
                    ManualText(plain: key.help + standard))
            } + more
    }
}
