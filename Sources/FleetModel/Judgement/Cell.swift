/// What one layer's cell of the grid shows.
package enum Cell: Sendable, Hashable, Codable {
    case ok
    /// Not as it should be, and not in anybody's way; the letter when there is a reason for one.
    case warning(ReasonLetter?)
    case failed(ReasonLetter)
    /// The layer it needs has failed.
    case notReached
    /// Does not apply to this server, or is not permitted here.
    case notApplicable
    /// Not known yet.
    case unknown

    /// The sign of the cell in ASCII.
    package var sign: Character {
        switch self {
        case .ok: "."
        case .warning: "!"
        case .failed(let letter): Character(letter.rawValue)
        case .notReached: ":"
        case .notApplicable: "-"
        case .unknown: "?"
        }
    }

    /// The word of the cell in reports and JSON.
    package var word: String {
        switch self {
        case .ok: "ok"
        case .warning: "warning"
        case .failed: "failed"
        case .notReached: "not reached"
        case .notApplicable: "not applicable"
        case .unknown: "unknown"
        }
    }
}

/// The nine cells of a server, one for each layer.
package struct Cells: Sendable, Hashable, Codable {
    private var values: [Cell]

    /// Nine cells made layer by layer.
    package init(_ make: (Layer) -> Cell) {
        values = Layer.allCases.map(make)
    }

    /// Nine times not known.
    package static let unknown = Cells { _ in .unknown }

    /// The cell of a layer.
    package subscript(layer: Layer) -> Cell {
        get { values[layer.index] }
        set { values[layer.index] = newValue }
    }

    /// The nine signs in the ladder's order, such as `..R::::::`.
    package var signs: String { String(values.map(\.sign)) }
}
