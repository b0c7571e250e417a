import FleetModel

/// A fact that two servers are compared by.
struct ComparedFact: Sendable {
    /// In a word or two.
    let title: String
    /// In words; nil when it is not known.
    let value: @Sendable (ServerStatus, Instant) -> String?
    /// Whether the two differ in a way that may explain something.
    let differs: @Sendable (ServerStatus, ServerStatus, Instant) -> Bool

    /// A fact that differs when its words do.
    private init(_ title: String, _ value: @escaping @Sendable (ServerStatus, Instant) -> String?) {
        self.init(title, value) { left, right, now in value(left, now) != value(right, now) }
    }

    /// A fact with a difference of its own.
    private init(
        _ title: String, _ value: @escaping @Sendable (ServerStatus, Instant) -> String?,
        differs: @escaping @Sendable (ServerStatus, ServerStatus, Instant) -> Bool
    ) {
        self.title = title
        self.value = value
        self.differs = differs
    }
}

extension ComparedFact {
    /// In the order of the ladder, behind what it all means.
    static let all: [ComparedFact] = [
        ComparedFact("state") { status, _ in status.judgement.state.word },
        ComparedFact("verdict") { status, _ in
            status.isKnown ? status.judgement.headline?.medium ?? "nothing to complain about" : nil
        },
        // No two servers share an address: that explains nothing.
        ComparedFact("address", { status, _ in status.address }, differs: { _, _, _ in false }),
        ComparedFact("DNS") { status, _ in status.snapshot?.dns.map { $0.failure?.words ?? "answers" } },
        ComparedFact("TCP") { status, _ in status.snapshot?.tcp.map { $0.failure?.words ?? "open" } },
        ComparedFact(
            "round trip", { status, _ in status.roundTrip.map(\.latency) },
            differs: { left, right, _ in isFarther(left.roundTrip, right.roundTrip) }),
        ComparedFact("X.224") { status, _ in status.snapshot?.x224?.negotiationWords },
        ComparedFact("flags") { status, _ in
            guard case .selected(_, let flags) = status.snapshot?.x224?.facts?.answer else { return nil }
            return NegotiationSection.flagWords(flags)
        },
        ComparedFact("TLS") { status, _ in
            status.snapshot?.tls.map { $0.failure?.words ?? $0.facts?.versionName ?? "no version agreed" }
        },
        ComparedFact("suite") { status, _ in status.snapshot?.tls?.facts?.cipherSuiteName },
        ComparedFact("cert issuer") { status, _ in
            status.leaf.map { $0.isSelfSigned ? "itself" : $0.issuer }
        },
        ComparedFact(
            "cert ends",
            { status, now in status.leaf.map { CertificateSection.left($0, now) } },
            differs: { left, right, _ in left.leaf?.notAfter?.dateText != right.leaf?.notAfter?.dateText }),
        ComparedFact("cert key") { status, _ in status.leaf.map { "\($0.key), \($0.signatureAlgorithm)" } },
        ComparedFact("cert name") { status, _ in
            status.snapshot?.certificate?.facts.map { $0.nameMatch == .none ? "no name fits" : "fits" }
        },
        ComparedFact("NLA") { status, _ in status.snapshot?.nlaRequirement?.words },
        ComparedFact("NLA answer") { status, _ in
            status.snapshot?.nla.map { $0.facts?.answer.words ?? $0.failure?.words ?? "nothing seen" }
        },
        ComparedFact("CredSSP") { status, _ in status.snapshot?.nla?.facts?.credSSPVersion.map { "version \($0)" } },
        ComparedFact("build") { status, _ in
            status.snapshot?.nla?.facts?.build.map { build in
                ["\(build)", WindowsReleases.productName(of: build)].compactMap(\.self).joined(separator: ", ")
            }
        },
        ComparedFact("domain") { status, _ in status.snapshot?.nla?.facts?.dnsDomainName },
        ComparedFact(
            "clock", { status, _ in status.snapshot?.nla?.facts?.clockWords },
            differs: { left, right, _ in isOff(left) != isOff(right) }),
        ComparedFact("UDP") { status, _ in
            status.snapshot?.udp.map { $0.failure?.words ?? $0.facts?.words ?? "nothing seen" }
        },
        ComparedFact("path") { status, _ in status.server.path.words },
        ComparedFact("gateway") { status, _ in status.server.gateway ?? "none" },
        ComparedFact("site") { status, _ in status.server.site ?? "none" },
    ]

    /// Whether one is at least twice as far as the other, and by more than chance makes of it.
    private static func isFarther(_ left: Int64?, _ right: Int64?) -> Bool {
        guard let left, let right else { return left != right }
        let (near, far) = (min(left, right), max(left, right))
        return far / 2 >= max(near, 5_000)
    }

    /// Whether its clock is so far off that Kerberos refuses it: five minutes (MS-KILE 3.1.1.2).
    private static func isOff(_ status: ServerStatus) -> Bool {
        guard let skew = status.snapshot?.nla?.facts?.clockSkew else { return false }
        return skew > .minutes(5) || skew < .minutes(-5)
    }
}

extension ServerStatus {
    /// Of the connection that its last probe made, in microseconds; nil when there was none.
    fileprivate var roundTrip: Int64? { snapshot?.tcp.flatMap { $0.failure == nil ? $0.microseconds : nil } }

    fileprivate var leaf: CertificateDescription? { snapshot?.certificate?.facts?.leaf }
}

extension Observation<NegotiationFacts> {
    fileprivate var negotiationWords: String {
        facts.map { NegotiationSection.sentence($0.answer) } ?? failure?.words ?? "nothing seen"
    }
}
