/// A week of the calendar as ISO 8601 numbers them: from Monday on, week 1 is the one with the year's first Thursday.
package struct ISOWeek: Sendable, Hashable {
    /// 1 to 53.
    package let number: Int64
    /// The first moment of its Monday, in UTC.
    package let start: Instant

    /// The week in which a moment falls, in UTC.
    package init(of instant: Instant) {
        let time = instant.utc
        let midnight =
            instant
            - .milliseconds(
                time.hour * 3_600_000 + time.minute * 60_000 + time.second * 1000
                    + (instant.milliseconds % 1000 + 1000) % 1000)
        let days = midnight.milliseconds / 86_400_000
        // 1970-01-01 was a Thursday.
        let weekday = ((days + 3) % 7 + 7) % 7
        start = midnight - .days(weekday)
        let thursday = start + .days(3)
        let newYear = Instant(year: thursday.utc.year, month: 1, day: 1) ?? thursday
        number = (thursday - newYear).wholeDays / 7 + 1
    }

    /// The first moment after it.
    package var end: Instant { start + .days(7) }

    /// The week after it.
    package var next: ISOWeek { ISOWeek(of: end) }
}
