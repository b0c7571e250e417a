package import FleetModel

/// What is due besides the regular connection, by what is known: a pure function of snapshots and time.
package struct Cadence: Sendable, Hashable {
    /// NLA's challenge and the companion connection are looked at again after this long, and on any change.
    package static let daily = Span.hours(24)
    /// A UDP answer is asked for again after this long; silence only daily, since a firewall that drops datagrams may
    /// count them against us.
    package static let hourly = Span.hours(1)

    private let depth: ProbeDepth

    package init(depth: ProbeDepth) {
        self.depth = depth
    }

    /// Whether the NTLM challenge is asked for on this connection: at first sight, when something has changed, after a
    /// failure, and daily.
    ///
    /// - Parameters:
    ///   - snapshot: The present probe as far as it has come: the certificate has been read.
    ///   - earlier: The probe before; nil for the first.
    ///   - now: The time of asking.
    /// - Returns: Whether it is.
    package func wantsNLA(_ snapshot: ServerSnapshot, after earlier: ServerSnapshot?, at now: Instant) -> Bool {
        guard depth == .full else { return false }
        guard let earlier, let last = earlier.nla, last.failure == nil else { return true }
        return hasChanged(from: earlier, to: snapshot) || Self.isPast(Self.daily, since: last.at, at: now)
    }

    /// What is to be done besides, in order, after a probe.
    ///
    /// - Parameters:
    ///   - snapshot: The probe that has just ended, with what it carries on from the one before.
    ///   - earlier: The probe before; nil for the first.
    ///   - policy: What the fleet file says of the server: one that is expected to have no UDP is not asked by UDP.
    ///   - now: The time of asking.
    /// - Returns: For a server that cannot be reached nothing, or its last address to try when only its name fails.
    package func followUps(
        after snapshot: ServerSnapshot, earlier: ServerSnapshot?, policy: ProbePolicy, at now: Instant
    ) -> [FollowUp] {
        guard depth == .full else { return [] }
        if wantsLastAddress(snapshot) { return [.lastAddress] }
        guard snapshot.hasPassed(.tcp) else { return [] }
        var due: [FollowUp] = []
        if wantsCompanion(snapshot, after: earlier, at: now) { due.append(.companion) }
        if policy.expectedUDP != false,
            snapshot.udp.map({ Self.isPast(Self.pause(after: $0), since: $0.at, at: now) }) ?? true
        {
            due.append(.udp)
        }
        if wantsName(snapshot, at: now) { due.append(.name) }
        return due + VariantPlan.due(after: snapshot, at: now)
    }

    private static func pause(after udp: Observation<UDPFacts>) -> Span {
        udp.failure == .timedOut ? daily : hourly
    }

    /// Whether the name is to be resolved that the probe had no need of: at first sight and hourly, and oftener
    /// while it leads nowhere.
    private func wantsName(_ snapshot: ServerSnapshot, at now: Instant) -> Bool {
        guard let facts = snapshot.dns?.facts, facts.source == .literal, IPAddress(facts.name) == nil else {
            return false
        }
        return snapshot.nameCheck.map { Self.isPast(Self.pause(afterName: $0), since: $0.at, at: now) } ?? true
    }

    /// Whether the address of before is to be tried without the name: once, when it is confirmed that the name leads
    /// nowhere.
    private func wantsLastAddress(_ snapshot: ServerSnapshot) -> Bool {
        snapshot.isUnknownByName && snapshot.lastReach != nil && snapshot.lastAddressCheck == nil
            && snapshot.consecutiveFailures >= ServerSnapshot.confirmingFailures
    }

    /// Somebody may be about to repair a record that is missing.
    private static func pause(afterName check: Observation<DNSFacts>) -> Span {
        switch check.failure {
        case .noSuchName, .noAddress: .minutes(5)
        case _: hourly
        }
    }

    private func wantsCompanion(
        _ snapshot: ServerSnapshot, after earlier: ServerSnapshot?, at now: Instant
    ) -> Bool {
        guard snapshot.hasPassed(.tls), snapshot.selectsNLA else { return false }
        guard let earlier, let last = snapshot.companion else { return true }
        return hasChanged(from: earlier, to: snapshot) || Self.isPast(Self.daily, since: last.at, at: now)
    }

    /// Whether so much time has passed; of a time that is yet to come, after the wall clock was set back, always.
    private static func isPast(_ span: Span, since: Instant, at now: Instant) -> Bool {
        now - since >= span || since - now > .minutes(1)
    }

    /// Whether the server answers otherwise than before, or with another certificate, or with one after it had none:
    /// what comes back after an outage may be another machine.
    private func hasChanged(from earlier: ServerSnapshot, to snapshot: ServerSnapshot) -> Bool {
        if let before = earlier.x224?.facts?.answer, let now = snapshot.x224?.facts?.answer, before != now {
            return true
        }
        guard let now = snapshot.certificate?.facts else { return false }
        return earlier.certificate?.facts?.leaf.sha256 != now.leaf.sha256
    }
}

extension ServerSnapshot {
    /// Whether the server chose CredSSP.
    var selectsNLA: Bool {
        guard let selected = x224?.facts?.selected else { return false }
        return !selected.isDisjoint(with: [.hybrid, .hybridEx])
    }
}
