package import FleetModel

/// Which columns the lists show from the start.
package struct ColumnChoice: Sendable, Equatable {
    /// Those that can be left out and are.
    let hidden: Set<ColumnID>

    /// All columns.
    package static let all = ColumnChoice(hidden: [])

    private init(hidden: Set<ColumnID>) { self.hidden = hidden }

    /// The columns that the configuration names, with those that no list can do without; all when it names none.
    ///
    /// - Parameter names: `columns:` of the configuration; a name that is no column counts for nothing, and
    ///   ``mistakes(in:)`` says so.
    package init(_ names: [ProgramConfiguration.Marked<String>]?) {
        guard let names else {
            self = .all
            return
        }
        let wanted = Set(names.compactMap { ColumnID(rawValue: $0.value) })
        hidden = Set(ColumnTable.columns.filter { $0.isOptional && !wanted.contains($0.id) }.map(\.id))
    }

    /// What is wrong with the names of a configuration, and where it stands.
    package static func mistakes(in names: [ProgramConfiguration.Marked<String>]) -> [ConfigurationMistake] {
        var seen: Set<String> = []
        return names.compactMap { name in
            guard ColumnID(rawValue: name.value) != nil else {
                return name.unknown("a column", known: ColumnID.allCases.map(\.rawValue))
            }
            return seen.insert(name.value).inserted ? nil : name.mistake("\(name.quoted) stands here twice")
        }
    }
}
