import Drawing
import FleetModel

/// All columns, in the order in which they stand.
enum ColumnTable {
    /// Each column once.
    static let columns: [GridColumn] = [
        GridColumn(
            .flag, title: "", help: "the most urgent of its signs: \(flags)", isOptional: false,
            room: { _ in .init(minimum: 1, ideal: 1) },
            text: { row, _ in row.flag.map { ($0.sign, $0.role) } ?? ("", .normal) }),
        GridColumn(
            .state, title: "STATE", help: "DOWN, WARN, ? or ok", isOptional: false,
            room: { $0.isWide ? .init(minimum: 5, ideal: 5) : .init(minimum: 1, ideal: 1) },
            text: { row, width in
                let state = row.judgement.state
                return (width >= 5 ? state.word : state.sign, row.stateRole)
            }),
        GridColumn(
            .name, title: "SERVER", help: "its name, full name or address", isOptional: false,
            room: { setting in
                let longest = min(setting.longestName, setting.isWidest ? 40 : 34)
                // Half a name is none: on the smallest screens it comes before the verdict.
                return .init(
                    minimum: setting.isTiny ? max(10, min(longest, 14)) : 10,
                    ideal: max(10, longest + setting.indent))
            },
            text: { row, _ in (row.name, .normal) }),
        GridColumn(
            .site, title: "SITE", help: "where it stands",
            room: { $0.isWide && $0.hasSites ? .init(minimum: 4, ideal: 10) : nil },
            text: { row, _ in (row.site ?? "", .dim) }),
        .layers,
        GridColumn(
            .roundTrip, title: "RTT", help: "the last round trip in milliseconds", alignment: .right,
            room: { $0.isWidest ? nil : .init(minimum: 5, ideal: 5) },
            text: { row, _ in (row.roundTrip.map(LayersColumn.milliseconds) ?? "-", .dim) }),
        .history, .certificate,
        GridColumn(
            .since, title: "SINCE", help: "how long the state has lasted", alignment: .right,
            room: { _ in .init(minimum: 5, ideal: 5) },
            text: { row, _ in (row.age?.compact ?? "-", .dim) }),
        .diagnosis,
    ]

    /// A column by its name.
    static subscript(id: ColumnID) -> GridColumn? { byID[id] }

    private static let byID = Dictionary(columns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    private static let flags = RowFlag.allCases.map(\.sign).joined(separator: " ")
}
