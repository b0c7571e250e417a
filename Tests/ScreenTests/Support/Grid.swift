/// The list of servers on a screen, read by its column titles as a person reads it.
struct Grid {
    private let rows: [[Character]]
    private let firstCell: Int
    private let step: Int

    /// The letters of the layers, in the order of their columns.
    static let letters: [Character] = ["D", "P", "T", "X", "S", "C", "N", "U", "G"]

    /// Finds the titles; nil when there are none on the screen.
    init?(_ screen: [String]) {
        let spellings = [(String(Self.letters.flatMap { [$0, " "] }), 2), (String(Self.letters), 1)]
        for (spelling, step) in spellings {
            for (line, text) in screen.enumerated() where text.contains("SERVER") {
                guard let range = text.firstRange(of: spelling) else { continue }
                rows = screen[(line + 1)...].map(Array.init)
                firstCell = text.distance(from: text.startIndex, to: range.lowerBound)
                self.step = step
                return
            }
        }
        return nil
    }

    /// The sign in the column of a layer, in the row of a server.
    ///
    /// - Parameters:
    ///   - layer: The letter of the column.
    ///   - server: What the row contains; its name, as far as it is shown.
    /// - Returns: nil when there is no such row, or it has no cells.
    func cell(_ layer: Character, of server: String) -> Character? {
        guard let row = rows.first(where: { String($0).contains(server) }) else { return nil }
        return sign(layer, in: row)
    }

    /// The words in the row of a server, its state among them; none when there is no such row.
    func words(of server: String) -> [String] {
        let row = rows.lazy.map { String($0) }.first { $0.contains(server) }
        return row?.split(separator: " ").map(String.init) ?? []
    }

    /// The signs in the column of a layer, in all rows that contain the text.
    func cells(_ layer: Character, of text: String) -> [Character] {
        rows.filter { String($0).contains(text) }.compactMap { sign(layer, in: $0) }
    }

    private func sign(_ layer: Character, in row: [Character]) -> Character? {
        guard let index = Self.letters.firstIndex(of: layer) else { return nil }
        let column = firstCell + index * step
        return column < row.count ? row[column] : nil
    }
}
