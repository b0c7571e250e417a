internal import FleetModel

/// What a schedule knows of one target.
struct Track: Sendable {
    /// What happens with it now.
    enum Activity: Sendable, Hashable {
        case idle
        /// It waits to begin.
        case waiting(Work)
        case underWay(Work)
        /// It has looked up its name, and waits for a connection.
        case atGate
    }

    /// What is done to a target.
    enum Work: Sendable, Hashable {
        case probe
        case followUp(FollowUp)
    }

    let target: ProbeTarget
    let spread: Spread
    /// Nil before its address is known.
    var neighbourhood: [UInt8]?
    var activity = Activity.idle
    /// When the next probe is due; nil when none is, or one is under way.
    var nextProbe: Instant?
    var urgency: Admission.Urgency
    /// When its last probe began.
    var lastBegan: Instant?
    /// Before this no connection may begin.
    var freeFrom: Instant
    /// The last probe, with everything that has been added to it since.
    var last: TargetSnapshot?
    /// Whether its next connection is expected to be open soon: unless the last one found nobody there.
    var expectsAnswer = true
    /// What else is due, in order.
    var followUps: [FollowUp] = []
    /// What else has been done since the last probe.
    var doneFollowUps: Set<FollowUp> = []
    /// The ways that somebody wants it to be asked in besides, in order; what a probe shows does not take them away,
    /// unless it shows that nobody can be asked. At most `VariantPlan.limitPerWish`.
    var wishes: [HandshakeVariant] = []
    /// When the first connection began that somebody last wanted; nil when none has.
    var wishBegan: Instant?
    /// Since when it has been failing.
    var failingSince: Instant?
    /// Whether it has accepted a connection since the program started.
    var hasAnswered = false
    var silence = Silence()
    /// Whether the present failure has been tried again because this machine was overloaded.
    var isSecondTry = false
    /// Whether it is probed as soon as our own link is up again.
    var isHeld = false

    init(_ target: ProbeTarget, urgency: Admission.Urgency, start: Instant) {
        self.target = target
        self.urgency = urgency
        spread = Spread(target.identity)
        neighbourhood = target.literalAddress?.neighbourhood
        nextProbe = start
        freeFrom = start
    }

    /// What else is next: somebody who waits for an answer comes first.
    var nextFollowUp: FollowUp? {
        guard let wish = wishes.first, let snapshot = lastServerSnapshot else { return followUps.first }
        return VariantPlan.asking(wish, of: snapshot)
    }

    /// Whether somebody waits for it.
    func isWished(_ work: Work) -> Bool {
        guard case .followUp(.variant(let way, _)) = work else { return false }
        return wishes.contains(way)
    }

    /// Whether it works as far as anybody knows.
    var isPassing: Bool { last.map { $0.consecutiveFailures == 0 } ?? false }

    /// Where something that follows a probe connects; nil when that is not known.
    func neighbourhood(of followUp: FollowUp) -> [UInt8]? {
        switch followUp {
        // The name may have led elsewhere since, and failed there.
        case .lastAddress: lastServerSnapshot?.lastReach?.address.neighbourhood ?? neighbourhood
        case .variant(let way, _): lastServerSnapshot?.address(for: way)?.neighbourhood ?? neighbourhood
        case .companion, .udp, .name: neighbourhood
        }
    }

    /// What has been seen of its server last; nil for a gateway.
    var lastServerSnapshot: ServerSnapshot? { last?.server }
}

/// How long a target that was there has said nothing at all, to a SYN.
struct Silence: Sendable, Hashable {
    /// How many probes in a row.
    private(set) var probes = 0
    /// Since when.
    private(set) var since: Instant?

    /// Takes in how the last connecting went.
    mutating func take(_ tcp: Observation<TCPFacts>?, at now: Instant) {
        guard let tcp else { return }
        let attempts = tcp.facts?.attempts ?? []
        guard tcp.failure == .timedOut, attempts.allSatisfy({ $0.failure == .timedOut }) else {
            self = Silence()
            return
        }
        probes += 1
        since = since ?? now
    }
}
