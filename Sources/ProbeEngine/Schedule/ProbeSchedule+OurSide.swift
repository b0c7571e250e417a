internal import FleetModel

extension ProbeSchedule {
    /// Takes in how late an event loop was.
    mutating func take(lag: Span, at now: Instant) {
        ourSide.take(lag: lag, at: time.at(now))
    }

    /// Takes in what a probe says of the target's being there, and of our own side.
    mutating func noteAnswer(_ visitor: Int, _ snapshot: TargetSnapshot, at now: Instant) {
        let neighbourhood = tracks[visitor].neighbourhood
        if let tcp = snapshot.tcp {
            switch tcp.failure {
            case .timedOut, .unreachable: tracks[visitor].expectsAnswer = false
            case nil, .some: tracks[visitor].expectsAnswer = true
            }
            if tcp.failure == nil {
                if !tracks[visitor].hasAnswered { answered += 1 }
                tracks[visitor].hasAnswered = true
                if let neighbourhood { neighbours.note(neighbourhood, at: now) }
            }
        }
        tracks[visitor].silence.take(snapshot.tcp, at: now)
        if snapshot.firstFailure?.failure == .ourFault(.outOfResources) { ourSide.takeExhaustion(at: now) }
        if let isAnswered = snapshot.dns?.isAnsweredByResolver {
            ourSide.takeName(of: visitor, isAnswered: isAnswered, population: named)
        }
        guard let sign = sign(of: snapshot.tcp, hasAnswered: tracks[visitor].hasAnswered) else { return }
        ourSide.take(
            sign, of: visitor, in: neighbourhood, population: answered > 0 ? answered : tracks.count,
            hasEverWorked: answered > 0, at: now)
    }

    /// What a connection says of our link; nil for nothing. Failures say something only of those who have answered
    /// before, as long as anybody has.
    private func sign(of tcp: Observation<TCPFacts>?, hasAnswered: Bool) -> OurSide.Sign? {
        guard let tcp else { return nil }
        let counts = hasAnswered || answered == 0
        switch tcp.failure {
        case nil, .refused, .reset, .closed: return .reached
        case .unreachable(.network), .ourFault(.notPermitted), .ourFault(.other): return counts ? .failedHere : nil
        // Addresses of one family are gone with the link, and others may never have been there.
        case .ourFault(.addressFamilyUnavailable): return hasAnswered ? .failedHere : nil
        case .timedOut, .unreachable(.host): return hasAnswered ? .fellSilent : nil
        case .some: return nil
        }
    }

    /// Whether a server that is silent now may have blocked us: it answered before, and its ping or a neighbour does now.
    func mayHaveBlockedUs(_ visitor: Int, _ snapshot: TargetSnapshot) -> Bool {
        let track = tracks[visitor]
        guard track.hasAnswered, track.silence.probes >= ServerSnapshot.confirmingFailures,
            let since = track.silence.since, case .server(let server) = snapshot
        else { return false }
        if let ping = server.ping, ping.failure == nil, ping.at >= server.began { return true }
        return neighbours.hasAny(in: track.neighbourhood, since: since)
    }

    /// Whether a target that is due waits until our link is up again.
    func isHeldBack(_ visitor: Int) -> Bool {
        purpose == .watching && ourSide.state == .linkDown && !scouts.contains(visitor)
            && tracks[visitor].urgency != .askedFor
    }

    /// Our own state has changed: holds back all but the scouts, or probes at once what failed meanwhile.
    mutating func ourSideChanged(from earlier: OurSideState, at now: Instant) {
        guard purpose == .watching else { return }
        if ourSide.state == .linkDown {
            holdBack(at: now)
        } else if earlier == .linkDown {
            scouts = []
            probeAtOnce(at: now) { $0.isHeld || ($0.hasAnswered && !$0.isPassing) }
            for visitor in tracks.indices where !tracks[visitor].wishes.isEmpty { arrange(visitor) }
        } else if earlier == .resolverDown {
            probeAtOnce(at: now) { $0.last?.dns?.failure != nil }
        }
    }

    private mutating func holdBack(at now: Instant) {
        var chosen: [[UInt8]?: Int] = [:]
        for (visitor, track) in tracks.enumerated() {
            if let other = chosen[track.neighbourhood], tracks[other].hasAnswered || !track.hasAnswered { continue }
            chosen[track.neighbourhood] = visitor
        }
        scouts = Set(chosen.values)
        for visitor in tracks.indices {
            if isHeldBack(visitor) {
                withdraw(visitor, at: now)
                arrange(visitor)
            } else if tracks[visitor].activity == .idle {
                tracks[visitor].nextProbe = now
                arrange(visitor)
            }
        }
    }

    private mutating func probeAtOnce(at now: Instant, where isDue: (Track) -> Bool) {
        for visitor in tracks.indices where isDue(tracks[visitor]) {
            tracks[visitor].isHeld = false
            guard tracks[visitor].activity == .idle else { continue }
            tracks[visitor].nextProbe = max(now, tracks[visitor].freeFrom)
            arrange(visitor)
        }
    }
}

extension Observation<DNSFacts> {
    /// Whether a name server answered; nil when none was asked.
    fileprivate var isAnsweredByResolver: Bool? {
        if failure == .resolverSilent { return false }
        switch facts?.source {
        case .literal, .hostsFile, .cache: return nil
        case .query: return true
        case .stale: return false
        case nil: return failure.map { if case .ourFault = $0 { false } else { true } }
        }
    }
}
