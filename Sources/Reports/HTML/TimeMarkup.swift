import FleetModel

extension Instant {
    /// `2026-11-23 09:30 UTC`: for people who read a date and not a format.
    var minuteText: String { "\(dateText) \(timeText.prefix(5)) UTC" }
}

extension Markup.Interpolation {
    /// A moment, for people and for programs: `2026-11-23 09:30:00 UTC`.
    mutating func appendInterpolation(_ instant: Instant) {
        let markup: Markup = """
            <time datetime="\(instant.iso8601)">\(instant.dateText) \(instant.timeText) UTC</time>
            """
        appendInterpolation(markup)
    }
}
