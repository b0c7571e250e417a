import Drawing
import FleetModel

/// What tells the certificate from any other, to look for it elsewhere, and what was sent with it.
struct FingerprintSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let facts = subject.status.snapshot?.certificate?.facts else { return [] }
        return subject.field("SHA-256", facts.leaf.sha256, .dim) + subject.field("serial", facts.leaf.serial, .dim)
            + subject.fields("sent too", facts.intermediates.map(\.subject), .dim)
    }
}
