internal import FleetModel

extension ProbeSchedule {
    /// Somebody wants these servers probed at once; one answer for each, in order.
    mutating func probeNow(_ ids: [Server.ID], at now: Instant) -> [ProbeNowAnswer] {
        ids.map { id in
            guard let visitor = places[id] else { return behindGateway.contains(id) ? .behindGateway : .unknown }
            return probeNow(visitor, at: time.at(now))
        }
    }

    /// Somebody wants these gateways probed at once; one answer for each, in order.
    mutating func probeNow(gateways ids: [Gateway.ID], at now: Instant) -> [ProbeNowAnswer] {
        ids.map { id in
            guard let visitor = gatewayPlaces[id] else { return .unknown }
            return probeNow(visitor, at: time.at(now))
        }
    }

    private mutating func probeNow(_ visitor: Int, at now: Instant) -> ProbeNowAnswer {
        if isPaused { return .paused }
        let track = tracks[visitor]
        switch track.activity {
        case .atGate, .underWay(.probe): return .underWay
        case .idle, .waiting, .underWay(.followUp): break
        }
        if let lastBegan = track.lastBegan, now - lastBegan < ProbePolicy.intervalFloor {
            return .tooSoon(wait: lastBegan + ProbePolicy.intervalFloor - now)
        }
        withdraw(visitor, at: now)
        tracks[visitor].urgency = .askedFor
        tracks[visitor].isHeld = false
        tracks[visitor].nextProbe = max(now, track.freeFrom)
        arrange(visitor)
        return .accepted
    }
}

extension ProbeSchedule {
    /// Somebody wants a server asked in other ways: those that explain its failure, or those that it has not been asked
    /// in for longest.
    ///
    /// - Parameters:
    ///   - id: The server.
    ///   - clockNow: When, by the clock that the schedule lives by.
    ///   - wall: The wall clock, in which attempts tell their time.
    /// - Returns: Whether that is next, or why not.
    mutating func askOtherwise(_ id: Server.ID, at clockNow: Instant, wall: Instant) -> AskOtherwiseAnswer {
        let now = time.at(clockNow)
        guard let visitor = places[id] else { return behindGateway.contains(id) ? .behindGateway : .unknown }
        let track = tracks[visitor]
        if isPaused { return .paused }
        if ourSide.state == .linkDown { return .linkDown }
        if !track.wishes.isEmpty { return .underWay(left: track.wishes.count) }
        guard let snapshot = track.lastServerSnapshot, snapshot.hasPassed(.tcp) else { return .notReached }
        if let began = track.wishBegan, now - began < VariantPlan.betweenWishes {
            return .tooSoon(asked: now - began, wait: began + VariantPlan.betweenWishes - now)
        }
        let (next, left) = VariantPlan.wished(for: snapshot, at: wall)
        tracks[visitor].wishes = next
        tracks[visitor].wishBegan = nil
        // What waits now may be what nobody asked for; a wish comes before it.
        withdraw(visitor, at: now)
        arrange(visitor)
        return .accepted(connections: next.count, left: left)
    }
}
