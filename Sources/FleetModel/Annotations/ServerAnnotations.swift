/// What people have said of one server; it can be both acknowledged and muted.
package struct ServerAnnotations: Sendable, Hashable, Codable {
    /// That somebody knows of its problem; nil when nobody has said so.
    package var acknowledgement: Annotation?
    /// That nobody wants to hear of it; nil when it is not muted.
    package var mute: Annotation?

    /// Creates annotations; by default none.
    package init(acknowledgement: Annotation? = nil, mute: Annotation? = nil) {
        self.acknowledgement = acknowledgement
        self.mute = mute
    }

    /// Nothing has been said.
    package static let none = ServerAnnotations()

    /// Whether nothing has been said.
    package var isEmpty: Bool { self == .none }

    /// Whether somebody takes care of the server already, so that it calls for nobody.
    package var isAttendedTo: Bool { acknowledgement != nil || mute != nil }

    /// Adds an annotation in the place of one of its kind.
    package mutating func add(_ annotation: Annotation) {
        switch annotation.kind {
        case .acknowledgement: acknowledgement = annotation
        case .mute: mute = annotation
        }
    }

    /// Those that have not ended by themselves.
    package func remaining(_ judgement: Judgement, now: Instant) -> ServerAnnotations {
        ServerAnnotations(
            acknowledgement: acknowledgement.flatMap { $0.hasEnded(judgement, now: now) ? nil : $0 },
            mute: mute.flatMap { $0.hasEnded(judgement, now: now) ? nil : $0 })
    }

    /// When the mute ends by its time; nil when there is none that does.
    package var muteEnd: Instant? {
        guard case .mute(until: .at(let end))? = mute?.kind else { return nil }
        return end
    }
}
