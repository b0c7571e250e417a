internal import FleetModel

/// Who asks which name of whom, and what the answers mean: all of name resolution but the sockets and the clock.
///
/// Concurrent questions for one name are asked once. At most `limit` names are being asked at a time; the others wait in
/// the order in which they came. A name that has had no answer for `placeLimit`, or that nobody waits for any more, is
/// late: it gives its place to the next, so that a dead zone does not hold up the others, and its answer still counts.
///
/// Each name is two queries, A and AAAA, at the same time; when one of them has settled the matter the other is waited
/// for only `grace` longer. Short names are completed by the search domains, one after the other, until one has an
/// address or nobody waits.
struct ResolutionMachine: Sendable {
    /// Who waits for an answer.
    typealias WaiterID = Int

    /// One query on its way to a name server.
    struct Query: Sendable, Hashable {
        /// The question it belongs to.
        var question: Int
        var name: String
        var family: AddressFamily
    }

    /// What the machine wants done.
    enum Action: Sendable, Hashable {
        case send(Query)
        case finish(WaiterID, Resolution)
    }

    /// One moment on both clocks: the steady one for deadlines, the wall for TTLs.
    struct Moment: Sendable {
        var tick: ContinuousClock.Instant
        var wall: Instant
    }

    /// After the first answer that settles the matter, so long for the other.
    static let grace = Duration.milliseconds(500)
    /// A name holds its place for so long at most; as long as c-ares waits for the first answer.
    static let placeLimit = Duration.milliseconds(500)
    /// After so many names in a row without any answer the resolver counts as out.
    static let silencesUntilOut = 3

    /// Where short names are completed.
    var settings: ResolverSettings

    private var questions: [Int: Question] = [:]
    private var byName: [DomainName: Int] = [:]
    private var line = PriorityQueue<Int, Int>()
    private var waiters: [WaiterID: Int] = [:]
    private var deadlines = PriorityQueue<Deadline, ContinuousClock.Instant>()
    private var cache: AnswerCache
    private var silences = 0
    private var nextQuestion = 0
    private let limit: Int
    private let lateLimit: Int
    private let hasRoute: @Sendable (IPAddress) -> Bool

    private enum Deadline: Hashable {
        case waiter(WaiterID)
        case grace(question: Int)
        case place(question: Int)
    }

    private struct Question {
        var name: DomainName
        var candidates: [DomainName]
        var current = 0
        var replies = ReplyPair()
        /// When the queries of the current candidate went out; nil before that.
        var sent: ContinuousClock.Instant?
        var holdsPlace = false
        /// Queries sent and not answered, those of earlier candidates included.
        var outstanding = 0
        var waiters: Set<WaiterID> = []
        /// The worst failure of the candidates so far.
        var failed: Resolution?

        var candidate: DomainName { candidates[current] }
    }

    /// A machine that asks at most `limit` names at a time, beside `lateLimit` late ones, and remembers at most `capacity`.
    ///
    /// Twice as many queries as names are under way; 256 of them still fit the usual receive buffer of a name server.
    init(
        settings: ResolverSettings = .none, limit: Int = 128, lateLimit: Int = 1024, capacity: Int = 32_768,
        hasRoute: @escaping @Sendable (IPAddress) -> Bool
    ) {
        self.settings = settings
        self.limit = max(1, limit)
        self.lateLimit = max(0, lateLimit)
        self.hasRoute = hasRoute
        cache = AnswerCache(capacity: capacity)
    }

    /// The next moment at which `elapsed` has something to do.
    var nextDeadline: ContinuousClock.Instant? { deadlines.first?.priority }

    /// How many names are being asked and hold a place; at most `limit`.
    private(set) var namesAsked = 0

    /// How many names have given up their places and still have queries under way; at most `lateLimit`.
    private(set) var namesLate = 0

    /// Whether several names in a row had no answer at all.
    var resolverIsOut: Bool { silences >= Self.silencesUntilOut }

    /// Somebody wants the addresses of a name until `deadline`.
    mutating func ask(
        _ name: DomainName, waiter: WaiterID, deadline: ContinuousClock.Instant, at moment: Moment
    ) -> [Action] {
        if let known = cache.fresh(name, now: moment.wall) { return [.finish(waiter, known)] }
        var actions: [Action] = []
        if resolverIsOut, !cache.lastAddresses(name).isEmpty {
            // No use in waiting for silence again; questions still go out, so that the first answer is noticed.
            if byName[name] == nil, namesAsked < limit { _ = open(name) }
            actions.append(.finish(waiter, stale(name)))
        } else {
            let id = byName[name] ?? open(name)
            questions[id]?.waiters.insert(waiter)
            waiters[waiter] = id
            deadlines.set(.waiter(waiter), to: deadline)
        }
        return actions + sendWaiting(at: moment)
    }

