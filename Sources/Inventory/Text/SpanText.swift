package import FleetModel

/// Lengths of time as people write them in a fleet file: `500ms`, `60s`, `15m`, `8h`, `30d`.
package enum SpanText {
    /// Reads a whole number with its unit; nil for anything else, for zero, and beyond 36,500 days.
    package static func parse(_ text: String) -> Span? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 12, let count = Int64(digits), count > 0 else { return nil }
        guard let (_, unit) = units.first(where: { $0.name == text.dropFirst(digits.count) }) else { return nil }
        let (milliseconds, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow, milliseconds <= Span.days(InventoryLimits.longestDays).milliseconds else { return nil }
        return Span(milliseconds: milliseconds)
    }

    /// The text that `parse` reads as this length, in the longest unit that it is a whole number of.
    package static func text(of span: Span) -> String {
        let unit = units.first { span.milliseconds.isMultiple(of: $0.milliseconds) } ?? ("ms", 1)
        return "\(span.milliseconds / unit.milliseconds)\(unit.name)"
    }

    /// The longest first.
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
    ]
}
