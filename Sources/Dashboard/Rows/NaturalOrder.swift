/// The order of names that people expect: `rdsh-2` before `rdsh-10`, upper and lower case alike.
enum NaturalOrder {
    /// The place of each name among all of them, in the order of the names given; equal names keep their order.
    static func ranks(of names: [String]) -> [Int] {
        // Lower-cased once and not at each comparison: ten thousand names are sorted before the first frame.
        let keys = names.map { Array($0.lowercased().utf8) }
        let sorted = names.indices.sorted { left, right in
            precedes(keys[left], keys[right]) ?? (left < right)
        }
        var ranks = Array(repeating: 0, count: names.count)
        for (rank, index) in sorted.enumerated() { ranks[index] = rank }
        return ranks
    }

    /// The same, with one place for all names that are equal.
    static func ranks(ofEqual names: [String]) -> [Int] {
        let once = Array(Set(names)).sorted()
        let ranks = Dictionary(zip(once, ranks(of: once)), uniquingKeysWith: { first, _ in first })
        return names.map { ranks[$0] ?? 0 }
    }

    /// Whether `left` comes before `right`, both in lower case; nil when they are the same.
    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool? {
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if isDigit(left[i]), isDigit(right[j]) {
                let (m, n) = (endOfNumber(left, i), endOfNumber(right, j))
                let (p, q) = (firstNonZero(left, i, m), firstNonZero(right, j, n))
                if m - p != n - q { return m - p < n - q }
                for (x, y) in zip(left[p..<m], right[q..<n]) where x != y { return x < y }
                (i, j) = (m, n)
            } else if left[i] != right[j] {
                return left[i] < right[j]
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
        if left.count - i != right.count - j { return left.count - i < right.count - j }
        // `01` and `1` are the same number and not the same name.
        return left == right ? nil : left.lexicographicallyPrecedes(right)
    }

    private static func endOfNumber(_ text: [UInt8], _ start: Int) -> Int {
        text[start...].firstIndex { !isDigit($0) } ?? text.count
    }

    private static func firstNonZero(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        text[start..<end].firstIndex { $0 != UInt8(ascii: "0") } ?? end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
