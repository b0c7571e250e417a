/// A day of the calendar, without a time: what lifecycle pages give.
package struct CalendarDate: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// Such as 2026.
    package let year: Int64
    /// 1 to 12.
    package let month: Int64
    /// 1 to 31.
    package let day: Int64

    /// The day of three numbers, which nothing checks: they are literals.
    package init(_ year: Int64, _ month: Int64, _ day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day in UTC on which a moment falls.
    package init(of instant: Instant) {
        let (year, month, day, _, _, _) = instant.utc
        self.init(year, month, day)
    }

    /// `2026-10-13`.
    package var description: String {
        let (month, day) = (String(month), String(day))
        return "\(year)-\(month.count < 2 ? "0" : "")\(month)-\(day.count < 2 ? "0" : "")\(day)"
    }

    /// The earlier one first.
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
