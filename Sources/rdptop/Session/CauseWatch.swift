import FleetModel

/// Asks the board what failing servers share: when something has changed, and not before that has cost a little share of
/// the time. In a small fleet the answer is there with the change, in a large one it is at most two seconds old.
///
/// On a task of its own, so that neither a probe nor the screen waits for it. While nothing changes it does nothing.
enum CauseWatch {
    /// Between two answers, after one that took this long: a twentieth of the time is spent on them.
    static func pause(after cost: Duration) -> Duration { min(max(cost * 20, .milliseconds(100)), .seconds(2)) }

    /// Tells every new answer, until the task is cancelled.
    static func run(
        on board: LiveBoard, clock: some Clock<Duration> = ContinuousClock(), tell: @Sendable ([SharedCause]) -> Void
    ) async {
        var told: [SharedCause] = []
        for await _ in board.causeBell.rings {
            let began = clock.now
            let causes = board.takeCauses().causes
            let cost = began.duration(to: clock.now)
            if causes != told {
                tell(causes)
                told = causes
            }
            do { try await clock.sleep(for: pause(after: cost)) } catch { return }
        }
    }
}
