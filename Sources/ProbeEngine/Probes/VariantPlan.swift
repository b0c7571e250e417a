package import FleetModel

/// Which variants are to explain a failure: a pure function of a snapshot and the time.
///
/// Each differs from the regular probe in as little as tells something. In this order, the first four that apply:
///
/// | the regular probe failed at | with | variants | what it tells when one passes |
/// | --- | --- | --- | --- |
/// | X.224 | closed, reset, silence, malformed | without cookie | something on the way minds the cookie |
/// | | | masks 0x03, 0x01 | the server, or something on the way, minds HYBRID_EX, or NLA |
/// | | | mask 0x00 | the server speaks standard RDP security alone |
/// | TLS before the ServerHello | closed, reset, silence, a disconnect of RDP, alerts about none of the below, bytes that our library refuses | `tls12` | it minds TLS 1.3 or the size of the ClientHello |
/// | | | `modern` without SNI | it minds the name |
/// | | | `obsolete` | the server speaks nothing that our library speaks |
/// | | | `tls12Legacy`, else `tls10` | it minds new suites, or versions |
/// | TLS | alerts 40 and 71 | `tls12Legacy`, `obsolete`, `tls12`, `modern` without SNI, else `tls10` | suites in common, or none |
/// | TLS | alerts 70 and 86, a version below TLS 1.0 | `obsolete`, `tls10`, `tls12`, `modern` without SNI, else `tls12Legacy` | versions in common, or none |
/// | TLS | alert 112 | `modern` without SNI | the server refuses the name |
///
/// When all four fail as the regular probe did, it is not for what we offer. When nobody said why (closed, reset,
/// silence), a server with addresses of both families is asked at the other one instead of the last of the four: if that
/// passes, it is the way and not the server.
///
/// No variant explains what fails before X.224: the dialer has tried every address of both families, in order, and its
/// attempts are facts already. None explains a refusal, which says itself why, nor what fails after the ServerHello,
/// where a variant ends.
package enum VariantPlan {
    /// The most variants for one reason in 24 hours.
    package static let limitPerReason = 4
    /// The most variants for all reasons together in 24 hours, for a server that fails in ever new ways.
    package static let limitPerDay = 12

    /// The most variants for one wish of somebody who wants to see more.
    package static let limitPerWish = 4
    /// Between two such wishes for one server.
    package static let betweenWishes = Span.minutes(1)

    /// What is due after a probe that failed, in order; what has been tried for the same reason in 24 hours is not.
    ///
    /// - Parameters:
    ///   - snapshot: The probe, with the attempts made so far.
    ///   - now: The time of asking.
    /// - Returns: At most ``limitPerReason``; nothing before the failure is confirmed.
    package static func due(after snapshot: ServerSnapshot, at now: Instant) -> [FollowUp] {
        guard snapshot.consecutiveFailures >= ServerSnapshot.confirmingFailures,
            let (layer, failure) = snapshot.firstFailure
        else { return [] }
        let recent = snapshot.variants.filter { $0.reason != nil && now - $0.at < ServerSnapshot.variantMemory }
        let tried = recent.filter { $0.reasonLayer == layer && $0.reason == failure }.map(\.variant)
        let left = min(limitPerReason - tried.count, limitPerDay - recent.count)
        guard left > 0 else { return [] }
        let reason = FollowUp.Reason(layer: layer, failure: failure)
        return variants(for: reason, of: snapshot)
            .filter { !tried.contains($0) }
            .prefix(left)
            .map { .variant($0, because: reason) }
    }

    /// Every variant that makes a difference for this server, for whoever asks for all: as many connections.
    ///
    /// With `modern` among them, which asks as the regular probe does: it tells our TLS library from the server. Those
    /// that explain its failure are asked because of it, as if somebody had wished for them one by one.
    ///
    /// - Parameter snapshot: The last probe, which says what the name and the addresses are.
    /// - Returns: At most 12, in the order in which they are to be tried.
    package static func full(for snapshot: ServerSnapshot) -> [FollowUp] {
        everyWay(for: snapshot).map { asking($0, of: snapshot) }
    }

    private static func everyWay(for snapshot: ServerSnapshot) -> [HandshakeVariant] {
        let offers = HandshakeVariant.Offer.allCases.map { HandshakeVariant(offer: $0) }
        let withoutName = [HandshakeVariant.Offer.modern, .tls12]
            .map { HandshakeVariant(offer: $0, sendsServerName: false) }
            .filter { _ in snapshot.sendsServerName }
        let family = snapshot.otherFamily.map { [HandshakeVariant(offer: .modern, family: $0)] } ?? []
        return asking + offers + withoutName + family
    }

    /// The next few of them for somebody who wants to see more of a server, now: of what explains its failure and of all
    /// others those that it has not been asked in for longest.
    ///
    /// - Parameters:
    ///   - snapshot: The last probe, with the attempts made so far.
    ///   - now: The time of asking.
    /// - Returns: At most ``limitPerWish``, in order, and how many more it has not been asked in for a day.
    package static func wished(for snapshot: ServerSnapshot, at now: Instant) -> (next: [HandshakeVariant], left: Int) {
        let telling = reason(in: snapshot).map { variants(for: $0, of: snapshot) } ?? []
        var ways: [HandshakeVariant] = []
        for way in telling + everyWay(for: snapshot) where !ways.contains(way) { ways.append(way) }
        let asked = Dictionary(
            snapshot.variants.filter { now - $0.at < ServerSnapshot.variantMemory }.map { ($0.variant, $0.at) },
            uniquingKeysWith: max)
        let fresh = ways.filter { asked[$0] == nil }
        let again = ways.filter { asked[$0] != nil }.sorted { (asked[$0] ?? now) < (asked[$1] ?? now) }
        let next = (fresh + again).prefix(limitPerWish)
        return (Array(next), max(0, fresh.count - next.count))
    }

    /// One of the ways that somebody wished for, as it is asked now: because of the failure, confirmed or not, when it
    /// is one of those that explain it.
    ///
    /// So the attempt counts in the verdict, and is not due a second time.
    ///
    /// - Parameters:
    ///   - way: How to ask.
    ///   - snapshot: The last probe.
    /// - Returns: What is to be done.
    package static func asking(_ way: HandshakeVariant, of snapshot: ServerSnapshot) -> FollowUp {
        guard let reason = reason(in: snapshot), variants(for: reason, of: snapshot).contains(way) else {
            return .variant(way, because: nil)
        }
        return .variant(way, because: reason)
    }

    private static func reason(in snapshot: ServerSnapshot) -> FollowUp.Reason? {
        snapshot.firstFailure.map { FollowUp.Reason(layer: $0.layer, failure: $0.failure) }
    }

    /// Ways to ask in X.224 alone.
    private static let asking = [
        HandshakeVariant(sendsCookie: false), HandshakeVariant(requested: [.tls, .hybrid]),
        HandshakeVariant(requested: .tls), HandshakeVariant(requested: .standard),
    ]

    private static func variants(for reason: FollowUp.Reason, of snapshot: ServerSnapshot) -> [HandshakeVariant] {
        switch reason.layer {
        case .x224:
            guard reason.failure.isUnexplained || reason.failure == .malformed else { return [] }
            return withOtherFamily(asking, offer: nil, of: snapshot)
        case .tls:
            // What the server chose is known: a variant would show the same and end there.
            guard snapshot.tls?.facts?.version == nil || reason.failure.isOfOurLibrary else { return [] }
            return offers(for: reason.failure, of: snapshot)
        case .dns, .ping, .tcp, .certificate, .nla, .udp, .gateway:
            return []
        }
    }

    private static func offers(for failure: LayerFailure, of snapshot: ServerSnapshot) -> [HandshakeVariant] {
        let withoutName = HandshakeVariant(offer: .modern, sendsServerName: false)
        let tls12 = HandshakeVariant(offer: .tls12)
        let legacy = HandshakeVariant(offer: .tls12Legacy)
        let tls10 = HandshakeVariant(offer: .tls10)
        let obsolete = HandshakeVariant(offer: .obsolete)
        let candidates: [HandshakeVariant] =
            switch failure {
            case .tlsAlert(40), .tlsAlert(71): [legacy, obsolete, tls12, withoutName, tls10]
            case .tlsAlert(70), .tlsAlert(86), .tlsTooOld: [obsolete, tls10, tls12, withoutName, legacy]
            case .tlsAlert(112): [withoutName]
            // About a certificate of ours, which we do not have.
            case .tlsAlert(41...46), .tlsAlert(48...49), .tlsAlert(116): []
            case .tlsAlert, .closed, .reset, .timedOut, .disconnectInsteadOfTLS, .handshakeFailed:
                [tls12, withoutName, obsolete, legacy, tls10]
            case .noSuchName, .noAddress, .resolverError, .resolverSilent, .refused, .unreachable, .ourFault,
                .negotiationRefused, .notRDP, .malformed, .certificate, .securityError, .notAGateway, .serverError,
                .accessDenied, .blocked:
                []
            }
        let applicable = candidates.filter { $0.sendsServerName || snapshot.sendsServerName }
        return failure.isUnexplained ? withOtherFamily(applicable, offer: .modern, of: snapshot) : applicable
    }

    /// The first of the variants, and the other family's address in the place of the last.
    private static func withOtherFamily(
        _ variants: [HandshakeVariant], offer: HandshakeVariant.Offer?, of snapshot: ServerSnapshot
    ) -> [HandshakeVariant] {
        guard let other = snapshot.otherFamily else { return variants }
        return variants.prefix(limitPerReason - 1) + [HandshakeVariant(offer: offer, family: other)]
    }
}

