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
