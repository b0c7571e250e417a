import FleetModel

/// A certificate, and who of those on the screen shows it.
struct SharedCertificate: Sendable {
    /// What it says of itself.
    let leaf: CertificateDescription
    /// The servers that show it, in the order of the fleet file.
    private(set) var servers: [Rows.Index] = []
    /// The gateways that show it.
    private(set) var gateways: [Gateway.ID] = []
    /// On how many of them no name in it is the one that was asked for.
    private(set) var mismatches = 0
    /// How it can be trusted, the worst that anybody found.
    private(set) var trust: TrustPath.Kind
    /// Whether anybody shows it now.
    private(set) var isShown = false
    /// When it was last seen by any of them.
    private(set) var lastSeen: Instant?
    private var problems: Set<CertificateProblem> = []
    private var warning = Span.zero
    private let hasWindowsShape: Bool

    /// A certificate that nobody shows yet.
    init(_ facts: CertificateFacts) {
        leaf = facts.leaf
        trust = facts.trust.kind
        hasWindowsShape = facts.hasWindowsShape
    }

    /// Adds a server that shows it, or showed it last and shows none now.
    mutating func add(
        _ server: Rows.Index, _ facts: CertificateFacts, _ policy: ProbePolicy, isShown: Bool, at time: Instant
    ) {
        servers.append(server)
        add(facts, policy, isShown: isShown, at: time)
    }

    /// Adds a gateway that shows it, or showed it last and shows none now.
    mutating func add(
        _ gateway: Gateway.ID, _ facts: CertificateFacts, _ policy: ProbePolicy, isShown: Bool, at time: Instant
    ) {
        gateways.append(gateway)
        add(facts, policy, isShown: isShown, at: time)
    }

    private mutating func add(_ facts: CertificateFacts, _ policy: ProbePolicy, isShown: Bool, at time: Instant) {
        if isShown { self.isShown = true }
        lastSeen = lastSeen.map { max($0, time) } ?? time
        if facts.nameMatch == .none { mismatches += 1 }
        problems.formUnion(facts.problems)
        warning = max(warning, policy.certificateWarning)
        if trust == .trusted { trust = facts.trust.kind }
    }

    // MARK: Its names

    /// What it is called here: its common name, or else a name in it, or its subject; cleaned.
    var name: String {
        let name = leaf.commonName ?? leaf.dnsNames.first ?? leaf.addresses.first?.description ?? leaf.subject
        return CleanText.clean(name.isEmpty ? "no name" : name, limit: 80)
    }

    /// Who issued it: the common name where there is one, cleaned.
    var issuer: String {
        CleanText.clean(leaf.isSelfSigned ? "itself" : Self.commonName(in: leaf.issuer) ?? leaf.issuer, limit: 80)
    }

    /// `Corp CA` of `CN=Corp CA, O=Corp`; nil when there is no common name.
    private static func commonName(in distinguishedName: String) -> String? {
        guard let start = distinguishedName.firstRange(of: "CN=") else { return nil }
        let value = distinguishedName[start.upperBound...].prefix { $0 != "," }
        return value.isEmpty ? nil : String(value)
    }

    // MARK: Its time

    /// Where in its life it is.
    enum Age: Sendable {
        case notYetValid, valid, ending, expired, unknown
    }

    /// Where in its life it is now. What Windows made for itself ends only in its last three days: it is renewed by then.
    func age(at now: Instant) -> Age {
        if let start = leaf.notBefore, now < start { return .notYetValid }
        guard let end = leaf.notAfter else { return .unknown }
        if end < now { return .expired }
        return end - now < (hasWindowsShape ? .days(3) : warning) ? .ending : .valid
    }

    /// Whether somebody should look at it now.
    func isProblem(at now: Instant) -> Bool {
        switch age(at: now) {
        case .expired, .notYetValid, .ending: true
        case .valid, .unknown: mismatches > 0 || problems.contains(.weakKey) || problems.contains(.weakSignature)
        }
    }

    /// Which share of its life is used, from 0 to 1; nil when its dates do not tell.
    func used(at now: Instant) -> Double? {
        guard let start = leaf.notBefore, let end = leaf.notAfter, end > start else { return nil }
        let life = Double(end.milliseconds) - Double(start.milliseconds)
        return max(0, min(1, (Double(now.milliseconds) - Double(start.milliseconds)) / life))
    }

    /// Days left in five cells: `88d`, `-2d`, `in 2d` before it begins, `?` when its end is not known.
    func countdown(at now: Instant) -> String {
        if let start = leaf.notBefore, now < start {
            return CertificateColumn.beginning(start - now)
        }
        return leaf.notAfter.map { ($0 - now).countdown } ?? "?"
    }

    /// What has to be known of it in sentences, the worst first; none when all is as it should be.
    func remarks(at now: Instant) -> [String] {
        let age: String? =
            switch age(at: now) {
            case .expired: "It has expired: clients warn of it, or refuse it."
            case .notYetValid: "It is not valid yet, or the clock here is wrong."
            case .ending:
                hasWindowsShape
                    ? "It ends soon; Windows made it for itself, and should make a new one."
                    : "It ends soon: within the time that the fleet file warns of."
            case .unknown: "It does not say when it ends."
            case .valid: nil
            }
        let count = servers.count + gateways.count
        let mismatch =
            mismatches == 0 ? nil : "No name in it is the one that was asked for, at \(mismatches) of \(count)."
        let others = [
            (CertificateProblem.pinMismatch, "It is not the one that the fleet file names (pin)."),
            (.weakKey, "Its key is too short, or of a kind that clients refuse."),
            (.weakSignature, "Its signature could be forged."),
            (.wrongUsage, "It is not made for a server: its usage says something else."),
            (.unreadable, "A part of it cannot be read."),
        ].filter { problems.contains($0.0) }.map(\.1)
        let trust: String? =
            switch trust {
            case .trusted:
                problems.contains(.untrusted) ? "It leads to a known authority, but against the rules." : nil
            case .selfSigned: "It is signed by itself: no authority stands behind it."
            case .unknownAuthority: "It leads to an authority that is not known here."
            case .missingIntermediate: "A certificate between it and its authority is not sent."
            case .undecided: "Whether it can be trusted was not worked out."
            }
        return [age, mismatch].compactMap(\.self) + others + [trust].compactMap(\.self)
    }

    /// What has to be known of it, the worst first.
    func flags(at now: Instant) -> [String] {
        let count = servers.count + gateways.count
        let age: String? =
            switch age(at: now) {
            case .expired: "expired"
            case .notYetValid: "not yet valid"
            case .ending: hasWindowsShape ? "renewal due" : "expiring"
            case .unknown: "no end date"
            case .valid: nil
            }
        let mismatch = count == 1 ? "name mismatch" : "mismatch on \(mismatches) of \(count)"
        let trust: String? =
            switch trust {
            case .trusted: problems.contains(.untrusted) ? "untrusted" : nil
            case .selfSigned: "self-signed"
            case .unknownAuthority: "unknown CA"
            case .missingIntermediate: "chain incomplete"
            case .undecided: "trust undecided"
            }
        let others = [
            (CertificateProblem.pinMismatch, "not the pinned one"), (.weakKey, "weak key"),
            (.weakSignature, "weak signature"), (.wrongUsage, "wrong usage"), (.unreadable, "not readable"),
        ].filter { problems.contains($0.0) }.map(\.1)
        let unseen = isShown ? nil : lastSeen.map { "seen \(max(.zero, now - $0).compact) ago" }
        return [age, unseen, mismatches > 0 ? mismatch : nil].compactMap(\.self) + others + [trust].compactMap(\.self)
    }
}
