import FleetModel

/// How many servers of the fleet run the same build, and how many of them treat NLA otherwise.
struct BuildKinSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let kin = subject.kin, let build = subject.status.snapshot?.nla?.facts?.build else { return [] }
        var lines = subject.field("same build", "\(kin.sameBuild.servers) of the fleet with \(build)")
        if kin.otherNLA > 0 {
            lines += subject.field("", "\(kin.otherNLA) of them treat NLA otherwise, or that is not known")
        }
        return lines
    }
}
