import Drawing
import FleetModel

/// Each check of the certificate with its sign, as the cells of the grid have them.
struct CertificateChecksSection: DetailSection {
    /// A check by its name, and the problems that it looks for.
    private struct Check {
        let title: String
        let problems: [CertificateProblem]
    }

    private static let checks = [
        Check(title: "name", problems: [.nameMismatch]),
        Check(title: "chain", problems: [.untrusted, .incompleteChain]),
        Check(title: "key", problems: [.weakKey]), Check(title: "signature", problems: [.weakSignature]),
        Check(title: "usage", problems: [.wrongUsage]), Check(title: "readable", problems: [.unreadable]),
    ]

    func lines(_ subject: DetailSubject) -> [Line] {
        guard let facts = subject.status.snapshot?.certificate?.facts else { return [] }
        var signs = [("dates", dates(facts.leaf, subject))]
        signs += Self.checks.map { check in
            (check.title, sign(facts.problems.contains { check.problems.contains($0) }, subject))
        }
        if subject.status.server.policy.pin != nil {
            signs.append(("pin", sign(facts.problems.contains(.pinMismatch), subject)))
        }
        return subject.field("checks", signs.map { "\($0.1) \($0.0)" }.joined(separator: "   "))
            + subject.field(
                "", "\(subject.glyphs.ok) passed   ! look at it   - not so, and no fault of the server here", .dim)
    }

    private func dates(_ leaf: CertificateDescription, _ subject: DetailSubject) -> String {
        guard let from = leaf.notBefore, let until = leaf.notAfter else { return "?" }
        guard subject.now >= from, subject.now <= until else { return "!" }
        let isEnding = until - subject.now < subject.status.server.policy.certificateWarning
        return isEnding ? sign(true, subject) : String(subject.glyphs.ok)
    }

    /// What the verdict does not count against the server, as that Windows signs its certificates itself, is no warning.
    private func sign(_ isFound: Bool, _ subject: DetailSubject) -> String {
        guard isFound else { return String(subject.glyphs.ok) }
        return subject.status.judgement.cells[.certificate] == .ok ? "-" : "!"
    }
}
