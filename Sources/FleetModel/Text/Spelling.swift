/// What somebody may have meant who wrote a word that is not known.
package enum Spelling {
    /// The most letters that differ between a slip and what was meant.
    private static let mostSlips = 2
    /// A longer word is no slip of a shorter one, and would take its time.
    private static let longest = 64

    /// The known word that a word is closest to, the first in the alphabet among equals.
    ///
    /// - Returns: nil when none differs by at most two letters added, left out or replaced.
    package static func nearest(to word: String, in known: some Collection<String>) -> String? {
        let letters = Array(word.utf8)
        guard letters.count <= longest else { return nil }
        return known.sorted().map { ($0, distance(letters, Array($0.utf8))) }
            .filter { $0.1 <= mostSlips && $0.1 < max(letters.count, $0.0.utf8.count) }.min { $0.1 < $1.1 }?.0
    }

    /// Levenshtein's distance.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row.last ?? left.count
    }
}
