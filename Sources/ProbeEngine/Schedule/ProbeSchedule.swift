package import FleetModel

/// When each server is probed next: a value that is told what happened and says what is due; it has no clock of its own.
///
/// The first sweep is at once, servers that were last known to be bad first. After it each server has a place of its own
/// in its interval, found by hashing, and up to 5 % to either side of that, so that a fleet is spread evenly and stays so
/// after a sleep of the machine, which costs one catch-up sweep at the rate of the limits. Failures follow `FailurePace`.
///
/// Each call costs O(log n) for each server that it concerns.
package struct ProbeSchedule: Sendable {
    private struct Track: Sendable {
        let server: Server
        let spread: Spread
        var neighbourhood: [UInt8]?
        var lastBegan: Instant?
        var urgency: Admission.Urgency
        var probes = 0
        var failures = 0
        var failingSince: Instant?
    }

    private let start: Instant
    private var tracks: [Track]
    private var places: [Server.ID: Int] = [:]
    /// Those that users reach through a gateway only; they are not probed themselves.
    private var behindGateway: Set<Server.ID> = []
    private var timeline = PriorityQueue<Int, Instant>()
    private var admission: Admission
    private var causes = SharedCauses()

    /// Whether no new probe begins.
    package private(set) var isPaused = false

    /// All servers due at `start`, but for those with `path: gateway`; of two with the same identity the first counts.
    package init(
        servers: [Server], limits: ProbeLimits = ProbeLimits(), lastKnownBad: Set<Server.ID> = [], start: Instant
    ) {
        self.start = start
        admission = Admission(limits: limits, at: start)
        tracks = []
        for server in servers where places[server.id] == nil && !behindGateway.contains(server.id) {
            guard server.path != .gateway else {
                behindGateway.insert(server.id)
                continue
            }
            places[server.id] = tracks.count
            timeline.set(tracks.count, to: start)
            let address = server.address ?? IPAddress(server.name)
            tracks.append(
                Track(
                    server: server, spread: Spread(server.id), neighbourhood: address?.neighbourhood,
                    urgency: lastKnownBad.contains(server.id) ? .lastKnownBad : .regular))
        }
    }

    /// How many probes are under way.
    package var underWay: Int { admission.count }

    /// The servers whose probes begin now, in order; each is under way until `end`.
    package mutating func begin(at now: Instant) -> [Server] {
        guard !isPaused else { return [] }
        while let (place, due) = timeline.first, due <= now {
            timeline.remove(place)
            admission.enqueue(place, Admission.Rank(urgency: tracks[place].urgency, since: due, place: place))
        }
        let admitted = admission.admit(at: now) { tracks[$0].neighbourhood }
        for place in admitted {
            tracks[place].lastBegan = now
            tracks[place].urgency = .regular
        }
        return admitted.map { tracks[$0].server }
    }

    /// When `begin` has something to do, if nothing else happens before; nil for not until something does.
    package var nextWake: Instant? {
        guard !isPaused else { return nil }
        return [timeline.first?.priority, admission.nextOpening].compactMap(\.self).min()
    }

    /// A probe has ended: plans the next one, and fills the snapshot's `probes` and `consecutiveFailures`.
    ///
    /// A fault on our side says nothing of the server and leaves its count of failures as it is.
    package mutating func end(_ snapshot: ServerSnapshot, at now: Instant) -> ServerSnapshot {
        var snapshot = snapshot
        guard let place = places[snapshot.server], admission.isUnderWay(place) else { return snapshot }
        admission.leave(place)
        tracks[place].probes += 1
        if let address = snapshot.lastAddress { tracks[place].neighbourhood = address.neighbourhood }
        timeline.set(place, to: plan(place, after: ProbeVerdict(snapshot), at: now))
        snapshot.probes = tracks[place].probes
        snapshot.consecutiveFailures = tracks[place].failures
        return snapshot
    }

    /// Somebody wants these servers probed at once; one answer for each, in order.
    package mutating func probeNow(_ ids: [Server.ID], at now: Instant) -> [ProbeNowAnswer] {
        ids.map { id in
            guard let place = places[id] else { return behindGateway.contains(id) ? .behindGateway : .unknown }
            if isPaused { return .paused }
            if admission.isUnderWay(place) { return .underWay }
            if let lastBegan = tracks[place].lastBegan, now - lastBegan < ProbePolicy.intervalFloor {
                return .tooSoon(wait: lastBegan + ProbePolicy.intervalFloor - now)
            }
            timeline.remove(place)
            admission.enqueue(place, Admission.Rank(urgency: .askedFor, since: now, place: place))
            return .accepted
        }
    }

    /// Lets no new probe begin; those under way go on.
    package mutating func pause() {
        isPaused = true
    }

    /// Goes on; what has become due meanwhile is probed once.
    package mutating func resume() {
        isPaused = false
    }

    // MARK: The next probe of one server

    /// Takes in what the last probe showed; when the next one is due.
    private mutating func plan(_ place: Int, after verdict: ProbeVerdict, at now: Instant) -> Instant {
        let track = tracks[place]
        let recheck = now + track.spread.span(in: FailurePace.recheck, cycle: Int64(track.probes))
        switch verdict {
        case .passed:
            tracks[place].failures = 0
            tracks[place].failingSince = nil
            causes.leave(place)
            return slot(place, after: now)
        case .ourFault:
            return slot(place, after: now)
        case .failed(let cause):
            let since = track.failingSince ?? now
            tracks[place].failures += 1
            tracks[place].failingSince = since
            let keepsPace = causes.join(place, cause)
            guard track.failures > 0 else {
                tracks[place].urgency = .recheck
                return recheck
            }
            let regular = slot(place, after: now)
            let pause = FailurePace.pause(failures: track.failures + 1, layer: cause.layer, failingFor: now - since)
            guard let pause else { return regular }
            // Slower than the interval is back-off and always holds; faster is for those who may.
            let early = now + pause
            return keepsPace || early > regular ? early : regular
        }
    }

    /// The server's next own place in its interval that is at least half an interval away.
    private func slot(_ place: Int, after now: Instant) -> Instant {
        let track = tracks[place]
        let interval = max(track.server.policy.interval, ProbePolicy.intervalFloor)
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
