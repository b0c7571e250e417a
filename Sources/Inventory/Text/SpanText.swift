package import FleetModel

/// Lengths of time as people write them in a fleet file: `500ms`, `60s`, `15m`, `8h`, `30d`.
package enum SpanText {
    /// Reads a whole number with its unit; nil for anything else, for zero, and beyond 36,500 days.
    package static func parse(_ text: String) -> Span? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 12, let count = Int64(digits), count > 0 else { return nil }
        let unit: Int64
        switch text.dropFirst(digits.count) {
        case "ms": unit = 1
        case "s": unit = 1000
        case "m": unit = 60_000
        case "h": unit = 3_600_000
        case "d": unit = 86_400_000
        default: return nil
        }
        let (milliseconds, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow, milliseconds <= Span.days(InventoryLimits.longestDays).milliseconds else { return nil }
        return Span(milliseconds: milliseconds)
    }
}