extension LayerFailure {
    /// Whether the peer said nothing of why: it may be the server, or something on the way.
    fileprivate var isUnexplained: Bool {
        switch self {
        case .closed, .reset, .timedOut: true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .refused, .unreachable, .ourFault,
            .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed,
            .certificate, .securityError, .notAGateway, .serverError, .accessDenied, .blocked:
            false
        }
    }

    /// Whether our TLS library would not go on with what the server chose.
    fileprivate var isOfOurLibrary: Bool {
        switch self {
        case .tlsTooOld, .handshakeFailed: true
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .timedOut, .refused, .reset, .closed,
            .unreachable, .ourFault, .negotiationRefused, .notRDP, .malformed, .tlsAlert, .disconnectInsteadOfTLS,
            .certificate, .securityError, .notAGateway, .serverError, .accessDenied, .blocked:
            false
        }
    }
}

extension ServerSnapshot {
    /// Whether the regular probe names the server in its ClientHello; an address is never sent.
    fileprivate var sendsServerName: Bool {
        dns?.facts.flatMap { TLSLayer.serverName($0.name) } != nil
    }

    /// The family that the server has an address of and the regular probe did not use; nil when there is none.
    fileprivate var otherFamily: HandshakeVariant.AddressFamily? {
        guard let used = tcp?.facts?.peer?.address.isIPv6,
            dns?.facts?.addresses.contains(where: { $0.isIPv6 != used }) == true
        else { return nil }
        return used ? .ipv4 : .ipv6
    }
}
