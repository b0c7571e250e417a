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

    /// What a check found.
    private enum Sign {
        case passed, suspicious
        /// So, and the verdict does not count it against the server: Windows signs its certificates itself.
        case noted
        case unknown
    }

    func lines(_ subject: DetailSubject) -> [Line] {
        guard let facts = subject.status.snapshot?.certificate?.facts else { return [] }
        var results = [("dates", dates(facts.leaf, subject))]
        results += Self.checks.map { check in
            (check.title, sign(facts.problems.contains { check.problems.contains($0) }, subject))
        }
        if subject.status.server.policy.pin != nil {
            results.append(("pin", sign(facts.problems.contains(.pinMismatch), subject)))
        }
        var lines: [Line] = []
        for (title, sign) in results {
            let piece = "\(text(sign, subject)) \(title)   "
            if let last = lines.last, last.width + piece.count <= subject.width {
                lines[lines.count - 1] = last.adding(piece, role(sign))
            } else {
                let label = lines.isEmpty ? " checks" : ""
                lines.append(
                    Line(pad(label, to: subject.isNarrow ? 9 : subject.indent), .dim).adding(piece, role(sign)))
            }
        }
        let hasNotes = results.contains { if case .noted = $0.1 { true } else { false } }
        return lines + (hasNotes ? subject.field("", "- not so, and no fault of the server here", .dim) : [])
    }

    private func dates(_ leaf: CertificateDescription, _ subject: DetailSubject) -> Sign {
        guard let from = leaf.notBefore, let until = leaf.notAfter else { return .unknown }
        guard subject.now >= from, subject.now <= until else { return .suspicious }
        return sign(until - subject.now < subject.status.server.policy.certificateWarning, subject)
    }

    private func sign(_ isFound: Bool, _ subject: DetailSubject) -> Sign {
        guard isFound else { return .passed }
        return subject.status.judgement.cells[.certificate] == .ok ? .noted : .suspicious
    }

    private func text(_ sign: Sign, _ subject: DetailSubject) -> String {
        switch sign {
        case .passed: String(subject.glyphs.ok)
        case .suspicious: String(Glyphs.warning)
        case .noted: String(Glyphs.notApplicable)
        case .unknown: String(Glyphs.unknown)
        }
    }

    private func role(_ sign: Sign) -> Role {
        switch sign {
        case .passed: .ok
        case .suspicious: .warning
        case .noted: .dim
        case .unknown: .unknown
        }
    }
}
