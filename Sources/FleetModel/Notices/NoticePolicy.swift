/// What is told to one hook, and when: takes what becomes known of a fleet, and gives few notices.
///
/// A pure value with its own memory; nothing here reads a clock. What it keeps to:
/// - One notice for each cause, however many servers it hits, when nobody has joined it for a moment. Who joins later is
///   told together, and not more often than the pace allows; so are causes that are over.
/// - Only what is confirmed. A failure that was not checked again is none, and while our own link is down nothing is told.
/// - What was found by the first look at a fleet is told when that is over, in one notice.
/// - Of muted servers and of those in maintenance nothing is told; what is wrong with them when that ends is told then. Of
///   acknowledged ones somebody knows already.
/// - An old outage does not swallow a fresh one with the same verdict, which has its own beginning and end.
/// - The last word is true: what comes back after its end was told is told at once. What comes and goes is told to be over
///   once in a while only.
/// - No more notices are given within an hour than the pace allows: the next one says what was held back.
package struct NoticePolicy: Sendable {
    /// What one hook wants.
    package struct Wish: Sendable, Hashable {
        /// What it wants to be told.
        package var topics: Set<NoticeTopic>
        /// Of which servers, judged when they fail.
        package var filter: Filter

        /// A wish; by default the usual of all servers.
        package init(_ topics: Set<NoticeTopic> = NoticeTopic.usual, of filter: Filter = .everything) {
            self.topics = topics
            self.filter = filter
        }
    }

    let wish: Wish
    let pace: NoticePace
    let calendar: MaintenanceCalendar
    /// The gateways that stand before servers which the filter may leave.
    let gateways: Set<Gateway.ID>
    /// Begins the identity of each notice: no other policy has it, nor one of another run.
    let run: String

    var time: SteadyTime
    var phase = Phase.sweeping
    /// Servers of which nothing is known.
    var unknown: Set<Server.ID>
    /// Who failed once and is to be checked again.
    var unconfirmed: Set<Notice.Subject> = []
    var isLinkDown = false
    var annotations: [Server.ID: ServerAnnotations] = [:]
    var openWindows: Set<Int> = []
    var inMaintenance: Set<Notice.Subject> = []
    /// Everybody who is not plainly ok, or was told of, or is left alone.
    var known: [Notice.Subject: Known] = [:]
    /// What failing servers share, and which of it each server has.
    var sharedCauses: [Shared] = []
    var shared: [Server.ID: Int] = [:]

    var stories: [Story.Key: Story] = [:]
    /// Whose story is which.
    var places: [Notice.Subject: Story.Key] = [:]
    /// Those that are over, which is not told yet.
    var over: [Story] = []
    /// When each was last told of a cause, unless its end was told since.
    var told: [NoticeCause: [Notice.Subject: Span]] = [:]
    /// When the end of a cause was last told of each.
    var recovered: [NoticeCause: [Notice.Subject: Span]] = [:]
    /// How often a cause came and went without being told.
    var passed: [NoticeCause: Int] = [:]
    var lastNumber = 0

    /// The threshold and the certificate that were last taken note of.
    var certificates: [Notice.Subject: (threshold: CertificateThreshold, sha256: String)] = [:]
    var crossings: [CertificateThreshold: Crossing] = [:]

    /// When notices were given within the last hour.
    var given: [Span] = []
    var heldBack = Notice.HeldBack()

    /// How far the first look at the fleet has come.
    enum Phase {
        /// Somebody has not been looked at.
        case sweeping
        /// All were looked at then; what failed may have to be checked again.
        case opening(since: Span)
        /// What was found at first has been told.
        case listening
    }

    /// What was last known of a server or gateway.
    struct Known {
        var member: Notice.Member
        /// For the filter; nil of a gateway, and when nothing is filtered.
        var status: ServerStatus?
        var threshold: CertificateThreshold?
        /// The fingerprint of its certificate, as far as the last probe saw one.
        var sha256: String?
    }

    /// Something that failing servers share.
    struct Shared {
        let cause: SharedCause
        /// The story that was told of most of these servers before it was known what they share.
        let story: Story.Key?
    }

    /// A cause from its first server to its last.
    struct Story {
        /// A cause, and which of its stories: while an old one lasts, a fresh outage with the same verdict is another.
        struct Key: Hashable {
            let cause: NoticeCause
            let wave: Int
        }

        let key: Key
        let id: String
        /// Who has it now.
        var members: Set<Notice.Subject> = []
        /// Who has joined since it was last told.
        var untold: Set<Notice.Subject> = []
        /// Whoever was told of as one of it.
        var everTold: Set<Notice.Subject> = []
        var began: Instant
        /// When the first and the last of the untold joined.
        var joined: (first: Span, last: Span)
        /// When it was last told.
        var told: Span?
        /// When the last of those who are well became so.
        var ended: Instant?
        /// From when on its end may be told.
        var endsFrom = Span.zero
        /// Who still has it at its end and is left alone.
        var remaining: Set<Notice.Subject> = []
        /// Warnings that were told and became this outage, until that is told.
        var continued: [Story] = []
        /// How often it came back before its end was told.
        var returns = 0
        /// What was last said of it.
        var title = ""
        /// Those of the untold who were put back here when their mute or maintenance ended.
        var stillWrong: Set<Notice.Subject> = []

        var cause: NoticeCause { key.cause }
    }

    /// Certificates that have passed a threshold and are not told yet.
    struct Crossing {
        var subjects: Set<Notice.Subject> = []
        var joined: (first: Span, last: Span)
    }

    /// Nothing is known, and nothing has been told.
    ///
    /// - Parameters:
    ///   - wish: What the hook wants.
    ///   - pace: How much it wants.
    ///   - fleet: Whom it is about.
    ///   - calendar: Who is in maintenance, and when.
    ///   - mark: What tells its notices from those of others that begin in the same second, here and on other machines:
    ///     random digits and the place of the hook. Empty where there are no others.
    ///   - now: The time.
    package init(
        _ wish: Wish = Wish(), pace: NoticePace = NoticePace(), of fleet: Fleet, calendar: MaintenanceCalendar = .none,
        mark: String = "", now: Instant
    ) {
        self.wish = wish
        self.pace = pace
        self.calendar = calendar
        let wanted = fleet.servers.filter(wish.filter.mayMatch)
        gateways = wish.filter.isEmpty ? Set(fleet.gateways.map(\.id)) : Set(wanted.compactMap(\.gatewayID))
        unknown = Set(fleet.servers.map(\.id))
        run = mark.isEmpty ? now.compactText : "\(now.compactText)-\(mark)"
        time = SteadyTime(now)
        openWindows = calendar.open(at: now)
        inMaintenance = calendar.subjects(of: openWindows)
    }

    /// Takes what has become known, or that time has passed; to be called when something has, and after a `rest`.
    ///
    /// - Returns: What is to be told now; mostly nothing.
    package mutating func take(_ news: FleetNews, at now: Instant) -> [Notice] {
        time.pass(to: now)
        let released = takeAttention(news.annotations, at: now)
        if let ourSide = news.ourSide { take(ourSide) }
        for status in news.gateways { take(status, at: now) }
        for status in news.servers { take(status, at: now) }
        if let causes = news.causes { take(causes, at: now) }
        for subject in released { settle(subject, at: now) }
        return tell(at: now)
    }

    // MARK: What becomes known

    private mutating func take(_ status: GatewayStatus, at now: Instant) {
        guard gateways.contains(status.gateway.id) else { return }
        let certificate = status.snapshot?.certificate?.facts?.leaf
        take(
            Known(
                member: Notice.Member(status), threshold: CertificateThreshold(status.judgement),
                sha256: certificate?.sha256), at: now)
    }

    private mutating func take(_ status: ServerStatus, at now: Instant) {
        if status.isKnown { unknown.remove(status.server.id) }
        let subject = Notice.Subject.server(status.server.id)
        // Most of what comes is of servers that are ok and were ok.
        let threshold = CertificateThreshold(status.judgement)
        let isPlain = status.judgement.state == .ok && threshold == nil
        guard !isPlain || known[subject] != nil || unconfirmed.contains(subject) else { return }
        take(
            Known(
                member: Notice.Member(status), status: wish.filter.isEmpty ? nil : status,
                threshold: threshold,
                sha256: status.snapshot?.certificate?.facts?.leaf.sha256), at: now)
    }

    private mutating func take(_ new: Known, at now: Instant) {
        let subject = new.member.subject
        if new.member.state == .unconfirmed { unconfirmed.insert(subject) } else { unconfirmed.remove(subject) }
        known[subject] = new
        settle(subject, at: now)
    }

    private mutating func take(_ ourSide: OurSideState) {
        switch ourSide {
        case .linkDown: isLinkDown = true
        case .fine, .resolverDown, .overloaded:
            guard isLinkDown else { return }
            isLinkDown = false
            // What is confirmed meanwhile was seen over a link that is hardly back.
            for key in stories.keys where stories[key]?.told == nil {
                stories[key]?.joined = (time.elapsed, time.elapsed)
            }
        }
    }

    private mutating func take(_ causes: [SharedCause], at now: Instant) {
        let told = stories.values.filter { $0.told != nil }
        sharedCauses = causes.filter(\.trait.isMoreThanTheVerdict).map { cause in
            let story = told.first { story in
                cause.servers.count { story.members.contains(.server($0)) } * 2 >= cause.servers.count
            }
            return Shared(cause: cause, story: story?.key)
        }
        shared = [:]
        for (place, shared) in sharedCauses.enumerated() {
            for server in shared.cause.servers where self.shared[server] == nil { self.shared[server] = place }
        }
        // What was not told yet may turn out to be one story.
        for subject in stories.values.filter({ $0.told == nil }).flatMap(\.members) { settle(subject, at: now) }
    }

    // MARK: Whom to leave alone

    /// Whether nothing is told of somebody now, who is then as before.
    func isLeftAlone(_ subject: Notice.Subject) -> Bool {
        if inMaintenance.contains(subject) { return true }
        guard case .server(let id) = subject else { return false }
        return annotations[id]?.mute != nil
    }

    /// Whether somebody has said that they know.
    func isAcknowledged(_ subject: Notice.Subject) -> Bool {
        guard case .server(let id) = subject else { return false }
        return annotations[id]?.acknowledgement != nil
    }

    /// - Returns: Of whom something may have to be told now.
    private mutating func takeAttention(
        _ said: [Server.ID: ServerAnnotations], at now: Instant
    ) -> [Notice.Subject] {
        var touched: Set<Notice.Subject> = []
        var wereAlone: Set<Notice.Subject> = []
        for (server, new) in said {
            let old = annotations[server] ?? .none
            guard old != new else { continue }
            if old.mute != nil { wereAlone.insert(.server(server)) }
            annotations[server] = new.isEmpty ? nil : new
            touched.insert(.server(server))
        }
        let open = calendar.open(at: now)
        if open != openWindows {
            openWindows = open
            let subjects = calendar.subjects(of: open)
            touched.formUnion(inMaintenance.symmetricDifference(subjects))
            wereAlone.formUnion(inMaintenance)
            inMaintenance = subjects
        }
        for subject in touched where isLeftAlone(subject) { leaveUntold(subject, at: now) }
        let released = touched.filter { !isLeftAlone($0) && known[$0] != nil }
        for subject in released where wereAlone.contains(subject) { tellAgain(subject, at: now) }
        return released.sorted { $0.text < $1.text }
    }

    /// What was told before somebody was left alone, and is still so, is told once more.
    private mutating func tellAgain(_ subject: Notice.Subject, at now: Instant) {
        guard let key = places[subject], stories[key]?.told != nil, !isAcknowledged(subject),
            known[subject]?.member.state == (key.cause.isDown ? .down : .warning)
        else { return }
        told[key.cause]?[subject] = nil
        add(subject, to: key, at: now)
        if stories[key]?.everTold.contains(subject) == true { stories[key]?.stillWrong.insert(subject) }
    }
}

extension SharedCause.Trait {
    /// Whether it says more of servers than how they fail, which is another story for each way.
    fileprivate var isMoreThanTheVerdict: Bool {
        switch self {
        case .verdict, .firstFailure: false
        case .gateway, .network, .site, .tag, .owner, .resolverAnswer, .authority, .certificateDates, .build,
            .tlsVersion, .addressFamily:
            true
        }
    }
}
