internal import FleetModel

extension ProbeSchedule {
    /// What begins now, in order; each is under way until `end`.
    mutating func next(at clockNow: Instant) -> [Opening] {
        let now = time.at(clockNow)
        ourSide.pass(to: now)
        guard !isPaused else { return [] }
        admission.slowDown(halvings: ourSide.halvings, at: now)
        while let (visitor, due) = timeline.first, due <= now {
            timeline.remove(visitor)
            wake(visitor, at: now)
        }
        return admission.admit(at: now).compactMap { admit($0, at: now) }
            + datagrams.admit(at: now).compactMap { admit($0, at: now) }
    }

    /// Somebody who has begun has looked up its name, and waits for its connection.
    mutating func arrive(_ visitor: Int, in neighbourhood: [UInt8], at now: Instant) {
        guard case .underWay = tracks[visitor].activity else { return }
        tracks[visitor].activity = .atGate
        admission.arrive(visitor, in: neighbourhood, at: time.at(now))
    }

    /// Somebody's connection is open: whether it may go on.
    mutating func connected(_ visitor: Int, at now: Instant) -> Bool {
        admission.connected(visitor, at: time.at(now))
    }

    private mutating func admit(_ visitor: Int, at now: Instant) -> Opening? {
        let track = tracks[visitor]
        switch track.activity {
        case .idle, .underWay: return nil
        case .atGate:
            tracks[visitor].activity = .underWay(.probe)
            return .connect(visitor: visitor)
        case .waiting(let work):
            tracks[visitor].activity = .underWay(work)
            if track.isWished(work) { tracks[visitor].wishBegan = track.wishBegan ?? now }
            if work == .probe {
                tracks[visitor].lastBegan = now
                tracks[visitor].urgency = .regular
                tracks[visitor].nextProbe = nil
            }
            return .begin(
                Assignment(
                    visitor: visitor, target: track.target, work: work, earlier: track.last,
                    neighbourhood: knownNeighbourhood(of: track), expectsAnswer: track.expectsAnswer))
        }
    }

    /// Something of an idle target is due, or a probe of one that waits for less.
    private mutating func wake(_ visitor: Int, at now: Instant) {
        let track = tracks[visitor]
        switch track.activity {
        case .underWay, .atGate, .waiting(.probe): return
        case .waiting(.followUp), .idle: break
        }
        guard !isHeldBack(visitor) else {
            tracks[visitor].isHeld = true
            return
        }
        if let due = track.nextProbe, due <= now {
            withdraw(visitor, at: now)
            wait(visitor, for: .probe, since: due, at: now)
        } else if track.activity == .idle, let next = track.nextFollowUp {
            wait(visitor, for: .followUp(next), since: now, at: now)
            if let due = track.nextProbe { timeline.set(visitor, to: due) }
        } else if let due = track.nextProbe {
            timeline.set(visitor, to: due)
        }
    }

    private mutating func wait(_ visitor: Int, for work: Track.Work, since due: Instant, at now: Instant) {
        let track = tracks[visitor]
        tracks[visitor].activity = .waiting(work)
        switch work {
        case .probe:
            // Whoever answers is due for more; but nobody waits for ever.
            let yields = track.isPassing || track.urgency != .regular ? Span.zero : interval(of: track)
            let rank = Admission.Rank(urgency: track.urgency, since: due + yields, visitor: visitor)
            let wish = Admission.Wish(
                rank: rank, neighbourhood: knownNeighbourhood(of: track), expectsAnswer: track.expectsAnswer)
            admission.enqueue(visitor, wish, at: now)
        case .followUp(let followUp):
            let urgency: Admission.Urgency = track.isWished(work) ? .askedFor : .followUp
            let rank = Admission.Rank(urgency: urgency, since: due, visitor: visitor)
            guard followUp.connects else { return datagrams.enqueue(visitor, rank) }
            let wish = Admission.Wish(
                rank: rank, neighbourhood: track.neighbourhood(of: followUp) ?? [], expectsAnswer: true)
            admission.enqueue(visitor, wish, at: now)
        }
    }

    /// Takes back a target's wish, if it waits.
    mutating func withdraw(_ visitor: Int, at now: Instant) {
        guard case .waiting = tracks[visitor].activity else { return }
        tracks[visitor].activity = .idle
        admission.withdraw(visitor, at: now)
        datagrams.withdraw(visitor)
    }

    /// Where a target stands, unless its name must be looked up before: a resolver that is silent holds up nobody who
    /// waits for a connection.
    private func knownNeighbourhood(of track: Track) -> [UInt8]? {
        ourSide.state == .resolverDown && track.target.literalAddress == nil ? nil : track.neighbourhood
    }
}
