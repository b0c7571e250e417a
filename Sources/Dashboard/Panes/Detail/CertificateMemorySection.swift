import Drawing
import FleetModel

/// The certificates that the server has shown since the program was started.
struct CertificateMemorySection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let snapshot = subject.status.snapshot, !snapshot.certificatesSinceStart.isEmpty else { return [] }
        let sightings = snapshot.certificatesSinceStart
        let began = snapshot.sinceStart.began
        guard sightings.count > 1, let first = sightings.first else {
            // Where the last probe saw none, nothing else says which one it was.
            if let only = sightings.first, snapshot.certificate?.facts == nil { return line(only, only, subject) }
            let times = sightings.first?.times ?? 0
            let probes = times == 1 ? "one probe has seen it" : "the same one in \(times) probes"
            return subject.field("unchanged", "\(probes) since \(began.dateText) \(began.timeText)Z")
        }
        let changes = snapshot.sinceStart.certificates.changes
        let returns = changes.count { $0.isReturn }
        let count = "\(sightings.count) certificates since \(began.dateText) \(began.timeText)Z"
        let words = returns == 0 ? count : "\(count), and \(returns) times an earlier one came back"
        var lines = subject.field("changed", words, .warning)
        for sighting in sightings.reversed() { lines += line(sighting, first, subject) }
        if let last = changes.last { lines += subject.field("last change", subject.age(last.at)) }
        return lines
    }

    private func line(
        _ sighting: CertificateSighting, _ first: CertificateSighting, _ subject: DetailSubject
    ) -> [Line] {
        let parts = [
            sighting.sha256.prefix(16) + "...",
            sighting.isSelfSigned ? "signed by itself" : "issued by \(sighting.issuer)",
            sighting.notAfter.map { "ends \($0.dateText)" },
            "seen \(sighting.times) \(sighting.times == 1 ? "time" : "times"), last \(subject.age(sighting.lastSeen))",
            sighting.address.map { "at \($0)" },
            sighting.keySHA256 == first.keySHA256 && sighting != first && !first.keySHA256.isEmpty
                ? "with the key of the oldest" : nil,
        ]
        return subject.field("seen", parts.compactMap(\.self).joined(separator: ", "))
    }
}
