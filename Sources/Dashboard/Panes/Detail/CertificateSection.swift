import Drawing
import FleetModel

/// The certificate with its countdown.
struct CertificateSection: DetailSection {
    func lines(_ subject: DetailSubject) -> [Line] {
        guard let facts = subject.status.snapshot?.certificate?.facts else { return absence(subject) }
        return countdown(facts.leaf, subject) + identity(facts, subject) + strength(facts.leaf, subject)
            + subject.field("trust", facts.trust.words)
            + subject.field("revocation", "not checked", .dim)
            + subject.fields("problems", facts.problems.map(\.words), .warning)
            + subject.fields("remarks", facts.remarks)
    }

    /// Why there is none, and what the last one was.
    private func absence(_ subject: DetailSubject) -> [Line] {
        guard let snapshot = subject.status.snapshot else {
            return subject.field("certificate", "none seen: not probed", .dim)
        }
        let cells = subject.status.judgement.cells
        let why: String =
            switch cells[.tls] {
            case .failed(let letter): "TLS failed (\(letter.meaning))"
            case .notReached: "TLS not reached"
            case .notApplicable: "the server chose a kind of RDP without TLS"
            case .ok, .warning, .unknown: "the probe did not come as far"
            }
        guard let last = snapshot.certificatesSinceStart.last else {
            return subject.field("certificate", "none seen since this program was started: \(why)", .dim)
        }
        let ends = last.notAfter.map { ", ends \($0.dateText)" } ?? ""
        return subject.field(
            "certificate",
            "last seen \(subject.age(last.lastSeen))\(ends); not seen since \(last.lastSeen.timeText)Z: \(why)", .dim)
    }

    // MARK: Dates

    private func countdown(_ leaf: CertificateDescription, _ subject: DetailSubject) -> [Line] {
        let from = leaf.notBefore?.dateText ?? "?"
        let until = leaf.notAfter?.dateText ?? "?"
        let role = role(subject)
        var lines = subject.field("certificate", "valid \(from) to \(until), \(Self.left(leaf, subject.now))", role)
        if let bar = bar(leaf, subject) {
            lines.append(Line(String(repeating: " ", count: subject.indent)).adding(bar, role))
        }
        return lines
    }

    private func role(_ subject: DetailSubject) -> Role {
        switch subject.status.judgement.cells[.certificate] {
        case .failed(.expired): .failed
        case .warning: .warning
        case .failed, .ok, .notReached, .notApplicable, .unknown: .normal
        }
    }

    /// `88d 4h left`, or when it ended or begins.
    static func left(_ leaf: CertificateDescription, _ now: Instant) -> String {
        if let notBefore = leaf.notBefore, now < notBefore { return "begins in \((notBefore - now).spoken)" }
        guard let notAfter = leaf.notAfter else { return "end not known" }
        return now <= notAfter ? "\((notAfter - now).spoken) left" : "ended \((now - notAfter).spoken) ago"
    }

    /// How much of its life is used, as a bar; nil when that is not known or there is no room.
    private func bar(_ leaf: CertificateDescription, _ subject: DetailSubject) -> String? {
        let width = min(48, subject.width - subject.indent - 12)
        guard width >= 8, let notBefore = leaf.notBefore, let notAfter = leaf.notAfter, notAfter > notBefore else {
            return nil
        }
        let life = Double(notAfter.milliseconds) - Double(notBefore.milliseconds)
        let used = Double(subject.now.milliseconds) - Double(notBefore.milliseconds)
        let share = max(0, min(1, used / life))
        return "[\(subject.glyphs.bar(share, width: width))] \(Int(share * 100))% used"
    }

    // MARK: Texts

    private func identity(_ facts: CertificateFacts, _ subject: DetailSubject) -> [Line] {
        let leaf = facts.leaf
        let names = leaf.dnsNames + leaf.addresses.map(\.description)
        return subject.field("subject", leaf.subject.isEmpty ? "empty" : leaf.subject)
            + subject.field("issuer", leaf.isSelfSigned ? "itself" : leaf.issuer)
            + subject.fields("names", names.isEmpty ? ["none: the common name counts"] : names)
            + subject.field("asked for", "\(facts.askedName): \(facts.nameMatch.words)")
    }

    private func strength(_ leaf: CertificateDescription, _ subject: DetailSubject) -> [Line] {
        let usage = leaf.usages.isEmpty ? "no restriction" : leaf.usages.joined(separator: ", ")
        return subject.field(
            "key", [leaf.key, leaf.signatureAlgorithm].filter { !$0.isEmpty }.joined(separator: ", signed with "))
            + subject.field("usage", usage)
    }
}

extension NameMatch {
    /// How the names fit, in a few words.
    var words: String {
        switch self {
        case .alternativeName(let name): "matches \(name)"
        case .commonName(let name): "matches the common name \(name)"
        case .shortName(let name): "short for \(name)"
        case .none: "no name fits"
        }
    }
}

extension TrustPath {
    /// Where the path leads, with the steps of it.
    fileprivate var words: String {
        switch self {
        case .trusted(let path): "trusted here: \(path.joined(separator: " > "))"
        case .selfSigned: "signed by itself"
        case .unknownAuthority(let subject): "leads to an authority not known here: \(subject)"
        case .missingIntermediate(let subject): "the server does not send the certificate of \(subject)"
        case .undecided(let reason): "not worked out: \(reason)"
        }
    }
}
