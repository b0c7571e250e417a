import FleetModel

@testable import ProbeEngine

/// A fleet in simulated time: a schedule, servers that answer or not, and what was seen of all of it.
struct FleetSimulation {
    /// What a server does to a probe.
    struct Behaviour {
        var failure: LayerFailure?
        var lasts: Span

        static let healthy = Behaviour(failure: nil, lasts: .milliseconds(40))
        static let dead = Behaviour(failure: .timedOut, lasts: .seconds(3))
    }

    private enum Step {
        case connects, ends
    }

    /// Something that happens to a visitor, in the order of time.
    private struct Moment: Comparable {
        var at: Instant
        var visitor: Int

        static func < (left: Moment, right: Moment) -> Bool {
            (left.at, left.visitor) < (right.at, right.visitor)
        }
    }

    var schedule: ProbeSchedule
    let limits: ProbeLimits
    let behaviour: (Server, Instant) -> Behaviour
    private var steps = PriorityQueue<Int, Moment>()
    private var ending: [Int: (step: Step, snapshot: TargetSnapshot, at: Instant)] = [:]
    private(set) var now = at(0)
    /// When each server's probes began, and ended.
    private(set) var begun: [Server.ID: [Instant]] = [:]
    private(set) var ended: [Server.ID: [Instant]] = [:]
    private(set) var peaks = PlaceCounts()
    private(set) var neighbourhoodPeaks = PlaceCounts()
    /// How many connections began in each second.
    private(set) var perSecond: [Int64: Int] = [:]
    private(set) var overlaps = 0

    init(
        _ servers: [Server], limits: ProbeLimits = ProbeLimits(),
        behaviour: @escaping (Server, Instant) -> Behaviour
    ) {
        schedule = ProbeSchedule(servers: servers, limits: limits, start: at(0))
        self.limits = limits
        self.behaviour = behaviour
    }

    /// Lets time pass until then.
    mutating func run(until end: Instant) {
        while true {
            for opening in schedule.next(at: now) { begin(opening) }
            guard let next = [schedule.nextWake, steps.first?.priority.at].compactMap(\.self).min(), next < end else {
                now = end
                return
            }
            now = max(now, next)
            while let (visitor, moment) = steps.first, moment.at <= now {
                steps.remove(visitor)
                take(visitor)
            }
        }
    }

    private mutating func begin(_ opening: ProbeSchedule.Opening) {
        guard case .begin(let assignment) = opening, case .server(let server) = assignment.target else { return }
        let visitor = assignment.visitor
        if ending[visitor] != nil { overlaps += 1 }
        let behaviour = behaviour(server, now)
        begun[server.id, default: []].append(now)
        perSecond[now.milliseconds / 1000, default: 0] += 1
        let seen = TargetSnapshot.server(snapshot(server, .tcp, behaviour.failure))
        let isSurprise = behaviour.failure == nil && !assignment.expectsAnswer
        ending[visitor] = (isSurprise ? .connects : .ends, seen, now + behaviour.lasts)
        let next = isSurprise ? now + .milliseconds(10) : now + behaviour.lasts
        steps.set(visitor, to: Moment(at: next, visitor: visitor))
        for place in Place.allCases {
            peaks[place] = max(peaks[place], schedule.admission.count(of: place))
            guard let neighbourhood = assignment.neighbourhood else { continue }
            let count = schedule.admission.count(of: place, in: neighbourhood)
            neighbourhoodPeaks[place] = max(neighbourhoodPeaks[place], count)
        }
    }

    private mutating func take(_ visitor: Int) {
        guard let (step, snapshot, end) = ending[visitor] else { return }
        switch step {
        case .connects where schedule.connected(visitor, at: now):
            ending[visitor]?.step = .ends
            steps.set(visitor, to: Moment(at: max(now, end), visitor: visitor))
        case .connects:
            guard case .server(var held) = snapshot else { return }
            held.x224 = Observation(facts: nil, failure: .ourFault(.heldBack), microseconds: 1, at: now)
            finish(visitor, .server(held))
        case .ends: finish(visitor, snapshot)
        }
    }

    private mutating func finish(_ visitor: Int, _ snapshot: TargetSnapshot) {
        ending[visitor] = nil
        guard case .server(let server)? = schedule.end(visitor, with: snapshot, at: now, wall: now) else { return }
        ended[server.server, default: []].append(now)
    }
}
