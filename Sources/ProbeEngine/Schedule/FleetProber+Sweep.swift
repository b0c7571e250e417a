package import FleetModel

/// How far a sweep has come.
package struct SweepProgress: Sendable, Hashable {
    /// What has ended, of this pass.
    package var ended: Int
    /// How many there are, in this pass.
    package var total: Int
    /// Whether this pass checks the failures of the first again.
    package var isRecheck: Bool

    package init(ended: Int, total: Int, isRecheck: Bool) {
        self.ended = ended
        self.total = total
        self.isRecheck = isRecheck
    }
}

/// What a pass waits for.
private enum PassEvent: Sendable {
    case ended(Int, ServerSnapshot)
    case alarm(Instant)
}

extension FleetProber {
    /// Probes every server once within the limits, and every one that failed once more; the last snapshot of each, in
    /// the order of the fleet.
    ///
    /// - Parameters:
    ///   - recheckAfter: how long after the first pass the failures are checked again, those with a fault on our side
    ///     too; nil for not at all.
    ///   - progress: called after each probe, one call at a time.
    /// - Returns: one snapshot for each server that is probed; when the task was cancelled only those whose probes had ended before.
    @concurrent
    package func sweep(
        recheckAfter: Duration?, progress: @escaping @Sendable (SweepProgress) -> Void = { _ in }
    ) async -> [ServerSnapshot] {
        let time = ScheduleTime(clock)
        var admission = Admission(limits: limits, at: time.now)
        var snapshots: [Int: ServerSnapshot] = [:]
        let probed = servers.indices.filter { servers[$0].path != .gateway }
        await pass(probed, time, &admission, &snapshots) { ended, total in
            progress(SweepProgress(ended: ended, total: total, isRecheck: false))
        }
        let failed = servers.indices.filter { snapshots[$0].map { ProbeVerdict($0) != .passed } ?? false }
        if let recheckAfter, !failed.isEmpty, !Task.isCancelled {
            try? await clock.sleep(for: recheckAfter)
            await pass(failed, time, &admission, &snapshots) { ended, total in
                progress(SweepProgress(ended: ended, total: total, isRecheck: true))
            }
        }
        return servers.indices.compactMap { snapshots[$0] }
    }

    /// Probes some servers once each.
    private func pass(
        _ places: [Int], _ time: ScheduleTime<C>, _ admission: inout Admission,
        _ snapshots: inout [Int: ServerSnapshot],
        progress: @Sendable (Int, Int) -> Void
    ) async {
        for place in places {
            let isBad = lastKnownBad.contains(servers[place].id)
            admission.enqueue(
                place, Admission.Rank(urgency: isBad ? .lastKnownBad : .regular, since: time.now, place: place))
        }
        var ended = 0
        var alarms = AlarmStack()
        await withTaskGroup(of: PassEvent.self) { group in
            while ended < places.count, !Task.isCancelled {
                for place in admission.admit(at: time.now, neighbourhood: { neighbourhood(of: $0, snapshots[$0]) }) {
                    group.addTask { [probe, server = servers[place]] in .ended(place, await probe(server)) }
                }
                if let wake = admission.nextOpening, alarms.needs(wake) {
                    group.addTask {
                        await time.sleep(until: wake)
                        return .alarm(wake)
                    }
                }
                // What ends because we are cancelled has seen nothing.
                guard let event = await group.next(), !Task.isCancelled else { break }
                switch event {
                case .alarm(let wake): alarms.drop(until: max(wake, time.now))
                case .ended(let place, let snapshot):
                    admission.leave(place)
                    snapshots[place] = snapshot.following(snapshots[place])
                    ended += 1
                    progress(ended, places.count)
                }
            }
            group.cancelAll()
        }
    }

    private func neighbourhood(of place: Int, _ snapshot: ServerSnapshot?) -> [UInt8]? {
        (servers[place].address ?? IPAddress(servers[place].name) ?? snapshot?.lastAddress)?.neighbourhood
    }
}
