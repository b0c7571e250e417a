import FleetModel

extension DetailSubject {
    /// Who takes care of the server, why, and until when; nothing when nobody has said that.
    var attention: [Line] {
        let said = [said.acknowledgement, said.mute].compactMap(\.self)
        return fields("attention", said.map { "\($0.sentence(now: now)); \($0.ending(now: now))" })
    }
}
