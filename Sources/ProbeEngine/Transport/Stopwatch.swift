/// Measures how long something takes, by a clock that nobody sets.
struct Stopwatch: Sendable {
    private let began = ContinuousClock.now

    /// Since the watch was made, in whole microseconds.
    var microseconds: Int64 { began.microseconds(to: .now) }
}
