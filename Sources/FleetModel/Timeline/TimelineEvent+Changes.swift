extension TimelineEvent {
    /// What happened to a server between two looks at it, the earliest first.
    ///
    /// A failure that is not confirmed yet is no event; when it is confirmed, the event has the time of the first failure.
    /// A first look at a server that works is none either.
    /// - Parameters:
    ///   - old: What was known of it.
    ///   - new: What is known of it now.
    ///   - now: When that was learnt, for what has no time of its own.
    /// - Returns: A change of the certificate, a change of the state; mostly none.
    package static func between(_ old: ServerStatus, _ new: ServerStatus, now: Instant) -> [TimelineEvent] {
        let subject = Subject.server(new.server.id)
        let change = StateChange(
            from: Standing(old.judgement, since: old.since, previous: old.previous),
            to: Standing(new.judgement, since: new.since, previous: new.previous))
        let certificate = certificateEvent(
            subject, old.snapshot?.sinceStart.certificates, new.snapshot?.sinceStart.certificates)
        return [certificate, change.event(of: subject, now: now)].compactMap(\.self)
    }

    /// What happened to a gateway between two looks at it, as of a server.
    package static func between(_ old: GatewayStatus, _ new: GatewayStatus, now: Instant) -> [TimelineEvent] {
        let subject = Subject.gateway(new.gateway.id)
        let change = StateChange(
            from: Standing(old.judgement, since: old.since, previous: old.previous),
            to: Standing(new.judgement, since: new.since, previous: new.previous))
        var event = change.event(of: subject, now: now)
        event?.gateway = new.gateway.id
        let certificate = certificateEvent(
            subject, old.snapshot?.sinceStart.certificates, new.snapshot?.sinceStart.certificates)
        return [certificate, event].compactMap(\.self)
    }

    /// What happened on our side between two sentences on it; nil where there is nothing to say.
    ///
    /// - Parameters:
    ///   - old: The sentence that was there.
    ///   - new: The sentence that is there now. While there is one, it may change with every second.
    ///   - now: When.
    ///   - began: When the trouble that has ended began; nil when that is not known.
    /// - Returns: That trouble has begun, or that it has ended.
    package static func ourSide(_ old: String?, _ new: String?, now: Instant, began: Instant?) -> TimelineEvent? {
        switch (old, new) {
        case (nil, let sentence?):
            return TimelineEvent(at: now, kind: .ourSideTrouble, subject: .fleet, text: sentence)
        case (_?, nil):
            let lasted = began.map { max(.zero, now - $0) }
            let text = "our side is fine again" + (lasted.map { ", after \($0.spoken)" } ?? "")
            return TimelineEvent(at: now, kind: .ourSideFine, subject: .fleet, text: text, lasted: lasted)
        case (nil, nil), (_?, _?): return nil
        }
    }

    // MARK: Certificates

    /// A new certificate. That an earlier one is back is none: where they alternate, a finding says so, and once.
    private static func certificateEvent(
        _ subject: Subject, _ old: CertificateHistory?, _ new: CertificateHistory?
    ) -> TimelineEvent? {
        guard let new, let change = new.changes.last, change != old?.changes.last, !change.isReturn,
            let present = new.sightings.last, let past = new.sightings.dropLast().last
        else { return nil }
        let isSameIssuer = present.issuer == past.issuer && present.isSelfSigned == past.isSelfSigned
        let keepsTrust = present.trust == past.trust || present.trust == .trusted
        let endsLater = zip(present.notAfter, past.notAfter).map { $0 > $1 } ?? false
        let ends = present.notAfter.map { ", ends \($0.dateText)" } ?? ""
        let before = past.notAfter.map { "; the one before \($0.dateText)" } ?? ""
        guard isSameIssuer, keepsTrust, endsLater else {
            let now = present.isSelfSigned ? "self-signed" : "from \(present.issuer)"
            let then = past.isSelfSigned ? "self-signed" : "from \(past.issuer)"
            let issuer = isSameIssuer ? "" : ", now \(now), was \(then)"
            return TimelineEvent(
                at: change.at, kind: .certificateChanged, subject: subject,
                text: "another certificate\(ends)\(before)\(issuer)", short: "another certificate\(ends)",
                cause: present.sha256)
        }
        return TimelineEvent(
            at: change.at, kind: .certificateRenewed, subject: subject, text: "certificate renewed\(ends)\(before)",
            short: "certificate renewed\(ends)", cause: present.sha256)
    }
}

