/// Something worth interrupting somebody for, once for all the servers that it is about.
package struct Notice: Sendable, Hashable {
    /// What happened.
    package enum Event: String, Sendable, Hashable, CaseIterable {
        /// Users cannot connect to these servers.
        case cause
        /// These servers work, and have something to repair.
        case warning
        /// More servers have a cause or a warning that was told.
        case growth
        /// A cause or a warning that was told is over.
        case recovered
        /// Certificates have passed a threshold.
        case certificate
        /// Several of these at once, as when the first look at a fleet is over; or what was held back.
        case summary
        /// Somebody wants to see what arrives.
        case test
    }

    /// Whom a notice is about.
    package enum Subject: Sendable, Hashable {
        case server(Server.ID)
        case gateway(Gateway.ID)

        /// The identity in the fleet.
        package var text: String {
            switch self {
            case .server(let id): id.text
            case .gateway(let id): id
            }
        }
    }

    /// One server or gateway, and what is said of it.
    package struct Member: Sendable, Hashable {
        /// Whom it is about.
        package var subject: Subject
        /// As it is shown.
        package var name: String
        /// Where it stands.
        package var site: String?
        /// Who looks after it.
        package var owner: String?
        /// The page that says what to do.
        package var runbook: String?
        /// Its state.
        package var state: ServerState
        /// Since when.
        package var since: Instant?
        /// The rule of its verdict.
        package var rule: String?
        /// The verdict in at most 22 characters.
        package var short: String?
        /// The verdict in at most 38 characters.
        package var verdict: String?
        /// How sure it is.
        package var confidence: Confidence?
        /// The gateway that it is down behind.
        package var behind: Gateway.ID?
        /// The first step towards a repair, in a line.
        package var firstStep: String?
        /// When its certificate ends.
        package var certificateEnds: Instant?
    }

    /// One of several things that a summary tells.
    package struct Part: Sendable, Hashable {
        /// What happened.
        package var event: Event
        /// As in a notice of its own; later notices of the same cause have it, too.
        package var id: String
        /// As in a notice of its own.
        package var state: ServerState
        /// What happened, in one line.
        package var title: String
        /// How many servers it is about.
        package var count: Int
        /// As in a notice of its own.
        package var continues: [String]

        /// What a notice would have told.
        package init(_ notice: Notice) {
            event = notice.event
            id = notice.id
            state = notice.state
            title = notice.title
            count = notice.count
            continues = notice.continues
        }
    }

    /// What was not told when it happened, because too much was.
    package struct HeldBack: Sendable, Hashable {
        /// How many notices.
        package var count: Int
        /// What the first of them would have said.
        package var titles: [String]

        /// The most titles that are kept.
        package static let mostTitles = 10

        /// So many notices, by default none.
        package init(count: Int = 0, titles: [String] = []) {
            self.count = count
            self.titles = titles
        }
    }

    /// What happened.
    package var event: Event
    /// The same for all notices of one cause; no other hook, run or machine has it, but for the random digits' chance.
    package var id: String
    /// When it is told.
    package var at: Instant
    /// The worst state that it is about; `ok` when something is over.
    package var state: ServerState
    /// What happened, in one line.
    package var title: String
    /// What else there is to know, a line each.
    package var details: [String]
    /// When it began; nil when that is not known.
    package var since: Instant?
    /// How long it lasted, when it is over.
    package var lasted: Span?
    /// What the servers share, how sure that is said in it; nil when nothing was found.
    package var shared: String?
    /// Which threshold certificates have passed.
    package var threshold: CertificateThreshold?
    /// Whom it is about, at most `mostMembers` of them.
    package var members: [Member]
    /// How many it is about.
    package var count: Int
    /// How many of them had not been told before.
    package var added: Int
    /// What a summary is about, the worst first; at most `mostParts`.
    package var parts: [Part]
    /// The identities of warnings that have become this outage, and of which nothing more is told; at most `mostParts`.
    package var continues: [String] = []
    /// What was not told before this, because too much was.
    package var heldBack: HeldBack?
    /// Whether it was so when the program first looked: then it may have been so for long.
    package var isFirstSight: Bool

    /// The most servers that a notice names.
    package static let mostMembers = 20
    /// The most things that a summary tells each with its identity; its text names `mostMembers`.
    package static let mostParts = 1_000

    /// A notice; what is left out is none.
    package init(
        _ event: Event, id: String, at: Instant, state: ServerState, title: String, details: [String] = [],
        since: Instant? = nil, lasted: Span? = nil, shared: String? = nil, threshold: CertificateThreshold? = nil,
        members: [Member] = [], count: Int? = nil, added: Int = 0, parts: [Part] = [], heldBack: HeldBack? = nil,
        isFirstSight: Bool = false
    ) {
        self.event = event
        self.id = id
        self.at = at
        self.state = state
        self.title = title
        self.details = details
        self.since = since
        self.lasted = lasted
        self.shared = shared
        self.threshold = threshold
        self.members = Array(members.prefix(Self.mostMembers))
        self.count = count ?? members.count
        self.added = added
        self.parts = Array(parts.prefix(Self.mostParts))
        self.heldBack = heldBack
        self.isFirstSight = isFirstSight
    }
}

extension Notice.Member {
    /// What is said of a server now.
    package init(_ status: ServerStatus) {
        let server = status.server
        self.init(
            subject: .server(server.id), name: CleanText.clean(server.displayName, limit: 80),
            judgement: status.judgement, since: status.since, ends: status.certificateEnds)
        site = server.site.map { CleanText.clean($0, limit: 80) }
        owner = server.owner.map { CleanText.clean($0, limit: 80) }
        runbook = server.runbook.map { CleanText.clean($0) }
    }

    /// What is said of a gateway now.
    package init(_ status: GatewayStatus) {
        self.init(
            subject: .gateway(status.gateway.id), name: CleanText.clean(status.gateway.name, limit: 80),
            judgement: status.judgement, since: status.since,
            ends: status.snapshot?.certificate?.facts?.leaf.notAfter)
    }

    private init(subject: Notice.Subject, name: String, judgement: Judgement, since: Instant?, ends: Instant?) {
        self.subject = subject
        self.name = name
        state = judgement.state
        self.since = since
        let headline = judgement.headline
        rule = headline?.rule
        short = headline.map { CleanText.clean($0.short) }
        verdict = headline.map { CleanText.clean($0.medium) }
        confidence = headline?.confidence
        behind = judgement.behind?.lowercased()
        firstStep = headline?.remedies.first.map { CleanText.clean($0.text) }
        certificateEnds = ends
    }
}