    /// The files' addresses of a name, in the order in which they are tried.
    func resolution(of name: DomainName, inHostsFile addresses: [IPAddress]) -> Resolution {
        let sorted = AddressOrder.sorted(addresses, hasRoute: hasRoute)
        return Resolution(facts: DNSFacts(name: name.text, addresses: sorted, source: .hostsFile))
    }

    /// Nobody waits on this behalf any more.
    mutating func cancel(_ waiter: WaiterID) {
        guard let id = waiters[waiter] else { return }
        leave(waiter, id)
    }

    /// A query has ended.
    mutating func answered(_ query: Query, _ reply: QueryReply, at moment: Moment) -> [Action] {
        guard questions[query.question] != nil else { return [] }
        questions[query.question]?.outstanding -= 1
        switch reply {
        case .answer, .garbage: silences = 0
        case .silence: break
        }
        guard isOpen(query.question), questions[query.question]?.candidate.text == query.name else {
            closeIfDone(query.question)
            return sendWaiting(at: moment)
        }
        questions[query.question]?.replies[query.family] = reply
        if questions[query.question]?.replies.isComplete == true {
            return conclude(query.question, at: moment) + sendWaiting(at: moment)
        }
        if reply.isDecisive { deadlines.set(.grace(question: query.question), to: moment.tick + Self.grace) }
        return []
    }

    /// Time has passed: ends what has waited long enough.
    mutating func elapsed(at moment: Moment) -> [Action] {
        var actions: [Action] = []
        while let first = deadlines.first, first.priority <= moment.tick {
            deadlines.remove(first.element)
            switch first.element {
            case .grace(let id): actions += conclude(id, at: moment)
            case .place(let id):
                if !givePlace(id) { deadlines.set(.place(question: id), to: moment.tick + Self.placeLimit) }
            case .waiter(let waiter):
                guard let id = waiters[waiter], let question = questions[id] else { continue }
                leave(waiter, id)
                actions.append(.finish(waiter, orStale(summary(of: question, at: moment), question.name)))
            }
        }
        return actions + sendWaiting(at: moment)
    }

    // MARK: One question from its opening to its end

    private mutating func open(_ name: DomainName) -> Int {
        let id = nextQuestion
        nextQuestion += 1
        questions[id] = Question(name: name, candidates: name.candidates(settings))
        byName[name] = id
        line.set(id, to: id)
        return id
    }

    /// Whether its outcome is still open; afterwards it only waits for late queries.
    private func isOpen(_ id: Int) -> Bool {
        guard let question = questions[id] else { return false }
        return byName[question.name] == id
    }

    private mutating func sendWaiting(at moment: Moment) -> [Action] {
        var actions: [Action] = []
        while namesAsked < limit, let (id, _) = line.popFirst() {
            namesAsked += 1
            questions[id]?.holdsPlace = true
            deadlines.set(.place(question: id), to: moment.tick + Self.placeLimit)
            actions += send(id, at: moment)
        }
        return actions
    }

    private mutating func send(_ id: Int, at moment: Moment) -> [Action] {
        guard let name = questions[id]?.candidate.text else { return [] }
        questions[id]?.sent = moment.tick
        questions[id]?.replies = ReplyPair()
        questions[id]?.outstanding += AddressFamily.allCases.count
        return AddressFamily.allCases.map { .send(Query(question: id, name: name, family: $0)) }
    }

    /// Judges the replies to the current candidate: to the next one, or to the end.
    private mutating func conclude(_ id: Int, at moment: Moment) -> [Action] {
        guard let question = questions[id], isOpen(id) else { return [] }
        deadlines.remove(.grace(question: id))
        let outcome = summary(of: question, at: moment)
        // Silence ends the search: the next candidate would only be met by more of it.
        let goesOn = question.replies.failure != nil && question.replies.failure != .resolverSilent
        if goesOn, question.current + 1 < question.candidates.count {
            guard !question.waiters.isEmpty else {
                // The search stops here for want of anybody who waits, which says nothing of the name.
                byName[question.name] = nil
                closeIfDone(id)
                return []
            }
            questions[id]?.failed = outcome
            questions[id]?.current += 1
            return send(id, at: moment)
        }
        return settle(id, outcome, at: moment)
    }

