extension Span {
    /// The difference between two clocks as it was measured before, when the new measure differs by no more than its error.
    ///
    /// What is said of a clock then stays the same from probe to probe, and does not change with the way a packet took.
    /// - Parameters:
    ///   - earlier: The measure of the probe before, itself steadied; nil when there was none.
    ///   - error: How far two measures of the same two clocks may lie apart.
    /// - Returns: The earlier measure, or else this one.
    func steadied(by earlier: Span?, error: Span) -> Span {
        guard let earlier else { return self }
        return self >= earlier - error && self <= earlier + error ? earlier : self
    }
}

extension NLAFacts {
    /// How far two measures of a clock may lie apart: the ways there and back are never quite alike.
    private static let clockError = Span.milliseconds(250)

    /// Takes over what an earlier probe measured of the clock, unless that has changed.
    mutating func steadyClock(by earlier: NLAFacts?) {
        clockSkew = clockSkew.map { $0.steadied(by: earlier?.clockSkew, error: Self.clockError) }
    }
}

extension HTTPFacts {
    /// The same of the field Date, which has whole seconds (RFC 9110, 6.6.1).
    private static let clockError = Span.milliseconds(1_250)

    /// Takes over what an earlier probe measured of the clock, unless that has changed.
    mutating func steadyClock(by earlier: HTTPFacts?) {
        clockSkew = clockSkew.map { $0.steadied(by: earlier?.clockSkew, error: Self.clockError) }
    }
}
