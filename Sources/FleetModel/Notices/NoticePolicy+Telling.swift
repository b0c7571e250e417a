extension NoticePolicy {
    /// What is due now.
    mutating func tell(at now: Instant) -> [Notice] {
        var isFirst = false
        if case .sweeping = phase, unknown.isEmpty || time.elapsed >= NoticePace.longestSweep {
            phase = .opening(since: time.elapsed)
        }
        guard !isLinkDown else { return [] }
        switch phase {
        case .sweeping: return []
        case .opening(let since):
            let waited = time.elapsed - since
            guard waited >= pace.gather, unconfirmed.isEmpty || waited >= NoticePace.recheck else { return [] }
            isFirst = true
            phase = .listening
        case .listening: break
        }
        let ended = takeEnds(at: now)
        var fresh: [Notice] = []
        var grown: [Notice] = []
        for story in stories.values.sorted(by: Self.comesBefore) where isFirst || isDue(story) {
            if story.told == nil {
                fresh += takeNew(story, isFirst, at: now)
            } else {
                grown += takeGrown(story, at: now)
            }
        }
        for threshold in CertificateThreshold.allCases.reversed() {
            guard let crossing = crossings[threshold], isFirst || hasGathered(crossing.joined) else { continue }
            crossings[threshold] = nil
            fresh.append(NoticeWording.crossing(threshold, members(crossing.subjects), isFirst, id: nextID(), at: now))
        }
        if fresh.count > (isFirst ? 1 : NoticePace.mostAtOnce) {
            fresh = [NoticeWording.summary(of: fresh, isFirst, id: nextID(), at: now)]
        }
        return limited(ended + fresh + grown, at: now)
    }

    // MARK: When

    /// Outages first, then the larger one, then the older one.
    private static func comesBefore(_ left: Story, _ right: Story) -> Bool {
        if left.cause.isDown != right.cause.isDown { return left.cause.isDown }
        if left.members.count != right.members.count { return left.members.count > right.members.count }
        return (left.id.utf8.count, left.id) < (right.id.utf8.count, right.id)
    }

    private func hasGathered(_ joined: (first: Span, last: Span)) -> Bool {
        time.elapsed - joined.last >= pace.gather || time.elapsed - joined.first >= pace.longestGathering
    }

    private func isDue(_ story: Story) -> Bool {
        guard !story.untold.isEmpty, hasGathered(story.joined) else { return false }
        if let told = story.told, time.elapsed - told < pace.update { return false }
        return story.untold.contains { !wasJustTold($0, of: story.cause) }
    }

    /// Whether the same was told of somebody so shortly ago that it is not told again.
    func wasJustTold(_ subject: Notice.Subject, of cause: NoticeCause) -> Bool {
        told[cause]?[subject].map { time.elapsed - $0 < pace.again } ?? false
    }

    // MARK: What

    private mutating func takeNew(_ story: Story, _ isFirst: Bool, at now: Instant) -> [Notice] {
        let again = passed.removeValue(forKey: story.cause) ?? 0
        var notice = NoticeWording.beginning(
            story.cause, members(story.members), of: sharedCause(of: story), since: story.began, id: story.id, at: now)
        notice.isFirstSight = isFirst
        notice.tell(continued: story.continued)
        if again > 0 { notice.details.append(NoticeWording.cameAndWent(again)) }
        markTold(story, notice.title)
        return wish.topics.contains(story.cause.isDown ? .cause : .warning) ? [notice] : []
    }

    private mutating func takeGrown(_ story: Story, at now: Instant) -> [Notice] {
        var notice = NoticeWording.growth(
            story.cause, members(story.members), added: members(story.untold.subtracting(story.stillWrong)),
            stillWrong: members(story.stillWrong), of: sharedCause(of: story), since: story.began, id: story.id, at: now
        )
        notice.tell(continued: story.continued)
        markTold(story, notice.title)
        return wish.topics.contains(story.cause.isDown ? .cause : .warning) ? [notice] : []
    }

    private mutating func takeEnds(at now: Instant) -> [Notice] {
        let ready = over.filter(mayEnd)
        guard let first = ready.map(\.endsFrom).min(), let last = ready.map(\.endsFrom).max(),
            hasGathered((first, last))
        else { return [] }
        over.removeAll(where: mayEnd)
        guard wish.topics.contains(.recovered) else { return [] }
        let notices = ready.sorted(by: Self.comesBefore).map { story in
            markOver(story)
            var notice = NoticeWording.end(
                story.title, count: story.everTold.count, remaining: members(story.remaining), since: story.began,
                ended: story.ended ?? now, id: story.id, at: now)
            if story.returns > 0 { notice.details.append(NoticeWording.cameAndWent(story.returns)) }
            return notice
        }
        guard notices.count > NoticePace.mostAtOnce else { return notices }
        return [NoticeWording.summary(ofEnds: notices, id: nextID(), at: now)]
    }

    /// Whether it can be said that a story is over: not while one who was well may be wrong again.
    private func mayEnd(_ story: Story) -> Bool {
        guard story.endsFrom <= time.elapsed else { return false }
        return !story.everTold.contains { subject in
            guard !story.remaining.contains(subject) else { return false }
            return unconfirmed.contains(subject)
                || (story.cause.isDown && isLeftAlone(subject) && known[subject]?.member.state == .down)
        }
    }

    /// After the word that it is over, the next return is told at once.
    private mutating func markOver(_ story: Story) {
        var ends = (recovered[story.cause] ?? [:]).filter { time.elapsed - $0.value < pace.again }
        for subject in story.everTold {
            ends[subject] = time.elapsed
            told[story.cause]?[subject] = nil
        }
        recovered[story.cause] = ends
    }

    private mutating func markTold(_ story: Story, _ title: String) {
        var story = story
        var told = (told[story.cause] ?? [:]).filter { time.elapsed - $0.value < pace.again }
        for subject in story.untold { told[subject] = time.elapsed }
        self.told[story.cause] = told
        story.told = time.elapsed
        story.everTold.formUnion(story.untold)
        story.untold = []
        story.stillWrong = []
        story.continued = []
        story.title = title
        stories[story.key] = story
    }

    private func members(_ subjects: Set<Notice.Subject>) -> [Notice.Member] {
        subjects.compactMap { known[$0]?.member }.sorted { left, right in
            left.subject.isGateway == right.subject.isGateway
                ? (left.state, left.name, left.subject.text) < (right.state, right.name, right.subject.text)
                : left.subject.isGateway
        }
    }

    /// What at least half of a story's servers share.
    private func sharedCause(of story: Story) -> SharedCause? {
        let places = story.members.compactMap { subject -> Int? in
            guard case .server(let id) = subject else { return nil }
            return shared[id]
        }
        let counts = Dictionary(places.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 2 >= story.members.count
        else { return nil }
        return sharedCauses[most.key].cause
    }

    private mutating func nextID() -> String {
        lastNumber += 1
        return "\(run)-\(lastNumber)"
    }

    // MARK: How many

    /// As many as there is room for within the hour, of which a quarter is kept for what is down; the first says what
    /// there was none for before.
    private mutating func limited(_ notices: [Notice], at now: Instant) -> [Notice] {
        given.removeAll { time.elapsed - $0 >= .hours(1) }
        var notices = notices
        let mostOthers = pace.hourly - pace.hourly / 4
        if notices.isEmpty, heldBack.count > 0, given.count < mostOthers {
            notices = [NoticeWording.held(heldBack, id: nextID(), at: now)]
        }
        let outages = notices.count { $0.state == .down }
        var others = max(0, min(pace.hourly - given.count - outages, mostOthers - given.count))
        var passed: [Notice] = []
        for notice in notices {
            if notice.state != .down { others -= 1 }
            guard given.count < pace.hourly, notice.state == .down || others >= 0 else {
                heldBack.count += 1
                if heldBack.titles.count < Notice.HeldBack.mostTitles { heldBack.titles.append(notice.title) }
                continue
            }
            given.append(time.elapsed)
            var notice = notice
            if heldBack.count > 0 {
                notice.heldBack = heldBack
                heldBack = Notice.HeldBack()
            }
            passed.append(notice)
        }
        return passed
    }
}

extension Notice {
    fileprivate mutating func tell(continued stories: [NoticePolicy.Story]) {
        guard let first = stories.first else { return }
        continues = Array(stories.map(\.id).prefix(Self.mostParts))
        details.append("Was told as: \(first.title)" + (stories.count > 1 ? ", and \(stories.count - 1) more" : ""))
    }
}

extension Notice.Subject {
    /// Whether it is about a gateway.
    package var isGateway: Bool {
        switch self {
        case .server: false
        case .gateway: true
        }
    }
}
