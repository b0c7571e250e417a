/// That somebody knows of a server's problem, or wants to hear nothing of the server for a while: who, why and until when.
package struct Annotation: Sendable, Hashable, Codable {
    /// What it says.
    package enum Kind: Sendable, Hashable, Codable {
        /// Somebody knows of this problem; the server keeps its state.
        case acknowledgement(Problem)
        /// Nobody wants to hear of the server; it counts as muted and as nothing else.
        case mute(until: End)
    }

    /// When a mute ends by itself.
    package enum End: Sendable, Hashable, Codable {
        /// At a time, whatever happens meanwhile: a server in maintenance comes and goes.
        case at(Instant)
        /// As soon as the server is ok.
        case recovery
    }

    /// What it says.
    package var kind: Kind
    /// Who says it, cleaned.
    package var by: String
    /// Why, as typed and cleaned; may be empty.
    package var reason: String
    /// Since when.
    package var at: Instant

    /// The most characters of a name or a reason.
    package static let textLimit = 200

    /// Creates an annotation; the texts are cleaned.
    package init(_ kind: Kind, by: String, reason: String, at: Instant) {
        self.kind = kind
        self.by = CleanText.clean(by, limit: Self.textLimit)
        self.reason = CleanText.clean(reason, limit: Self.textLimit)
        self.at = at
    }

    /// Whether it has ended by itself, now that this is what is known of the server.
    ///
    /// An acknowledgement ends when the server is ok, and when its problem is another one or a worse one than the one that
    /// was acknowledged: nobody has said that they know of that. While nothing can be said of the server, it stays.
    package func hasEnded(_ judgement: Judgement, now: Instant) -> Bool {
        switch kind {
        case .mute(until: .at(let end)): return end <= now
        case .mute(until: .recovery): return judgement.state == .ok
        case .acknowledgement(let known):
            if judgement.state == .ok { return true }
            return Problem(judgement).map { !$0.isCovered(by: known) } ?? false
        }
    }
}
