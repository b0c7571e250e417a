import FleetModel

/// Who takes care of the server, why, and until when.
struct AttentionSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        let said = [subject.said.acknowledgement, subject.said.mute].compactMap(\.self)
        return subject.fields(
            "attention", said.map { "\($0.sentence(now: subject.now)); \($0.ending(now: subject.now))" })
    }
}
