/// A moment in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// The only notion of wall time in the program. Pure code gets it as a parameter; the edge reads the clock.
package struct Instant: Sendable, Hashable, Codable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package var milliseconds: Int64

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instant so many whole seconds after 1970-01-01T00:00:00Z.
    package init(seconds: Int64) {
        self.init(milliseconds: seconds.multipliedReportingOverflow(by: 1000).partialValue)
    }

    /// Whether `left` is earlier than `right`.
    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `span` later.
    package static func + (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds &+ span.milliseconds)
    }

    /// The instant `span` earlier.
    package static func - (instant: Instant, span: Span) -> Instant {
        Instant(milliseconds: instant.milliseconds &- span.milliseconds)
    }

    /// How long after `right` the instant `left` is; negative when it is earlier.
    package static func - (left: Instant, right: Instant) -> Span {
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