/// Both values; nil when one is missing.
private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    guard let first, let second else { return nil }
    return (first, second)
}

/// What one look at a server or gateway says of its state.
private struct Standing {
    let judgement: Judgement
    let since: Instant?
    /// The state as far as it is settled: a failure that is not confirmed leaves it as it was. Nil when nothing is known.
    let settled: ServerState?

    init(_ judgement: Judgement, since: Instant?, previous: ServerState?) {
        self.judgement = judgement
        self.since = since
        settled = since == nil ? nil : judgement.state == .unconfirmed ? previous : judgement.state
        isUnheardOf = settled == nil || (judgement.state == .unknown && previous == nil)
    }

    /// Whether nothing but that it cannot be judged was known so far: the first state that is settled is its first.
    let isUnheardOf: Bool

    var isSettled: Bool { settled == judgement.state }
}

/// Two looks at the same server or gateway.
private struct StateChange {
    let old: Standing
    let new: Standing

    init(from old: Standing, to new: Standing) {
        self.old = old
        self.new = new
    }

    func event(of subject: TimelineEvent.Subject, now: Instant) -> TimelineEvent? {
        guard new.isSettled, let state = new.settled else { return nil }
        guard state != old.settled else { return old.isSettled ? verdictChange(of: subject, now: now) : nil }
        let kind: TimelineEvent.Kind
        switch state {
        case .down: kind = .down
        case .warning: kind = .warning
        case .unknown: kind = .unknown
        case .ok: return recovery(of: subject, now: now)
        case .unconfirmed: return nil
        }
        let headline = new.judgement.headline
        return TimelineEvent(
            at: new.since ?? now, kind: kind, subject: subject, text: headline?.medium ?? state.word,
            short: headline?.short ?? state.word, cause: headline?.rule, gateway: new.judgement.behind?.lowercased(),
            previous: old.isUnheardOf ? nil : old.settled, lasted: old.isUnheardOf ? nil : lasted,
            isFirstSight: old.isUnheardOf)
    }

    private func recovery(of subject: TimelineEvent.Subject, now: Instant) -> TimelineEvent? {
        guard let past = old.settled, !old.isUnheardOf else { return nil }
        // The verdict of a failure that was not confirmed is not that of the state before it.
        let headline = old.isSettled ? old.judgement.headline : nil
        let was = past == .unknown ? "was not known" : "was \(past.word)"
        return TimelineEvent(
            at: new.since ?? now, kind: .recovered, subject: subject,
            text: was + (lasted.map { " for \($0.spoken)" } ?? "") + (headline.map { ": \($0.medium)" } ?? ""),
            short: was + (headline.map { ": \($0.short)" } ?? ""), cause: headline?.rule,
            gateway: old.judgement.behind?.lowercased(), previous: past, lasted: lasted)
    }

    private func verdictChange(of subject: TimelineEvent.Subject, now: Instant) -> TimelineEvent? {
        guard let state = new.settled, state == .down || state == .warning, let present = new.judgement.headline,
            let past = old.judgement.headline,
            present.rule != past.rule || new.judgement.behind != old.judgement.behind
        else { return nil }
        return TimelineEvent(
            at: now, kind: .verdictChanged, subject: subject, text: "now \(present.medium), was \(past.short)",
            short: "now \(present.short)", cause: present.rule, gateway: new.judgement.behind?.lowercased(),
            previous: state)
    }

    /// How long the state before had lasted; nil where a failure that was not confirmed stands between.
    private var lasted: Span? {
        guard old.isSettled, let began = old.since, let ended = new.since, ended >= began else { return nil }
        return ended - began
    }
}
