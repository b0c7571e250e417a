import FleetModel

/// What traits look at of one server, taken out of its snapshot once.
///
/// A snapshot is large; reading it a dozen times for each of ten thousand servers is most of what the search costs.
struct Subject: Sendable {
    /// Which side of the comparison a server is on.
    enum Standing: Sendable {
        case failing
        /// Users can connect on every path they take.
        case healthy
        /// Users can connect on one of two paths: it works, and says nothing for or against what is shut.
        case partly
        /// Not known.
        case neither
    }

    /// Which side it is on.
    let standing: Standing
    /// Its state, for whoever is not failing.
    let state: ServerState
    /// The layer of a failing server's headline; nil for the others.
    var layer: Layer?
    /// What a failing server's headline says; nil for the others, and behind a gateway, whose own headline tells.
    var verdict: Verdict?
    /// When it was seen to begin to fail; nil when it failed at first sight already.
    var onset: Instant?
    /// How often it is probed.
    let interval: Span
    /// The name of the gateway that users come through; nil when they do not.
    let gateway: String?
    /// Where it stands.
    let site: String?
    /// Who looks after it.
    let owner: String?
    /// Its words.
    let tags: [String]
    /// The address that was tried last, or else the first that is known.
    private(set) var address: AddressBits?
    /// Whether a name server, and not the fleet file, gave that address.
    private(set) var isResolved = false
    /// What a name server said instead of giving an address; nil when it gave one.
    private(set) var resolverAnswer: ResolverAnswer?
    /// The subject of the authority that issued the certificate; nil of a self-signed one.
    private(set) var authority: String?
    /// The day on which the certificate begins, in days since 1970 in UTC.
    private(set) var firstDay: Int64?
    /// The day on which it ends.
    private(set) var lastDay: Int64?
    /// The version in the NTLM challenge.
    private(set) var build: WindowsBuild?
    /// The negotiated version of TLS as on the wire.
    private(set) var tlsVersion: UInt16?

    /// A rule and its words.
    struct Verdict: Sendable, Hashable {
        let rule: String
        let short: String
    }

    /// What a name server says instead of an address.
    enum ResolverAnswer: Sendable, Hashable {
        case code(UInt8)
        case noAddress
        case silence
    }

    init(_ status: ServerStatus, failing: ServerState, gatewayName: (String) -> String) {
        state = status.judgement.state
        standing = Self.standing(of: status.judgement, failing: failing)
        gateway = status.server.path == .direct ? nil : status.server.gateway.map(gatewayName)
        interval = status.server.policy.interval
        site = status.server.site
        owner = status.server.owner
        tags = status.server.tags
        address = status.server.address.map(AddressBits.init)
        if standing == .failing {
            if status.judgement.behind != nil {
                layer = .gateway
            } else if let headline = status.judgement.findings.first {
                layer = headline.layer
                verdict = Verdict(rule: headline.rule, short: headline.short)
            }
            // A server that failed when it was first looked at may have done so for weeks.
            if status.previous == .ok || status.previous == .warning { onset = status.since }
        }
        // Through a gateway alone a server is not probed: what an old snapshot says is not of today.
        if status.server.path != .gateway, let snapshot = status.snapshot { read(snapshot) }
    }

    private mutating func read(_ snapshot: ServerSnapshot) {
        if let dns = snapshot.dns {
            if let first = dns.facts?.addresses.first { address = AddressBits(first) }
            isResolved = dns.facts.map { $0.source != .literal } ?? false
            resolverAnswer = dns.failure.flatMap(ResolverAnswer.init)
        }
        if let tried = snapshot.tcp?.facts?.attempts.last { address = AddressBits(tried.peer.address) }
        if let leaf = snapshot.certificate?.facts?.leaf {
            authority = leaf.isSelfSigned ? nil : leaf.issuer
            firstDay = leaf.notBefore?.day
            lastDay = leaf.notAfter?.day
        }
        build = snapshot.nla?.facts?.build
        tlsVersion = snapshot.tls?.facts?.version
    }

    /// Healthy is also who has a warning that keeps nobody out: in many a fleet every server has one.
    private static func standing(of judgement: Judgement, failing: ServerState) -> Standing {
        guard judgement.state != failing else { return .failing }
        switch judgement.state {
        case .ok: return .healthy
        case .warning:
            let oneWayIsShut =
                judgement.cells[.gateway].isFailed || blockingLayers.contains { judgement.cells[$0].isFailed }
            return oneWayIsShut ? .partly : .healthy
        case .down, .unconfirmed, .unknown: return .neither
        }
    }
}

extension Subject.ResolverAnswer {
    /// What a failed look-up says; nil when it is not about the answer.
    init?(_ failure: LayerFailure) {
        switch failure {
        case .noSuchName: self = .code(3)
        case .noAddress: self = .noAddress
        case .resolverError(let code): self = .code(code)
        case .resolverSilent: self = .silence
        case .timedOut, .refused, .reset, .closed, .unreachable, .ourFault, .negotiationRefused, .notRDP, .malformed,
            .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .certificate, .securityError,
            .notAGateway, .serverError, .accessDenied, .blocked:
            return nil
        }
    }
}

extension Instant {
    /// Whole days since 1970-01-01 in UTC.
    fileprivate var day: Int64 { (self - Instant(milliseconds: 0)).wholeDays }
}
