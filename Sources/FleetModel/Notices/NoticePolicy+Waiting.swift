extension NoticePolicy {
    /// How long nothing is to be told unless something becomes known.
    ///
    /// A minute at most: a clock that is set meanwhile is noticed by the next look, and what it was set back by counts as no
    /// time at all.
    package func rest(at now: Instant) -> Span {
        let due = moments.filter { $0 > time.elapsed }.map { $0 - time.elapsed }
        return (due + [.minutes(1), calendar.rest(at: now)].compactMap(\.self)).min() ?? .minutes(1)
    }

    /// When something that `tell` waits for is over, one thing by one: some of it has passed, and what it tells may wait for
    /// something else.
    private var moments: [Span] {
        switch phase {
        case .sweeping: [NoticePace.longestSweep]
        case .opening(let since): [since + pace.gather, since + NoticePace.recheck]
        case .listening:
            stories.values.flatMap(moments) + crossings.values.flatMap { gathering($0.joined) }
                + over.flatMap { [$0.endsFrom] + gathering(($0.endsFrom, $0.endsFrom)) }
                + (heldBack.count > 0 ? given.map { $0 + .hours(1) } : [])
        }
    }

    private func moments(of story: Story) -> [Span] {
        guard !story.untold.isEmpty else { return [] }
        let again = story.untold.compactMap { told[story.cause]?[$0] }.map { $0 + pace.again }
        return gathering(story.joined) + (story.told.map { [$0 + pace.update] } ?? []) + again
    }

    private func gathering(_ joined: (first: Span, last: Span)) -> [Span] {
        [joined.last + pace.gather, joined.first + pace.longestGathering]
    }
}
