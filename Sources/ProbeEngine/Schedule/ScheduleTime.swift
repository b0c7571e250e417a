internal import FleetModel

/// The time that a schedule lives by: milliseconds of a steady clock since the prober began.
///
/// The wall clock would stop a fleet's probes for an hour when it is set back by one.
struct ScheduleTime<C: Clock & Sendable>: Sendable where C.Duration == Duration, C.Instant: Sendable {
    private let clock: C
    private let origin: C.Instant

    /// The beginning is now.
    init(_ clock: C) {
        self.clock = clock
        origin = clock.now
    }

    /// The time since the beginning.
    var now: Instant {
        let (seconds, attoseconds) = origin.duration(to: clock.now).components
        return Instant(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// Sleeps until then, or until the task is cancelled.
    func sleep(until instant: Instant) async {
        try? await clock.sleep(until: origin.advanced(by: .milliseconds(instant.milliseconds)), tolerance: nil)
    }
}
