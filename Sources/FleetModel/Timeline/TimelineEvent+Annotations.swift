extension TimelineEvent {
    /// What people have said of a server, or taken back, between two looks at it.
    ///
    /// - Parameters:
    ///   - old: What had been said.
    ///   - new: What is said now.
    ///   - server: Of whom.
    ///   - start: When the program was started: what was said before that has not happened since.
    ///   - now: When it was learnt.
    /// - Returns: What was said, with the time at which it was; and what is not said any more.
    package static func between(
        _ old: ServerAnnotations, _ new: ServerAnnotations, of server: Server.ID, since start: Instant, now: Instant
    ) -> [TimelineEvent] {
        let pairs = [(Kind.acknowledged, old.acknowledgement, new.acknowledgement), (.muted, old.mute, new.mute)]
        return pairs.compactMap { kind, old, new in
            guard old != new else { return nil }
            guard let new else {
                let text = kind == .muted ? "not muted any more" : "acknowledgement lifted"
                return TimelineEvent(at: now, kind: .lifted, subject: .server(server), text: text)
            }
            guard new.at >= start else { return nil }
            return TimelineEvent(at: new.at, kind: kind, subject: .server(server), text: new.eventText)
        }
    }

    /// The time of a mute has come to its end.
    package static func muteEnded(_ server: Server.ID, at time: Instant) -> TimelineEvent {
        TimelineEvent(at: time, kind: .lifted, subject: .server(server), text: "the time of the mute is over")
    }

    /// Somebody stopped all probing, or let it go on: why nothing is known of a while.
    package static func probing(isStopped: Bool, at time: Instant) -> TimelineEvent {
        TimelineEvent(
            at: time, kind: isStopped ? .probingStopped : .probingResumed, subject: .fleet,
            text: isStopped ? "probing stopped" : "probing goes on")
    }
}

extension Annotation {
    /// `until 18:00Z, by kim: reimaging`.
    fileprivate var eventText: String {
        let why = reason.isEmpty ? "" : ": \(reason)"
        switch kind {
        case .acknowledgement: return "by \(by)\(why)"
        case .mute: return "\(ending(now: at)), by \(by)\(why)"
        }
    }
}
