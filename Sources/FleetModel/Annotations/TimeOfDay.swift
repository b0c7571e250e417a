/// A time of day as somebody names it, such as `18:00`, and when a clock shows it next.
package struct TimeOfDay: Sendable, Hashable {
    /// Minutes since midnight: 0 to 1,439.
    package let minutes: Int64
    /// Whether it is of UTC, whatever the clock on the wall shows.
    package let isUTC: Bool

    /// Reads `18:00`, `6:30` or `24:00`, and the same of UTC with a `Z` behind it; nil for anything else.
    package init?(_ text: String) {
        isUTC = text.last == "Z" || text.last == "z"
        let fields = (isUTC ? text.dropLast() : text[...]).split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, (1...2).contains(fields[0].utf8.count), fields[1].utf8.count == 2,
            fields.joined(separator: "").utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let hour = Int64(fields[0]), let minute = Int64(fields[1]), minute < 60, hour * 60 + minute <= 1_440
        else { return nil }
        minutes = (hour * 60 + minute) % 1_440
    }

    /// When a clock shows it next.
    ///
    /// - Parameters:
    ///   - now: It is later than this.
    ///   - offset: How far the clock on the wall is ahead of UTC at an instant.
    /// - Returns: Of a time that comes twice, when clocks are put back, the one that is next; for one that is skipped, when
    ///   they are put forward, what it would have been without that (RFC 5545, 3.3.5).
    package func next(after now: Instant, offset: (Instant) -> Span) -> Instant {
        func ahead(_ instant: Instant) -> Span { isUTC ? .zero : offset(instant) }
        // A clock that is put back over midnight shows the day before once more.
        var day = Span(milliseconds: (now + ahead(now)).milliseconds).wholeDays - 1
        while true {
            let face = Instant(milliseconds: 0) + .days(day) + .minutes(minutes)
            if let next = Self.moments(showing: face, ahead).filter({ $0 > now }).min() { return next }
            day += 1
        }
    }

    /// When a clock shows a date and time, here as if that were of UTC.
    private static func moments(showing face: Instant, _ offset: (Instant) -> Span) -> [Instant] {
        // No clock is further from UTC than that.
        let before = face - offset(face - .days(1))
        let after = face - offset(face + .days(1))
        let moments = [before, after].filter { $0 + offset($0) == face }
        return moments.isEmpty ? [before] : moments
    }
}
