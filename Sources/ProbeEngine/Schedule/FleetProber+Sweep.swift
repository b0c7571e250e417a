internal import FleetModel

/// How far a sweep has come.
package struct SweepProgress: Sendable, Hashable {
    /// How many targets have nothing more to do, in this pass.
    package var ended: Int
    /// How many there are, in this pass.
    package var total: Int
    /// Whether this pass checks the failures of the first again, and does what else is due.
    package var isRecheck: Bool

    package init(ended: Int, total: Int, isRecheck: Bool) {
        self.ended = ended
        self.total = total
        self.isRecheck = isRecheck
    }
}

extension FleetProber {
    /// Probes every target once within the limits; then every one that failed once more, and does whatever else is due.
    ///
    /// - Parameters:
    ///   - recheckAfter: How long after the first pass the failures are checked again, those with a fault on our side
    ///     too; nil for not at all. What else is due is done in any case, a second after the server's last connection.
    ///   - progress: Called after each step, one call at a time.
    /// - Returns: What was seen last, in the order of the fleet; when the task was cancelled only of those whose probes
    ///   had ended before.
    @concurrent
    package func sweep(
        recheckAfter: Duration?, progress: @escaping @Sendable (SweepProgress) -> Void = { _ in }
    ) async -> SweepResult {
        await withTaskExecutorPreference(executor) {
            let time = ScheduleTime(clock)
            var schedule = schedule(for: .sweep(recheckAfter: recheckAfter.map(Span.init)), at: time.now)
            var shown: SweepStages?
            // Without targets nothing ever ends.
            schedule.beginSecondStage(at: time.now)
            await drive(&schedule, time, commands: nil, publish: { _ in }) { stages in
                guard stages != shown else { return }
                shown = stages
                progress(SweepProgress(ended: stages.ended, total: stages.total, isRecheck: stages.isSecond))
            }
            let (servers, gateways) = schedule.snapshots
            return SweepResult(servers: servers, gateways: gateways, ourSide: schedule.ourSide.state)
        }
    }
}

extension Span {
    /// In whole milliseconds, rounded down.
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self.init(milliseconds: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
