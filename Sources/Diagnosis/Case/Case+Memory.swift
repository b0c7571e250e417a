import FleetModel

extension Case {
    /// The certificates that were seen, once there were several: the present one, or else the last, at the end.
    var certificatesSeen: [CertificateSighting] { snapshot?.sinceStart.certificates.sightings ?? [] }

    /// The last change from one certificate to another; nil when none was seen.
    var certificateChange: CertificateChange? {
        let seen = certificatesSeen.suffix(2)
        guard seen.count == 2, let before = seen.first, let after = seen.last,
            let change = snapshot?.sinceStart.certificates.changes.last
        else { return nil }
        return CertificateChange(from: before, to: after, change, policy: server.policy)
    }

    /// The changes of the last two days.
    var recentChanges: [CertificateHistory.Change] {
        snapshot?.sinceStart.certificates.changes(within: .hours(48), before: now) ?? []
    }

    /// Whether certificates come and go and come again, as against one replacing another for good.
    var certificatesAlternate: Bool {
        guard certificatesSeen.count > 1, !certificatesChurn else { return false }
        let changes = recentChanges
        // With more certificates than are remembered, one that comes again looks like a new one.
        return changes.returns >= 2 || changes.count >= CertificateHistory.limit
    }

    /// Whether the last change brought back a certificate that had been replaced, for the first time.
    var earlierCertificateIsBack: Bool {
        guard let last = recentChanges.last, last.isReturn, !certificatesAlternate, !certificatesChurn else {
            return false
        }
        return fallback == nil
    }

    /// The certificates seen that were made in the last two days and are still good; those that are made for hours only
    /// have to follow each other.
    var freshCertificates: [CertificateSighting] {
        certificatesSeen.filter { sighting in
            guard let notBefore = sighting.notBefore, let notAfter = sighting.notAfter else { return false }
            return now - notBefore < .hours(48) && now < notAfter
        }
    }

    /// Whether certificates are made again and again: more than two within two days, each of which replaced another.
    var certificatesChurn: Bool {
        guard certificatesSeen.count > 2, recentChanges.count >= 2 else { return false }
        return freshCertificates.count > 2 && recentChanges.returns < 2
    }

    /// What the certificate was before the server fell back to one of its own; nil when it has not.
    ///
    /// It may have made itself several since.
    var fallback: (before: CertificateSighting, after: CertificateSighting)? {
        guard !certificatesAlternate, let last = certificatesSeen.last, last.isOwnWork,
            last.sha256 != server.policy.pin,
            let place = certificatesSeen.lastIndex(where: { !$0.isSelfSigned }),
            certificatesSeen[place + 1].mayBeOfSameMachine(as: certificatesSeen[place])
        else { return nil }
        return (certificatesSeen[place], certificatesSeen[place + 1])
    }

    /// Since when, and on how many probes, what is remembered rests.
    var sinceStartEvidence: [String] {
        guard let snapshot else { return [] }
        return [
            "since rdptop was started: \(counted(snapshot.probes, "probe")) from "
                + "\(snapshot.sinceStart.began.iso8601) to \(snapshot.ended.iso8601)"
        ]
    }

    /// How long ago something was seen; none when the clock was set back since.
    func age(of time: Instant) -> Span { max(now - time, .zero) }
}

extension [CertificateHistory.Change] {
    /// How many of them brought back a certificate that had been there.
    var returns: Int { count { $0.isReturn } }
}
