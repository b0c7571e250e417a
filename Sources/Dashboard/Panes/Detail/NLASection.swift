import Drawing
import FleetModel

/// What the server said of itself before any logon, and whether it insists on Network Level Authentication.
struct NLASection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let snapshot = subject.status.snapshot else { return [] }
        var lines: [Line] = []
        if let observation = snapshot.nla {
            let answer = observation.facts.map { "answered with \($0.answer.words)" }
            let words = answer ?? observation.failure?.words ?? "nothing seen"
            lines += subject.field(
                "NLA", words + subject.seenEarlier(observation.at), observation.failure == nil ? .normal : .failed)
        }
        if let requirement = snapshot.nlaRequirement {
            lines += subject.field(lines.isEmpty ? "NLA" : "requirement", requirement.words)
        }
        return lines + (snapshot.nla?.facts.map { identity($0, subject) } ?? [])
    }

    private func identity(_ facts: NLAFacts, _ subject: DetailSubject) -> [Line] {
        var lines: [Line] = []
        func add(_ label: String, _ parts: [String?], _ role: Role = .normal) {
            let words = parts.compactMap { $0 }.filter { !$0.isEmpty }
            if !words.isEmpty { lines += subject.field(label, words.joined(separator: ", "), role) }
        }
        add("computer", [facts.computerName, facts.dnsComputerName])
        if facts.isDomainMember == false {
            add("domain", ["none: a workgroup"])
        } else {
            add("domain", [facts.domainName, facts.dnsDomainName, facts.forest.map { "forest \($0)" }])
        }
        if let build = facts.build {
            add("Windows", ["build \(build)", WindowsReleases.productName(of: build)])
            add("updates", [Self.support(of: build, now: subject.now)], isOld(build, subject.now) ? .warning : .normal)
        }
        add("clock", [facts.clockWords])
        add("CredSSP", [facts.credSSPWords])
        add("answered in", [facts.roundTrip.map { $0.latency }], .dim)
        return lines
    }

    private func isOld(_ build: WindowsBuild, _ now: Instant) -> Bool {
        WindowsReleases.release(of: build)?.isOutOfSupport(at: now) ?? false
    }

    /// Until when the build gets updates that nobody pays for; nil when that is not known.
    static func support(of build: WindowsBuild, now: Instant) -> String? {
        guard let release = WindowsReleases.release(of: build), let lastDay = release.lastDay else { return nil }
        return release.isOutOfSupport(at: now) ? "ended on \(lastDay)" : "until \(lastDay) at the latest"
    }
}
