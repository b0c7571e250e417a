/// Many names in one: `rdsh-fra-[001:040].corp.example` stands for forty names, the numbers as wide as written.
package enum HostRange {
    /// What is wrong with a range, as the second half of a sentence.
    package struct Mistake: Error, Sendable, Hashable {
        /// `the range ends before it begins`, for instance.
        package let text: String
    }

    /// All the names a pattern stands for, in order; the pattern itself when it has no range.
    ///
    /// Brackets at the beginning hold an IPv6 address and are no range. Several ranges multiply.
    package static func expand(_ pattern: String, limit: Int = InventoryLimits.rangeLength) throws(Mistake) -> [String]
    {
        var names = [""]
        var rest = pattern[...]
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]"), !rest[..<end].contains("-"),
            rest[..<end].filter({ $0 == ":" }).count > 1
        {
            return [pattern]
        }
        while let open = rest.firstIndex(of: "[") {
            guard let close = rest[open...].firstIndex(of: "]") else {
                throw Mistake(text: "\"[\" without \"]\"; a range is written [001:040]")
            }
            let numbers = try numbers(rest[rest.index(after: open)..<close], limit: limit)
            guard names.count <= limit / max(1, numbers.count) else {
                throw Mistake(text: "the ranges stand for more than \(limit) names")
            }
            let before = rest[..<open]
            names = names.flatMap { name in numbers.map { name + before + $0 } }
            rest = rest[rest.index(after: close)...]
        }
        guard !rest.contains("]") else { throw Mistake(text: "\"]\" without \"[\"; a range is written [001:040]") }
        return names.map { $0 + rest }
    }

    private static func numbers(_ text: Substring, limit: Int) throws(Mistake) -> [String] {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ (1...9).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }),
            let first = Int(ends[0]), let last = Int(ends[1])
        else { throw Mistake(text: "\"[\(text.prefix(40))]\" is not a range; write [first:last], such as [001:040]") }
        guard first <= last else { throw Mistake(text: "the range [\(text)] ends before it begins") }
        guard last - first < limit else {
            throw Mistake(text: "the range [\(text)] stands for more than \(limit) names")
        }
        let width = ends[0].utf8.count
        return (first...last).map { number in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
