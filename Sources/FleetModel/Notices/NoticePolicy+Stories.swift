extension NoticePolicy {
    /// Puts somebody into the story that they belong to by what is known of them now.
    mutating func settle(_ subject: Notice.Subject, at now: Instant) {
        guard let known = known[subject], !isLeftAlone(subject) else { return }
        note(known, at: now)
        let current = causes[subject]
        switch known.member.state {
        case .unconfirmed: return
        case .unknown:
            // Of what was told it is not known whether it is over.
            if let current, stories[current]?.told == nil { leave(subject, isOver: false, at: now) }
        case .ok:
            leave(subject, isOver: true, at: now)
            // Nobody has to remember those who are well.
            if known.threshold == nil { self.known[subject] = nil }
        case .down, .warning:
            let isDown = known.member.state == .down
            if let current, stories[current]?.told != nil, current.isDown == isDown { return }
            let cause = cause(of: known, at: now)
            guard cause == nil || cause != current else { return }
            leave(subject, isOver: current?.isDown == true && !isDown, at: now)
            if let cause { join(subject, cause, at: now) }
        }
    }

    /// Takes somebody out of a story that was not told yet.
    mutating func leaveUntold(_ subject: Notice.Subject, at now: Instant) {
        for threshold in CertificateThreshold.allCases { withdraw(subject, from: threshold) }
        guard let cause = causes[subject] else { return }
        if stories[cause]?.told == nil {
            leave(subject, isOver: false, at: now)
        } else {
            stories[cause]?.untold.remove(subject)
        }
    }

    /// Adds somebody to a story, which begins with the first.
    mutating func join(_ subject: Notice.Subject, _ cause: NoticeCause, at now: Instant) {
        let began = known[subject]?.member.since ?? now
        var story = stories[cause] ?? newStory(cause, began: began)
        if story.untold.isEmpty { story.joined.first = time.elapsed }
        story.joined.last = time.elapsed
        story.began = min(story.began, began)
        story.members.insert(subject)
        story.untold.insert(subject)
        stories[cause] = story
        causes[subject] = cause
    }

    private mutating func newStory(_ cause: NoticeCause, began: Instant) -> Story {
        lastNumber += 1
        return Story(cause: cause, id: "\(run)-\(lastNumber)", began: began, joined: (time.elapsed, time.elapsed))
    }

    /// Takes somebody out of their story, which may be over by that.
    private mutating func leave(_ subject: Notice.Subject, isOver: Bool, at now: Instant) {
        guard let cause = causes.removeValue(forKey: subject), var story = stories[cause] else { return }
        story.members.remove(subject)
        story.untold.remove(subject)
        stories[cause] = story
        // Those who are left alone are told of anew, if they are still wrong when that ends.
        guard story.members.allSatisfy(isLeftAlone) else { return }
        if isOver {
            if story.told == nil { passed[cause, default: 0] += 1 } else { end(story, at: now) }
        }
        for member in story.members { causes[member] = nil }
        stories[cause] = nil
    }

    private mutating func end(_ story: Story, at now: Instant) {
        var story = story
        story.ended = now
        if over.isEmpty { overJoined.first = time.elapsed }
        overJoined.last = time.elapsed
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
            if let told = shared.story, told.isDown == isDown, stories[told]?.told != nil { return told }
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
