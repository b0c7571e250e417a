import FleetModel

/// For how long servers are muted.
enum MuteLength: Sendable, Equatable {
    /// From now on for a while.
    case lasting(Span)
    /// Until a time that somebody has named.
    case until(Instant)
    /// Until the server is ok.
    case recovery

    /// One that has a name.
    struct Offer: Sendable {
        /// What is typed for it.
        let word: String
        /// Its words in the menu.
        let title: String
        let length: MuteLength
    }

    /// Those with a name, in the order of the menu.
    static let offers = [
        Offer(word: "15m", title: "15 minutes", length: .lasting(.minutes(15))),
        Offer(word: "1h", title: "1 hour", length: .lasting(.hours(1))),
        Offer(word: "4h", title: "4 hours", length: .lasting(.hours(4))),
        Offer(word: "1d", title: "1 day", length: .lasting(.days(1))),
        Offer(word: "ok", title: "until ok", length: .recovery),
    ]

    /// What can be typed for one, in a sentence.
    static let forms = offers.map(\.word).joined(separator: ", ") + " or a time such as 18:00"

    /// Reads the word of an offer, or a time of day, which is the next one by the clock on the wall; nil for anything else.
    ///
    /// - Parameters:
    ///   - text: `1h`, `ok`, `18:00`, or `18:00Z` of UTC.
    ///   - now: The time.
    ///   - offset: How far the clock on the wall is ahead of UTC at an instant.
    init?(_ text: String, now: Instant, offset: (Instant) -> Span) {
        if let offer = Self.offers.first(where: { $0.word == text.lowercased() }) {
            self = offer.length
        } else if let time = TimeOfDay(text) {
            self = .until(time.next(after: now, offset: offset))
        } else {
            return nil
        }
    }

    /// The same in a sentence: `for 1 hour`, `until 18:00Z`.
    func words(seenFrom now: Instant) -> String {
        switch self {
        case .lasting(let span): "for \(Self.offers.first { $0.length == self }?.title ?? span.spoken)"
        case .until(let end): "until \(end.clockText(seenFrom: now))"
        case .recovery: "until it is ok"
        }
    }

    /// Whether a server can be muted so: what is ok already would end such a mute at once.
    func isPossible(for judgement: Judgement) -> Bool {
        switch self {
        case .lasting, .until: true
        case .recovery: judgement.state != .ok
        }
    }

    /// When a mute ends that begins now.
    func end(from now: Instant) -> Annotation.End {
        switch self {
        case .lasting(let span): .at(now + span)
        case .until(let end): .at(end)
        case .recovery: .recovery
        }
    }
}
