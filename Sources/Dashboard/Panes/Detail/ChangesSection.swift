import Drawing
import FleetModel

/// How the state of the server changed since the program was started.
struct ChangesSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        subject.field("now", VerdictSection.sentence(subject.status, subject.now), subject.status.judgement.state.role)
    }
}
