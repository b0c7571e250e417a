/// A range of the monitoring plugins (Monitoring Plugins Development Guidelines, threshold format): `[@]start:end`.
///
/// `10` is 0 to 10, `10:` is 10 and more, `~:10` is 10 and less; a value outside alerts. With `@` a value inside does.
/// Both ends belong to the range.
package struct NagiosRange: Sendable, Hashable, CustomStringConvertible {
    /// Why a text is not a range, in words for the user.
    package struct Mistake: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    /// The lowest value of the range; nil where it has none.
    package let start: Double?
    /// The highest value; nil where it has none.
    package let end: Double?
    /// Whether values inside alert, and not those outside.
    package let alertsInside: Bool
    /// As typed, which is how performance data repeat it.
    package let description: String

    /// Reads a range.
    ///
    /// - Parameter text: At most 32 characters.
    /// - Returns: The range.
    /// - Throws: `Mistake` when the text is none.
    package static func parse(_ text: String) throws(Mistake) -> NagiosRange {
        let isInside = text.hasPrefix("@")
        let parts = text.dropFirst(isInside ? 1 : 0).split(separator: ":", omittingEmptySubsequences: false)
        guard text.utf8.count <= 32, let first = parts.first, let last = parts.last, parts.count <= 2 else {
            throw mistake(text)
        }
        let hasStart = parts.count == 2
        let start = hasStart ? first == "~" ? nil : first.isEmpty ? 0 : try number(first, of: text) : 0
        let end = hasStart && last.isEmpty ? nil : try number(last, of: text)
        if let start, let end, start > end {
            throw Mistake(description: "\(clean(text)): the range begins above its end")
        }
        return NagiosRange(start: start, end: end, alertsInside: isInside, description: text)
    }

    /// Whether a value is to be told.
    package func alerts(at value: Double) -> Bool {
        let isInside = value >= start ?? -.infinity && value <= end ?? .infinity
        return isInside == alertsInside
    }

    private static func number(_ text: Substring, of range: String) throws(Mistake) -> Double {
        // Double takes more than the guidelines do: nan, inf, 0x10, 1e9.
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }), let number = Double(text)
        else { throw mistake(range) }
        return number
    }

    private static func mistake(_ text: String) -> Mistake {
        Mistake(
            description: "\(clean(text)) is not a range: 30: alerts below 30, 10:20 outside of both, @10:20 inside")
    }
}
