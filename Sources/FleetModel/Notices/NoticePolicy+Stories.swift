extension NoticePolicy {
    /// Puts somebody into the story that they belong to by what is known of them now.
    mutating func settle(_ subject: Notice.Subject, at now: Instant) {
        guard let known = known[subject], !isLeftAlone(subject) else { return }
        note(known, at: now)
        let current = places[subject]
        switch known.member.state {
        case .unconfirmed: return
        case .unknown:
            // Of what was told it is not known whether it is over.
            if let current, stories[current]?.told == nil { leave(subject) }
        case .ok:
            leave(subject, wellSince: known.member.since ?? now)
            // Nobody has to remember those who are well.
            if known.threshold == nil { self.known[subject] = nil }
        case .down, .warning:
            let isDown = known.member.state == .down
            if let current, stories[current]?.told != nil, current.cause.isDown == isDown { return }
            let cause = cause(of: known, at: now)
            guard cause == nil || cause != current?.cause else { return }
            let isBetter = current?.cause.isDown == true && !isDown
            let left = leave(subject, wellSince: isBetter ? known.member.since ?? now : nil)
            guard let cause else { return }
            join(subject, cause, at: now)
            if isDown, let key = places[subject] { stories[key]?.continued += left }
        }
    }

    /// Takes somebody out of a story that was not told yet.
    mutating func leaveUntold(_ subject: Notice.Subject, at now: Instant) {
        for threshold in CertificateThreshold.allCases { withdraw(subject, from: threshold) }
        guard let key = places[subject] else { return }
        if stories[key]?.told == nil {
            leave(subject)
        } else {
            stories[key]?.untold.remove(subject)
            stories[key]?.stillWrong.remove(subject)
        }
    }

    /// Adds somebody to the story of a cause that they belong to, which may begin with them.
    private mutating func join(_ subject: Notice.Subject, _ cause: NoticeCause, at now: Instant) {
        let ended = over.indices.filter { place in
            let story = over[place]
            return story.cause.isDown == cause.isDown && story.everTold.contains(subject)
                && !story.remaining.contains(subject)
        }
        let same = ended.last { over[$0].cause == cause || (over[$0].cause.isVerdict && cause.isVerdict) }
        if let same {
            resume(over.remove(at: same), with: subject)
            return
        }
        // Something else has them now: that they were well in between is to be told before that, not after.
        for place in ended { over[place].endsFrom = min(over[place].endsFrom, time.elapsed) }
        add(subject, to: key(of: cause, for: subject), at: now)
    }

    /// What was told, and whose end was not, goes on: nothing is to be told.
    private mutating func resume(_ ended: Story, with subject: Notice.Subject) {
        var story = ended
        story.members = [subject]
        story.returns += 1
        stories[story.key] = story
        places[subject] = story.key
    }

    /// The story that somebody with a cause belongs to.
    private func key(of cause: NoticeCause, for subject: Notice.Subject) -> Story.Key {
        let same = stories.values.filter { $0.cause == cause }.sorted { $0.key.wave > $1.key.wave }
        if wasJustTold(subject, of: cause), let earlier = same.first(where: { $0.everTold.contains(subject) }) {
            return earlier.key
        }
        if let open = same.first(where: isOpen) { return open.key }
        let waves = same.map(\.key.wave) + over.lazy.filter { $0.cause == cause }.map(\.key.wave)
        return Story.Key(cause: cause, wave: waves.max().map { $0 + 1 } ?? 0)
    }

    /// Whether whoever gets its cause now joins a story. A verdict alone does not make one outage of two that are hours
    /// apart.
    private func isOpen(_ story: Story) -> Bool {
        guard story.cause.isVerdict, let told = story.told else { return true }
        return time.elapsed - told < pace.update || story.untold.contains { !wasJustTold($0, of: story.cause) }
    }

    /// Adds somebody to a story, which begins with the first.
    mutating func add(_ subject: Notice.Subject, to key: Story.Key, at now: Instant) {
        let began = known[subject]?.member.since ?? now
        var story = stories[key] ?? newStory(key, began: began)
        if story.untold.isEmpty { story.joined.first = time.elapsed }
        story.joined.last = time.elapsed
        story.began = min(story.began, began)
        story.members.insert(subject)
        story.untold.insert(subject)
        stories[key] = story
        places[subject] = key
    }

    private mutating func newStory(_ key: Story.Key, began: Instant) -> Story {
        lastNumber += 1
        return Story(key: key, id: "\(run)-\(lastNumber)", began: began, joined: (time.elapsed, time.elapsed))
    }

    /// Takes somebody out of their story, which may be over by that.
    ///
    /// They have not had its cause since `wellSince`; nil when that is not known, or when they have a worse one.
    ///
    /// - Returns: What was told and has nobody left, though it is not over.
    @discardableResult
    private mutating func leave(_ subject: Notice.Subject, wellSince: Instant? = nil) -> [Story] {
        guard let key = places.removeValue(forKey: subject), var story = stories[key] else { return [] }
        story.members.remove(subject)
        story.untold.remove(subject)
        story.stillWrong.remove(subject)
        if let wellSince { story.ended = max(story.ended ?? wellSince, wellSince) }
        stories[key] = story
        // Those who are left alone are told of anew, if they are still wrong when that ends.
        guard story.members.allSatisfy({ isLeftAlone($0) || isAcknowledged($0) }) else { return [] }
        for member in story.members { places[member] = nil }
        stories[key] = nil
        guard let wellSince else { return story.told == nil ? story.continued : [story] + story.continued }
        if story.told == nil { passed[key.cause, default: 0] += 1 } else { end(story) }
        for var earlier in story.continued {
            earlier.ended = wellSince
            end(earlier)
        }
        return []
    }

    private mutating func end(_ story: Story) {
        var story = story
        story.remaining = story.members
        story.endsFrom = time.elapsed
        // Their end was told shortly ago, of all of them: this one waits whether they stay.
        let earlier = recovered[story.cause] ?? [:]
        let ends = story.everTold.compactMap { earlier[$0] }
        if ends.count == story.everTold.count, let first = ends.min() {
            story.endsFrom = max(story.endsFrom, first + pace.again)
        }
        over.append(story)
    }

    /// Which story somebody belongs to; nil when it is none that the hook wants.
    private func cause(of known: Known, at now: Instant) -> NoticeCause? {
        let (member, isDown) = (known.member, known.member.state == .down)
        guard isWanted(known, at: now), !isAcknowledged(member.subject) else { return nil }
        if let gateway = member.behind { return .gateway(gateway) }
        switch member.subject {
        case .gateway(let id): return isDown ? .gateway(id) : .rule(member.rule ?? member.state.word, isDown: false)
        case .server(let id):
            guard let place = shared[id] else { return .rule(member.rule ?? member.state.word, isDown: isDown) }
            let shared = sharedCauses[place]
            if let key = shared.story, key.cause.isDown == isDown, let story = stories[key], story.told != nil,
                isOpen(story)
            {
                return key.cause
            }
            if shared.cause.trait == .gateway, isDown { return .gateway(shared.cause.value.lowercased()) }
            return .shared(shared.cause.trait, shared.cause.value, isDown: isDown)
        }
    }

    private func isWanted(_ known: Known, at now: Instant) -> Bool {
        if known.member.state == .down {
            guard !wish.topics.isDisjoint(with: [.cause, .recovered]) else { return false }
        } else {
            // What certificates have left is told by thresholds.
            let isThreshold = CertificateThreshold.isNamed(by: known.member.rule)
            guard wish.topics.contains(.warning), !(isThreshold && wish.topics.contains(.certificate)) else {
                return false
            }
        }
        return passes(known, at: now)
    }

    /// Whether the hook's filter leaves somebody.
    func passes(_ known: Known, at now: Instant) -> Bool {
        guard let status = known.status, !wish.filter.isEmpty else { return true }
        return wish.filter.matches(
            FilterRow(status, annotations: annotations[status.server.id] ?? .none), now: now)
    }
}
