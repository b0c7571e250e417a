/// A moment as Windows writes it: intervals of 100 nanoseconds since 1601-01-01T00:00:00Z (MS-DTYP 2.3.3).
package struct FileTime: Hashable, Sendable {
    /// The number of intervals.
    package let intervals: UInt64

    /// The intervals of a millisecond.
    private static let intervalsPerMillisecond: UInt64 = 10_000
    /// The milliseconds from 1601 to 1970.
    private static let epochOffset: Int64 = 11_644_473_600_000

    /// Creates a moment from its intervals.
    package init(intervals: UInt64) {
        self.intervals = intervals
    }

    /// Creates a moment from milliseconds since 1970-01-01T00:00:00Z; what lies outside the range becomes its end.
    package init(unixMilliseconds: Int64) {
        let (sum, isLate) = unixMilliseconds.addingReportingOverflow(Self.epochOffset)
        let (product, overflows) = UInt64(max(0, sum)).multipliedReportingOverflow(by: Self.intervalsPerMillisecond)
        intervals = isLate || overflows ? .max : product
    }

    /// Whole milliseconds since 1970-01-01T00:00:00Z, rounded down; negative before that.
    package var unixMilliseconds: Int64 {
        Int64(intervals / Self.intervalsPerMillisecond) - Self.epochOffset
    }
}
