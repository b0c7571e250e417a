import Drawing
import FleetModel

/// What each verdict rests on: what was seen, where and when, what users see because of it, and what it is not.
struct EvidenceSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let findings = subject.status.judgement.findings.withoutRepeats
        return findings.enumerated().flatMap { place, finding in
            let parts = FindingText(finding, subject)
            // The first has been named above; the others begin with what they say.
            let head = place == 0 ? [] : [Line()] + parts.what + parts.why
            return head + parts.seen + parts.place + parts.users + parts.denials
        }
    }
}
