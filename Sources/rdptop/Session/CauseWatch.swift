import FleetModel

/// Asks the board what failing servers share: when something has changed, and at most once in a while.
///
/// On a task of its own, so that neither a probe nor the screen waits for it. While nothing changes it does nothing.
enum CauseWatch {
    /// Between two answers.
    static let pause = Duration.seconds(2)

    /// Tells every new answer, until the task is cancelled.
    static func run(
        on board: LiveBoard, clock: some Clock<Duration> = ContinuousClock(), tell: @Sendable ([SharedCause]) -> Void
    ) async {
        var told: [SharedCause] = []
        for await _ in board.causeRings {
            let causes = board.takeCauses().causes
            if causes != told {
                tell(causes)
                told = causes
            }
            do { try await clock.sleep(for: pause) } catch { return }
        }
    }
}
