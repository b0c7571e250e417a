/// A length of time in milliseconds; may be negative.
///
/// `Duration` of the standard library counts attoseconds in 128 bits; a fleet's worth of them is stored, compared and
/// written to reports, so the program keeps this small one and converts at the edge.
package struct Span: Sendable, Hashable, Codable, Comparable {
    /// The length in milliseconds.
    package var milliseconds: Int64

    /// Creates a span of so many milliseconds.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// No time at all.
    package static let zero = Span(milliseconds: 0)

    /// So many milliseconds.
    package static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }

    /// So many seconds.
    package static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1000) }

    /// So many minutes.
    package static func minutes(_ count: Int64) -> Span { Span(milliseconds: count * 60_000) }

    /// So many hours.
    package static func hours(_ count: Int64) -> Span { Span(milliseconds: count * 3_600_000) }

    /// So many days of 24 hours.
    package static func days(_ count: Int64) -> Span { Span(milliseconds: count * 86_400_000) }

    /// Whole seconds, rounded towards zero.
    package var wholeSeconds: Int64 { milliseconds / 1000 }

    /// Whole days of 24 hours, rounded down, so that one second past the end is -1.
    package var wholeDays: Int64 {
        let day: Int64 = 86_400_000
        return milliseconds / day - (milliseconds % day < 0 ? 1 : 0)
    }

    /// The same as a `Duration` of the standard library.
    package var duration: Duration { .milliseconds(milliseconds) }

    /// Whether `left` is shorter than `right`; negative spans are shorter than none.
    package static func < (left: Span, right: Span) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Both together; wraps around beyond 64 bits.
    package static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds &+ right.milliseconds)
    }

    /// `left` without `right`, negative when that is longer; wraps around beyond 64 bits.
    package static func - (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds &- right.milliseconds)
    }

    /// Encoded as one number, not as an object.
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Encoded as one number, not as an object.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
