internal import FleetModel

extension ProbeSchedule {
    /// Takes in what the last probe showed; when the next one is due.
    mutating func plan(_ visitor: Int, after snapshot: TargetSnapshot, at now: Instant) -> Instant {
        switch ProbeVerdict(snapshot) {
        case .passed:
            tracks[visitor].failingSince = nil
            causes.leave(visitor)
            return slot(visitor, after: now)
        case .ourFault:
            return slot(visitor, after: now)
        case .failed(let cause):
            let since = tracks[visitor].failingSince ?? now
            tracks[visitor].failingSince = since
            let keepsPace = causes.join(visitor, cause)
            guard snapshot.consecutiveFailures > 1 else {
                tracks[visitor].urgency = .recheck
                return recheck(of: tracks[visitor], at: now)
            }
            let regular = slot(visitor, after: now)
            let pause = FailurePace.pause(
                failures: snapshot.consecutiveFailures, layer: cause.layer, failingFor: now - since)
            guard let pause else { return regular }
            // Slower than the interval is back-off and always holds; faster is for those who may.
            let early = now + pause
            return keepsPace || early > regular ? early : regular
        }
    }

    /// When a first failure is checked again.
    func recheck(of track: Track, at now: Instant) -> Instant {
        now + track.spread.span(in: FailurePace.recheck, cycle: Int64(track.last?.probes ?? 0))
    }

    /// Between two probes of a target that works.
    func interval(of track: Track) -> Span { max(track.target.policy.interval, ProbePolicy.intervalFloor) }

    /// The target's next own place in its interval that is at least half an interval away.
    private func slot(_ visitor: Int, after now: Instant) -> Instant {
        let track = tracks[visitor]
        let interval = interval(of: track)
        let phase = track.spread.span(in: .zero...interval, cycle: -1)
        let first = start + phase
        let distance = (now - first).milliseconds + interval.milliseconds / 2
        let cycle = distance <= 0 ? 0 : (distance + interval.milliseconds - 1) / interval.milliseconds
        let twentieth = Span.milliseconds(interval.milliseconds / 20)
        let jitter = track.spread.span(in: Span.zero - twentieth...twentieth, cycle: cycle)
        let due = first + .milliseconds(cycle * interval.milliseconds) + jitter
        return max(due, (track.lastBegan ?? now) + ProbePolicy.intervalFloor)
    }
}
