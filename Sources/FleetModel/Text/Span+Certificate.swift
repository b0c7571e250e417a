extension Span {
    /// What is left of a certificate, for a narrow column: days, and hours on the last two; `87d`, `31h`, `-5h`, `-2d`.
    ///
    /// Rounded towards its end, as the sentences beside it are: what ended 2 days and 3 hours ago ended `2d` ago. One that
    /// has just ended is `-1h` and never `0h`.
    package var countdown: String {
        milliseconds < 0 && self > .days(-2) ? "-\(max(1, -milliseconds / 3_600_000))h" : compact
    }

    /// The same in whole days, for programs: 0 on its last day, -1 from its end on, -2 from the second whole day after it.
    package var countdownDays: Int64 {
        let days = milliseconds / 86_400_000
        return milliseconds < 0 ? min(-1, days) : days
    }
}
