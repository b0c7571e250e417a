internal import FleetModel

/// When each server and gateway is probed next, and who may begin: a value that is told what happened and says what is
/// due; it has no clock of its own.
///
/// The first sweep is at once, servers that were last known to be bad first. After it each target has a place of its own
/// in its interval, found by hashing, and up to 5 % to either side of that, so that a fleet is spread evenly and stays so
/// after a sleep of the machine, which costs one catch-up sweep at the rate of the limits. Failures follow `FailurePace`.
/// What else is due of a server follows its probes, one at a time.
///
/// Each call costs O(log n) for each target that it concerns.
struct ProbeSchedule: Sendable {
    /// What it is for.
    enum Purpose: Sendable, Hashable {
        /// To watch a fleet for as long as somebody wants.
        case watching
        /// To look once, and at what failed once more after this long; nil for not again.
        case sweep(recheckAfter: Span?)
    }

    /// What may begin now.
    enum Opening: Sendable {
        /// Somebody's probe, or something that follows it.
        case begin(Assignment)
        /// The connection of somebody who has begun and waits for it.
        case connect(visitor: Int)
    }

    /// What is to be done, and where it may connect.
    struct Assignment: Sendable {
        /// Whose it is; the number of the target.
        var visitor: Int
        var target: ProbeTarget
        var work: Track.Work
        /// What was seen of the target last.
        var earlier: TargetSnapshot?
        /// The neighbourhood whose limits have let it in; nil when its name must be looked up before.
        var neighbourhood: [UInt8]?
        /// Whether it holds an established place.
        var expectsAnswer: Bool
    }

    let purpose: Purpose
    let cadence: Cadence
    let start: Instant
    var time: SteadyTime
    var tracks: [Track]
    var places: [Server.ID: Int] = [:]
    var gatewayPlaces: [Gateway.ID: Int] = [:]
    /// Those that users reach through a gateway only; they are not probed themselves.
    var behindGateway: Set<Server.ID> = []
    var timeline = PriorityQueue<Int, Instant>()
    var admission: Admission
    var datagrams: DatagramAdmission
    var causes = SharedCauses()
    var ourSide = OurSide()
    var neighbours = NeighbourAnswers()
    /// How many targets have ever answered; how many have a name.
    var answered = 0
    var named = 0
    /// Those that alone are probed while our link is down: one in each neighbourhood.
    var scouts: Set<Int> = []
    var stages: SweepStages

    /// Whether no new probe begins.
    private(set) var isPaused = false

    /// All targets due at `start`, but for servers with `path: gateway`; of two with the same identity the first counts.
    init(
        servers: [Server], gateways: [Gateway] = [], purpose: Purpose = .watching, depth: ProbeDepth = .cycle,
        limits: ProbeLimits = ProbeLimits(), lastKnownBad: Set<Server.ID> = [], start: Instant
    ) {
        self.purpose = purpose
        self.start = start
        cadence = Cadence(depth: depth)
        time = SteadyTime(start)
        admission = Admission(limits: limits, at: start)
        datagrams = DatagramAdmission(limits: limits, at: start)
        tracks = []
        for server in servers where places[server.id] == nil && !behindGateway.contains(server.id) {
            guard server.path != .gateway else {
                behindGateway.insert(server.id)
                continue
            }
            places[server.id] = tracks.count
            let isBad = lastKnownBad.contains(server.id)
            tracks.append(Track(.server(server), urgency: isBad ? .lastKnownBad : .regular, start: start))
        }
        for gateway in gateways where gatewayPlaces[gateway.id] == nil {
            gatewayPlaces[gateway.id] = tracks.count
            tracks.append(Track(.gateway(gateway), urgency: .regular, start: start))
        }
        named = tracks.count { $0.neighbourhood == nil }
        stages = SweepStages(total: tracks.count)
        for place in tracks.indices { timeline.set(place, to: start) }
    }

    /// How many probes are under way, those included that wait for their connection.
    var underWay: Int {
        tracks.count {
            switch $0.activity {
            case .underWay, .atGate: true
            case .idle, .waiting: false
            }
        }
    }

    /// When `next` has something to do, if nothing else happens before; nil for not until something does.
    var nextWake: Instant? {
        let wakes = [timeline.first?.priority, admission.nextOpening, datagrams.nextOpening]
        let due = isPaused ? nil : wakes.compactMap(\.self).min()
        return [due, ourSide.nextChange].compactMap(\.self).min().map(time.clock)
    }

    /// Lets no new probe begin; those under way go on, unless they wait for their connection.
    ///
    /// What somebody wanted to see besides, and has not begun, is not asked any more: it was for now.
    mutating func pause(at clockNow: Instant) {
        isPaused = true
        let now = time.at(clockNow)
        for visitor in tracks.indices where !tracks[visitor].wishes.isEmpty {
            tracks[visitor].wishes = []
            withdraw(visitor, at: now)
            arrange(visitor)
        }
    }

    /// Goes on; what has become due meanwhile is probed once.
    mutating func resume() {
        isPaused = false
    }
}
