/// Something that happened to a server, to a gateway, or on our side, and when.
package struct TimelineEvent: Sendable, Hashable, Codable {
    /// What happened.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Users cannot connect any more; the time is that of the first failed probe.
        case down
        /// Works, with something to repair.
        case warning
        /// Cannot be judged any more.
        case unknown
        /// Has nothing to repair any more, or is known again and has nothing to repair.
        case recovered
        /// Still down, or still a warning, and now for another reason.
        case verdictChanged
        /// Another certificate of the same issuer, which ends later.
        case certificateRenewed
        /// Another certificate than before, and no renewal.
        case certificateChanged
        /// Something on this machine, or near it, keeps us from judging.
        case ourSideTrouble
        /// Nothing keeps us from judging any more.
        case ourSideFine
        /// Somebody knows of it.
        case acknowledged
        /// Somebody wants to hear nothing of it.
        case muted
        /// An acknowledgement or a mute was taken back, or has ended.
        case lifted
        /// Somebody stopped all probing.
        case probingStopped
        /// Probing goes on.
        case probingResumed
    }

    /// Whom it happened to.
    package enum Subject: Sendable, Hashable, Codable {
        case server(Server.ID)
        case gateway(Gateway.ID)
        /// All of them, or none: our side.
        case fleet
    }

    /// When it happened, as far as it is known; it may have been learnt later.
    package var at: Instant
    /// What happened.
    package var kind: Kind
    /// Whom it happened to.
    package var subject: Subject
    /// What is said of it, in one line: the verdict, or who did it and why.
    package var text: String
    /// The same without what differs between servers of one cause.
    package var short: String
    /// What makes events one story: the rule of the verdict, the fingerprint of the new certificate; nil when only the
    /// text does.
    package var cause: String?
    /// The gateway that the server is, or was, down behind; for a gateway itself its own.
    package var gateway: Gateway.ID?
    /// The state before; nil when there was none, or when it is about no state.
    package var previous: ServerState?
    /// How long that had lasted; nil when that is not known.
    package var lasted: Span?
    /// Whether nothing was known before: then it may have been so for long.
    package var isFirstSight: Bool

    /// Creates an event.
    package init(
        at: Instant, kind: Kind, subject: Subject, text: String, short: String? = nil, cause: String? = nil,
        gateway: Gateway.ID? = nil, previous: ServerState? = nil, lasted: Span? = nil, isFirstSight: Bool = false
    ) {
        self.at = at
        self.kind = kind
        self.subject = subject
        self.text = text
        self.short = short ?? text
        self.cause = cause
        self.gateway = gateway
        self.previous = previous
        self.lasted = lasted
        self.isFirstSight = isFirstSight
    }

    /// Whether it begins an outage.
    package var isOutage: Bool { kind == .down }

    /// Whether it is about a state that probes found, and not about what somebody did.
    package var isAboutState: Bool {
        switch kind {
        case .down, .warning, .unknown, .recovered, .verdictChanged: true
        case .certificateRenewed, .certificateChanged, .ourSideTrouble, .ourSideFine, .acknowledged, .muted, .lifted,
            .probingStopped, .probingResumed:
            false
        }
    }

    /// What happened in at most five characters: `DOWN`, `cert`, `ack`.
    package var word: String {
        switch kind {
        case .down: ServerState.down.word
        case .warning: ServerState.warning.word
        case .unknown: ServerState.unknown.word
        case .recovered: ServerState.ok.word
        case .verdictChanged: previous?.word ?? ServerState.down.word
        case .certificateRenewed, .certificateChanged: "cert"
        case .ourSideTrouble, .ourSideFine: "here"
        case .acknowledged: "ack"
        case .muted: "mute"
        case .lifted: "lift"
        case .probingStopped: "stop"
        case .probingResumed: "start"
        }
    }

    /// Its text, with what has to be known to read it.
    package var sentence: String { isFirstSight ? "\(text), when first probed" : text }
}
