/// Which certificates a server has shown since the program was started, and when it changed from one to another.
///
/// As long as there has been only one, it is counted and not listed: the facts of the last probe have it.
package struct CertificateHistory: Sendable, Hashable, Codable {
    /// The most certificates that are remembered; the one that has not been seen for longest is forgotten first.
    package static let limit = 8
    /// The most changes that are remembered; the oldest is forgotten first.
    package static let changeLimit = 16

    /// A probe that saw another certificate than the one before it that saw any.
    package struct Change: Sendable, Hashable, Codable {
        /// When the other certificate was seen.
        package var at: Instant
        /// Whether that one had been there before, so that they alternate.
        package var isReturn: Bool

        /// Creates a change.
        package init(at: Instant, isReturn: Bool = false) {
            self.at = at
            self.isReturn = isReturn
        }
    }

    /// The certificates, in the order in which they were last seen; empty as long as the only one is still there.
    package private(set) var sightings: [CertificateSighting] = []
    /// The changes, the oldest first.
    package private(set) var changes: [Change] = []
    private var firstSeen: Instant?
    private var times = 0

    /// None seen yet.
    package init() {}

    /// The changes of the time before `now`.
    package func changes(within span: Span, before now: Instant) -> [Change] {
        changes.filter { now - $0.at < span }
    }

    /// All certificates that were seen, given the one that the last probe saw.
    func all(with present: SeenCertificate?) -> [CertificateSighting] {
        guard sightings.isEmpty, let present else { return sightings }
        return [present.sighting(firstSeen: firstSeen ?? present.time, times: max(times, 1))]
    }

    /// Notes what one more probe saw, and what the probe before it had seen.
    mutating func note(_ present: SeenCertificate?, after past: SeenCertificate?) {
        if sightings.isEmpty {
            guard let past else { return begin(with: present) }
            if past.facts.leaf.sha256 == present?.facts.leaf.sha256 {
                times += 1
                return
            }
            sightings = all(with: past)
        }
        if let present { list(present) }
    }

    /// Nothing that is remembered lies after `time`.
    mutating func setBack(to time: Instant) {
        firstSeen = firstSeen.map { min($0, time) }
        guard let newest = sightings.last?.lastSeen, newest > time else { return }
        for index in sightings.indices {
            sightings[index].firstSeen = min(sightings[index].firstSeen, time)
            sightings[index].lastSeen = min(sightings[index].lastSeen, time)
        }
        for index in changes.indices { changes[index].at = min(changes[index].at, time) }
    }

    private mutating func begin(with present: SeenCertificate?) {
        guard let present else { return }
        firstSeen = present.time
        times = 1
    }

    private mutating func list(_ present: SeenCertificate) {
        let sha256 = present.facts.leaf.sha256
        let known = sightings.lastIndex { $0.sha256 == sha256 }
        if known != sightings.indices.last {
            if changes.count == Self.changeLimit { changes.removeFirst() }
            changes.append(Change(at: present.time, isReturn: known != nil))
        }
        let earlier = known.map { sightings.remove(at: $0) }
        if sightings.isEmpty, changes.isEmpty, let earlier {
            // It is still the only one: the facts of this probe have it again.
            (firstSeen, times) = (earlier.firstSeen, earlier.times + 1)
            return
        }
        if sightings.count == Self.limit { sightings.removeFirst() }
        sightings.append(
            present.sighting(firstSeen: earlier?.firstSeen ?? present.time, times: (earlier?.times ?? 0) + 1))
    }
}
