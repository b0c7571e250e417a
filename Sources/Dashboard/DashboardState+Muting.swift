import FleetModel

extension DashboardState {
    /// Mutes servers; asks for the reason when none is given.
    mutating func mute(_ indexes: [Rows.Index], _ length: MuteLength, because reason: String? = nil) -> [Effect] {
        let muted = indexes.filter { length.isPossible(for: rows[$0].judgement) }
        guard !muted.isEmpty else {
            say("\(subject(indexes)): nothing to recover from; choose a time")
            return []
        }
        let perform = { @Sendable (state: inout DashboardState, reason: String) -> [Effect] in
            let end = length.end(from: state.clock)
            return state.annotate(muted.map { ($0, .mute(until: end)) }, "muted", because: reason)
        }
        if let reason { return perform(&self, reason) }
        let (subject, words) = (subject(muted), length.words(seenFrom: clock))
        prompt = .text(
            TextQuestion(
                label: "mute, because",
                hints: { state, _ in
                    [
                        "Enter mutes \(subject) \(words) as \(state.setup.user)   Esc cancels",
                        "Enter mutes \(words)   Esc cancels", "Enter  Esc",
                    ]
                }, perform: perform))
        return []
    }

    // MARK: Until a time

    /// Asks for a time of day, and then mutes servers until that is next.
    ///
    /// - Parameters:
    ///   - indexes: Which ones.
    ///   - text: What stands in the prompt already.
    mutating func muteUntil(_ indexes: [Rows.Index], typed text: String = "") {
        prompt = .text(
            TextQuestion(label: "mute until", line: LineEdit(text), hints: { $0.hintsOnMuteEnd($1) }) { state, text in
                guard let end = state.muteEnd(text) else {
                    state.muteUntil(indexes, typed: text)
                    return []
                }
                return state.mute(indexes, .until(end))
            })
    }

    /// What the word behind `mute` asks for; nil when nobody can tell.
    func muteLength(_ word: String) -> MuteLength? { MuteLength(word, now: clock, offset: setup.offset) }

    /// The end that was typed; without any text the end or the beginning of a working day, whichever is next and not upon
    /// us. Nil when the text is no time.
    private func muteEnd(_ text: String) -> Instant? {
        let text = text.filter { $0 != " " }
        guard text.isEmpty else { return TimeOfDay(text)?.next(after: clock, offset: setup.offset) }
        return ["08:00", "18:00"].compactMap { TimeOfDay($0)?.next(after: clock + .hours(1), offset: setup.offset) }
            .min()
    }

    /// What Enter would do: the time by both clocks, as the board goes by UTC and people by the one on the wall.
    private func hintsOnMuteEnd(_ text: String) -> [String] {
        guard let end = muteEnd(text) else {
            return ["not a time: such as 18:00 by this machine's clock, or 17:00Z   Esc cancels", "such as 18:00  Esc"]
        }
        let here = "\((end + setup.offset(end)).timeText.prefix(5)) here, "
        let both = (setup.offset(end) == .zero ? "" : here) + end.clockText(seenFrom: clock)
        let lead = text.isEmpty ? ["a time such as 06:30, or Enter for", "Enter:"] : ["Enter:"]
        return lead.map { "\($0) \(both), in \((end - clock).spoken)   Esc cancels" }
            + ["Enter: \(end.clockText(seenFrom: clock))  Esc", "Enter  Esc"]
    }
}