    private mutating func settle(_ id: Int, _ outcome: Resolution, at moment: Moment) -> [Action] {
        guard let question = questions[id] else { return [] }
        if outcome.failure == .resolverSilent {
            silences += 1
        } else if let expires = outcome.facts.expires {
            cache.store(outcome, of: question.name, expires: expires, now: moment.wall)
        }
        let answer = orStale(outcome, question.name)
        byName[question.name] = nil
        var actions: [Action] = []
        for waiter in question.waiters.sorted() {
            leave(waiter, id)
            actions.append(.finish(waiter, answer))
        }
        closeIfDone(id)
        return actions
    }

    /// Forgets a question whose outcome is known and whose queries have all ended.
    private mutating func closeIfDone(_ id: Int) {
        guard let question = questions[id], !isOpen(id), question.outstanding <= 0 else { return }
        questions[id] = nil
        deadlines.remove(.place(question: id))
        if question.holdsPlace { namesAsked -= 1 } else { namesLate -= 1 }
    }

    /// A question that was sent gives its place to the next and is late; false when there are too many late ones.
    private mutating func givePlace(_ id: Int) -> Bool {
        guard questions[id]?.holdsPlace == true else { return true }
        guard namesLate < lateLimit else { return false }
        questions[id]?.holdsPlace = false
        deadlines.remove(.place(question: id))
        namesAsked -= 1
        namesLate += 1
        return true
    }

    private mutating func leave(_ waiter: WaiterID, _ id: Int) {
        waiters[waiter] = nil
        deadlines.remove(.waiter(waiter))
        questions[id]?.waiters.remove(waiter)
        guard let question = questions[id], question.waiters.isEmpty else { return }
        if line.contains(id) {
            // A question that nobody waits for and that has not been sent need not be.
            line.remove(id)
            questions[id] = nil
            byName[question.name] = nil
        } else {
            // With too many late ones it keeps its place until its time is up.
            _ = givePlace(id)
        }
    }

    // MARK: What the replies so far mean

    private func summary(of question: Question, at moment: Moment) -> Resolution {
        guard let sent = question.sent else {
            // The name servers cannot be blamed for what they were not asked.
            let facts = DNSFacts(name: question.candidate.text, addresses: [], source: .query)
            return Resolution(facts: facts, failure: .ourFault(.outOfResources))
        }
        var replies = question.replies
        let elapsed = sent.microseconds(to: moment.tick)
        for family in AddressFamily.allCases where replies[family] == nil {
            replies[family] = .silence(microseconds: elapsed)
        }
        let failure = replies.failure
        if let failure, let failed = question.failed, weight(failed.failure) >= weight(failure) { return failed }
        let sorted = AddressOrder.sorted(replies.addresses, hasRoute: hasRoute)
        var facts = DNSFacts(
            name: question.candidate.text, addresses: sorted, source: .query, ipv4: replies.ipv4?.answer,
            ipv6: replies.ipv6?.answer)
        switch failure {
        case nil:
            facts.expires = AnswerCache.expiry(ttl: replies.ttl, isPartial: !replies.isDefinite, now: moment.wall)
        case .resolverSilent: break
        case .some: facts.expires = moment.wall + AnswerCache.negative
        }
        return Resolution(facts: facts, failure: failure)
    }

    /// How much a failed candidate says: of several, the heaviest is reported, the first of equals.
    private func weight(_ failure: LayerFailure?) -> Int {
        guard let failure else { return 0 }
        if case .resolverError = failure { return 4 }
        return 1 + ([.noSuchName, .noAddress, .resolverSilent, .malformed].firstIndex(of: failure) ?? 0)
    }

    private func orStale(_ outcome: Resolution, _ name: DomainName) -> Resolution {
        let isWithoutAnswer = outcome.failure == .resolverSilent || outcome.failure == .ourFault(.outOfResources)
        guard isWithoutAnswer, !cache.lastAddresses(name).isEmpty else { return outcome }
        var answer = stale(name)
        answer.facts.ipv4 = outcome.facts.ipv4
        answer.facts.ipv6 = outcome.facts.ipv6
        return answer
    }

    private func stale(_ name: DomainName) -> Resolution {
        Resolution(facts: DNSFacts(name: name.text, addresses: cache.lastAddresses(name), source: .stale))
    }
}
