internal import FleetModel

extension ProbeSchedule {
    /// Something has ended: plans what is next.
    ///
    /// - Parameters:
    ///   - visitor: Whose it was.
    ///   - snapshot: What is known of the target now; of a probe what it saw, and of what follows one the snapshot that it
    ///     was given, with what it saw put in; nil when nothing could be done.
    ///   - clockNow: When it ended, by the clock that the schedule lives by.
    ///   - wall: The wall clock, in which observations tell their time.
    /// - Returns: The same, counted and with what only earlier probes know; nil when it says nothing and is tried again.
    mutating func end(
        _ visitor: Int, with snapshot: TargetSnapshot?, at clockNow: Instant, wall: Instant
    ) -> TargetSnapshot? {
        let now = time.at(clockNow)
        let work: Track.Work
        switch tracks[visitor].activity {
        case .idle, .waiting: return nil
        case .atGate: work = .probe
        case .underWay(let kind): work = kind
        }
        admission.withdraw(visitor, at: now)
        admission.leave(visitor, at: now)
        datagrams.leave(visitor)
        tracks[visitor].activity = .idle
        defer { arrange(visitor) }
        switch work {
        case .probe:
            tracks[visitor].freeFrom = now + FailurePace.betweenConnections
            return snapshot.flatMap { endProbe(visitor, $0, at: now, wall: wall) }
        case .followUp(let followUp):
            if followUp.connects { tracks[visitor].freeFrom = now + FailurePace.betweenConnections }
            return endFollowUp(visitor, followUp, snapshot, at: now, wall: wall)
        }
    }

    /// What is known of all servers, and of all gateways, in the order of the fleet.
    var snapshots: (servers: [ServerSnapshot], gateways: [GatewaySnapshot]) {
        var servers: [ServerSnapshot] = []
        var gateways: [GatewaySnapshot] = []
        for track in tracks {
            switch track.last {
            case .server(let snapshot)?: servers.append(snapshot)
            case .gateway(let snapshot)?: gateways.append(snapshot)
            case nil: continue
            }
        }
        return (servers, gateways)
    }

    /// Whether everything that a sweep is for has been done.
    var isComplete: Bool {
        switch purpose {
        case .watching: false
        case .sweep: stages.isSecond && stages.isComplete
        }
    }

    private mutating func endProbe(
        _ visitor: Int, _ snapshot: TargetSnapshot, at now: Instant, wall: Instant
    ) -> TargetSnapshot? {
        guard !isTriedAgain(visitor, snapshot, at: now) else { return nil }
        let before = tracks[visitor].last
        var counted = snapshot.following(before)
        if let address = counted.lastAddress { tracks[visitor].neighbourhood = address.neighbourhood }
        let wasDown = ourSide.state
        noteAnswer(visitor, counted, at: now)
        // What fails now may be our own trouble, and is no sign of an unsteady server.
        if ourSide.state != .fine { counted.sinceStart.forgetOutcomes(since: before?.sinceStart) }
        let isBlocked = mayHaveBlockedUs(visitor, counted)
        if case .server(var server) = counted {
            server.possiblyBlockedHere = isBlocked
            counted = .server(server)
            tracks[visitor].doneFollowUps = []
            tracks[visitor].followUps = followUps(visitor, after: server, at: wall)
            if !server.hasPassed(.tcp) { tracks[visitor].wishes = [] }
        }
        tracks[visitor].last = counted
        if ourSide.state != wasDown { ourSideChanged(from: wasDown, at: now) }
        switch purpose {
        case .watching:
            let regular = plan(visitor, after: counted, at: now)
            let due = isBlocked ? now + FailurePace.blocked : regular
            tracks[visitor].nextProbe = max(due, now + (counted.retryAfter ?? .zero))
            if ourSide.state == .linkDown { tracks[visitor].nextProbe = now + FailurePace.scouting }
        case .sweep: endOfSweepProbe(visitor)
        }
        return counted
    }

    /// Whether a probe says nothing, since it ended for a reason of ours, and is made again.
    private mutating func isTriedAgain(_ visitor: Int, _ snapshot: TargetSnapshot, at now: Instant) -> Bool {
        guard let failure = snapshot.firstFailure?.failure else {
            tracks[visitor].isSecondTry = false
            return false
        }
        if failure == .ourFault(.heldBack) {
            // It does answer, so that it waits for an established place now.
            tracks[visitor].expectsAnswer = true
            tracks[visitor].nextProbe = now + FailurePace.betweenConnections
            tracks[visitor].urgency = .recheck
            return true
        }
        let began = tracks[visitor].lastBegan ?? now
        guard purpose == .watching, failure == .timedOut, ourSide.wasOverloaded(since: began),
            !tracks[visitor].isSecondTry
        else {
            tracks[visitor].isSecondTry = false
            return false
        }
        tracks[visitor].isSecondTry = true
        tracks[visitor].urgency = .recheck
        tracks[visitor].nextProbe = recheck(of: tracks[visitor], at: now)
        return true
    }

    private mutating func endFollowUp(
        _ visitor: Int, _ followUp: FollowUp, _ snapshot: TargetSnapshot?, at now: Instant, wall: Instant
    ) -> TargetSnapshot? {
        tracks[visitor].followUps.removeAll { $0 == followUp }
        if case .variant(let way, _) = followUp { tracks[visitor].wishes.removeAll { $0 == way } }
        tracks[visitor].doneFollowUps.insert(followUp)
        defer { finishInSweep(visitor) }
        guard case .server(var server)? = snapshot, let earlier = tracks[visitor].lastServerSnapshot else { return nil }
        server.probes = earlier.probes
        server.consecutiveFailures = earlier.consecutiveFailures
        server.sinceStart = earlier.sinceStart
        tracks[visitor].last = .server(server)
        let due = cadence.followUps(
            after: server, earlier: earlier, policy: tracks[visitor].target.policy, at: wall)
        for next in due where !tracks[visitor].followUps.contains(next) {
            guard !tracks[visitor].doneFollowUps.contains(next) else { continue }
            tracks[visitor].followUps.append(next)
        }
        return .server(server)
    }

    private func followUps(_ visitor: Int, after snapshot: ServerSnapshot, at wall: Instant) -> [FollowUp] {
        let track = tracks[visitor]
        return cadence.followUps(
            after: snapshot, earlier: track.lastServerSnapshot, policy: track.target.policy, at: wall)
    }

    /// Sets when something is due next of an idle target.
    mutating func arrange(_ visitor: Int) {
        let track = tracks[visitor]
        guard track.activity == .idle, !track.isHeld else { return }
        var due = track.nextProbe
        if track.nextFollowUp != nil, mayFollowUp { due = min(due ?? track.freeFrom, track.freeFrom) }
        if let due {
            timeline.set(visitor, to: max(due, track.freeFrom))
        } else {
            timeline.remove(visitor)
        }
    }

    private var mayFollowUp: Bool {
        switch purpose {
        case .watching: ourSide.state != .linkDown
        case .sweep: stages.isSecond
        }
    }
}
