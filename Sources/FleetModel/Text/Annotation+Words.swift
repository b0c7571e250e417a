extension Annotation {
    /// `acknowledged by kim 12m ago: looking into it`; what it says without its end.
    package func sentence(now: Instant) -> String {
        let why = reason.isEmpty ? "" : ": \(reason)"
        return "\(verb) by \(by) \(max(.zero, now - at).compact) ago\(why)"
    }

    /// When it ends by itself, in a clause: `until 18:00Z`, `until it is ok`.
    package func ending(now: Instant) -> String {
        switch kind {
        case .acknowledgement: "until it is ok, or something else is wrong"
        case .mute(until: .recovery): "until it is ok"
        case .mute(until: .at(let end)): "until \(end.clockText(seenFrom: now))"
        }
    }

    private var verb: String {
        switch kind {
        case .acknowledgement: "acknowledged"
        case .mute: "muted"
        }
    }
}

extension Instant {
    /// The time of day to the minute, and the date when that is another day: `18:00Z`, `2026-11-24 06:30Z`.
    package func clockText(seenFrom now: Instant) -> String {
        let time = "\(timeText.prefix(5))Z"
        return dateText == now.dateText ? time : "\(dateText) \(time)"
    }
}
