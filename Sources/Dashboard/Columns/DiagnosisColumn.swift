import Drawing
import FleetModel

extension GridColumn {
    /// The verdict in the longest form that fits; moved to the left when the user wants to read its end.
    static let diagnosis = GridColumn(
        .diagnosis, title: "DIAGNOSIS", help: "what is wrong; h and l move it when cut", stretches: true,
        // The short form of every verdict has at most 22 characters.
        room: { .init(minimum: $0.isTiny ? 5 : $0.screenWidth >= 80 ? 22 : 20, ideal: 38) }
    ) { row, width in
        let role = row.diagnosisRole
        guard row.shift > 0, let longest = row.diagnosis.first else {
            let fitting = row.diagnosis.first { TextWidth.cells(of: $0) <= width }
            return (fitting ?? row.diagnosis.last ?? "", role)
        }
        return (row.ellipsis + DiagnosisColumn.dropping(row.shift + 1, from: longest), role)
    }
}

/// Moving a text sideways.
enum DiagnosisColumn {
    /// How far one key moves it.
    static let step = 10

    /// A text without its first cells; a wide character that would be cut in two goes too.
    static func dropping(_ cells: Int, from text: String) -> String {
        var rest = text.unicodeScalars[...]
        var dropped = 0
        while dropped < cells, let first = rest.popFirst() { dropped += TextWidth.cells(of: first) }
        return String(String.UnicodeScalarView(rest))
    }
}
