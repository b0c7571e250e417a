internal import FleetModel

extension ProbeSchedule {
    /// A target has been probed: in the first stage all wait for the others.
    mutating func endOfSweepProbe(_ visitor: Int) {
        tracks[visitor].nextProbe = nil
        guard !stages.isSecond else { return finishInSweep(visitor) }
        stages.end()
    }

    /// Everybody has been probed once: who failed is probed again, and what else is due of the others is done.
    ///
    /// Not before somebody has been told how the first stage ended.
    mutating func beginSecondStage(at clockNow: Instant) {
        guard case .sweep(let recheckAfter) = purpose, !stages.isSecond, stages.isComplete else { return }
        let from = time.at(clockNow) + (recheckAfter ?? .zero)
        var count = 0
        for visitor in tracks.indices {
            guard let last = tracks[visitor].last else { continue }
            tracks[visitor].freeFrom = max(tracks[visitor].freeFrom, from)
            if recheckAfter != nil, ProbeVerdict(last) != .passed {
                tracks[visitor].nextProbe = from
                tracks[visitor].followUps = []
            }
            if tracks[visitor].nextProbe != nil || !tracks[visitor].followUps.isEmpty { count += 1 }
        }
        stages.beginSecond(total: count)
        for visitor in tracks.indices { arrange(visitor) }
    }

    /// Counts a target that has nothing more to do.
    mutating func finishInSweep(_ visitor: Int) {
        guard purpose != .watching, tracks[visitor].followUps.isEmpty, tracks[visitor].nextProbe == nil else { return }
        stages.end()
    }
}
