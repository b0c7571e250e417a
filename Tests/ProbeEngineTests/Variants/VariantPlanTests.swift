import FleetModel
import Testing

@testable import ProbeEngine

@Suite("The plan of variants")
struct VariantPlanTests {
    static let now = Instant(seconds: 1_800_000_000)

    /// A failure, and the variants that are to explain it.
    struct Case: Sendable, CustomTestStringConvertible {
        var layer: Layer
        var failure: LayerFailure
        var variants: [HandshakeVariant]
        var testDescription: String { "\(layer.rawValue) \(failure)" }
    }

    static let withoutName = HandshakeVariant(offer: .modern, sendsServerName: false)
    static let tls12 = HandshakeVariant(offer: .tls12)
    static let legacy = HandshakeVariant(offer: .tls12Legacy)
    static let tls10 = HandshakeVariant(offer: .tls10)
    static let obsolete = HandshakeVariant(offer: .obsolete)
    static let asking = [
        HandshakeVariant(sendsCookie: false), HandshakeVariant(requested: [.tls, .hybrid]),
        HandshakeVariant(requested: .tls), HandshakeVariant(requested: .standard),
    ]

    static let cut = [tls12, withoutName, obsolete, legacy]
    static let suites = [legacy, obsolete, tls12, withoutName]
    static let versions = [obsolete, tls10, tls12, withoutName]

    static let explained: [Case] =
        [.closed, .reset, .timedOut, .malformed].map { Case(layer: .x224, failure: $0, variants: asking) }
        + [
            .closed, .reset, .timedOut, .disconnectInsteadOfTLS, .handshakeFailed, .tlsAlert(80), .tlsAlert(47),
            .tlsAlert(10),
        ].map { Case(layer: .tls, failure: $0, variants: cut) }
        + [.tlsAlert(40), .tlsAlert(71)].map { Case(layer: .tls, failure: $0, variants: suites) }
        + [.tlsAlert(70), .tlsAlert(86), .tlsTooOld(0x0300)]
        .map { Case(layer: .tls, failure: $0, variants: versions) }
        + [Case(layer: .tls, failure: .tlsAlert(112), variants: [withoutName])]

    static let unexplained: [Case] =
        ([
            (.x224, .negotiationRefused(2)), (.x224, .negotiationRefused(5)), (.x224, .notRDP(.http)),
            (.x224, .ourFault(.cancelled)), (.dns, .noSuchName), (.tcp, .timedOut), (.tcp, .refused),
            (.tls, .tlsAlert(42)), (.tls, .tlsAlert(116)), (.tls, .notRDP(.http)), (.tls, .malformed),
            (.tls, .ourFault(.cancelled)), (.certificate, .certificate(.unreadable)), (.nla, .closed),
        ] as [(Layer, LayerFailure)]).map { Case(layer: $0.0, failure: $0.1, variants: []) }

    /// A server after a failure that is confirmed.
    private func snapshot(
        _ layer: Layer, _ failure: LayerFailure, name: String = "ts01.example", addresses: [String] = ["192.0.2.1"],
        version: UInt16? = nil, failures: Int = 2
    ) -> ServerSnapshot {
        let server = Server(name: name)
        var snapshot = ServerSnapshot(
            server: server.id, began: Self.now, ended: Self.now, consecutiveFailures: failures)
        let addresses = addresses.compactMap(IPAddress.init)
        let attempts = addresses.prefix(1).map {
            TCPFacts.Attempt(peer: SocketEndpoint(address: $0, port: server.port), failure: nil, microseconds: 1)
        }
        func seen<Facts>(_ here: Layer, _ facts: Facts) -> Observation<Facts>? {
            guard here <= layer else { return nil }
            return Observation(facts: facts, failure: here == layer ? failure : nil, microseconds: 1, at: Self.now)
        }
        snapshot.dns = seen(.dns, DNSFacts(name: name, addresses: addresses, source: .query))
        snapshot.tcp = seen(.tcp, TCPFacts(attempts: attempts))
        snapshot.x224 = seen(.x224, NegotiationFacts(requested: .modern, answer: .nothing))
        snapshot.tls = seen(.tls, TLSFacts(version: version))
        snapshot.certificate = seen(
            .certificate,
            CertificateFacts(
                leaf: CertificateDescription(subject: "CN=a", issuer: "CN=a", sha256: ""), askedName: name,
                nameMatch: .none, trust: .selfSigned))
        snapshot.nla = layer == .nla ? Observation(facts: nil, failure: failure, microseconds: 1, at: Self.now) : nil
        return snapshot
    }

    private func variants(_ due: [FollowUp]) -> [HandshakeVariant] {
        due.compactMap { if case .variant(let variant, _) = $0 { variant } else { nil } }
    }

    /// The snapshot after one of the variants that are due has been tried.
    private func trying(_ snapshot: ServerSnapshot, at now: Instant) -> ServerSnapshot? {
        guard case .variant(let variant, let reason)? = VariantPlan.due(after: snapshot, at: now).first else {
            return nil
        }
        let attempt = VariantAttempt(
            variant: variant, reason: reason?.failure, reasonLayer: reason?.layer, reached: .tls, failure: .closed,
            microseconds: 1, at: now)
        return snapshot.appending(attempt, at: now)
    }

    @Test("has four variants for a failure that they can explain", arguments: explained)
    func explaining(item: Case) {
        let due = VariantPlan.due(after: snapshot(item.layer, item.failure), at: Self.now)
        let reason = FollowUp.Reason(layer: item.layer, failure: item.failure)
        #expect(due == item.variants.map { .variant($0, because: reason) })
    }

    @Test("has none for a failure that says itself why, or that no variant reaches", arguments: unexplained)
    func notExplaining(item: Case) {
        #expect(snapshot(item.layer, item.failure).firstFailure?.layer == item.layer)
        #expect(VariantPlan.due(after: snapshot(item.layer, item.failure), at: Self.now).isEmpty)
    }

    @Test("waits until the failure is confirmed")
    func confirmation() {
        #expect(VariantPlan.due(after: snapshot(.tls, .closed, failures: 1), at: Self.now).isEmpty)
        #expect(VariantPlan.due(after: snapshot(.tls, .closed, failures: 2), at: Self.now).count == 4)
    }

    @Test("has none for a server that has sent its ServerHello, unless our library did not like that")
    func afterServerHello() {
        #expect(VariantPlan.due(after: snapshot(.tls, .tlsAlert(40), version: 0x0303), at: Self.now).isEmpty)
        #expect(VariantPlan.due(after: snapshot(.tls, .timedOut, version: 0x0304), at: Self.now).isEmpty)
        #expect(VariantPlan.due(after: snapshot(.tls, .handshakeFailed, version: 0x0303), at: Self.now).count == 4)
        #expect(VariantPlan.due(after: snapshot(.tls, .tlsTooOld(0x0300), version: 0x0300), at: Self.now).count == 4)
    }

    @Test("leaves out the variants without a name when the regular probe names none")
    func addressTarget() {
        let cut = VariantPlan.due(after: snapshot(.tls, .closed, name: "192.0.2.1"), at: Self.now)
        #expect(variants(cut) == [Self.tls12, Self.obsolete, Self.legacy, Self.tls10])
        #expect(VariantPlan.due(after: snapshot(.tls, .tlsAlert(112), name: "192.0.2.1"), at: Self.now).isEmpty)
    }

    @Test("asks at the other family last, when nobody said why")
    func families() {
        let dual = ["2001:db8::1", "192.0.2.1"]
        let tls = VariantPlan.due(after: snapshot(.tls, .reset, addresses: dual), at: Self.now)
        #expect(
            variants(tls) == Self.cut.prefix(3) + [HandshakeVariant(offer: .modern, family: .ipv4)])
        let x224 = VariantPlan.due(after: snapshot(.x224, .closed, addresses: dual.reversed()), at: Self.now)
        #expect(variants(x224) == Self.asking.prefix(3) + [HandshakeVariant(family: .ipv6)])
        let alert = VariantPlan.due(after: snapshot(.tls, .tlsAlert(40), addresses: dual), at: Self.now)
        #expect(variants(alert) == Self.suites)
        let alike = VariantPlan.due(after: snapshot(.tls, .reset, addresses: ["192.0.2.1", "192.0.2.2"]), at: Self.now)
        #expect(variants(alike) == Self.cut)
    }

    @Test("goes on with the rest after each attempt, and is done after four, until a day has passed")
    func remaining() throws {
        var snapshot = snapshot(.tls, .closed)
        for count in 0..<4 {
            let now = Self.now + .seconds(Int64(count))
            #expect(variants(VariantPlan.due(after: snapshot, at: now)) == Array(Self.cut.dropFirst(count)))
            snapshot = try #require(trying(snapshot, at: now))
        }
        #expect(VariantPlan.due(after: snapshot, at: Self.now + .seconds(4)).isEmpty)
        let dayLater = Self.now + .hours(24)
        #expect(VariantPlan.due(after: snapshot, at: dayLater - .milliseconds(1)).isEmpty)
        // The first of the four is forgotten, the others are not.
        #expect(variants(VariantPlan.due(after: snapshot, at: dayLater)) == [Self.tls12])
        #expect(variants(VariantPlan.due(after: snapshot, at: dayLater + .seconds(4))) == Self.cut)
    }

    @Test("counts every reason by itself, and all of them together")
    func reasons() throws {
        var tried: [VariantAttempt] = []
        for (failure, due) in [(.closed, 4), (.reset, 4), (.timedOut, 4), (.tlsAlert(80), 0)] as [(LayerFailure, Int)] {
            var failed = snapshot(.tls, failure)
            failed.variants = tried
            #expect(VariantPlan.due(after: failed, at: Self.now).count == due)
            while let next = trying(failed, at: Self.now) { failed = next }
            tried = failed.variants
        }
        #expect(tried.count == VariantPlan.limitPerDay)
    }

    @Test("does not count what somebody asked for and explains no failure")
    func onDemand() {
        var failed = snapshot(.tls, .closed)
        failed.variants = VariantPlan.full(for: failed).compactMap {
            guard case .variant(let variant, _) = $0 else { return nil }
            return VariantAttempt(variant: variant, reached: .tls, microseconds: 1, at: Self.now)
        }
        #expect(failed.variants.count == 11)
        #expect(variants(VariantPlan.due(after: failed, at: Self.now)) == Self.cut)
    }

    @Test("asks on demand because of a failure where that explains it, and otherwise because somebody wants to see it")
    func becauseOfTheFailure() {
        let telling = VariantPlan.full(for: snapshot(.tls, .closed)).compactMap { next -> HandshakeVariant? in
            guard case .variant(let variant, let reason?) = next else { return nil }
            #expect(reason == FollowUp.Reason(layer: .tls, failure: .closed))
            return variant
        }
        #expect(telling.count == 5)
        #expect(Set(telling) == Set(Self.cut + [Self.tls10]))
        let refused = VariantPlan.full(for: snapshot(.tcp, .refused))
        #expect(refused == variants(refused).map { .variant($0, because: nil) })
    }

    @Test("has every way of asking on demand, none of them twice, and only those that differ")
    func full() {
        let dual = variants(VariantPlan.full(for: snapshot(.tls, .closed, addresses: ["192.0.2.1", "2001:db8::1"])))
        #expect(dual.count == 12)
        #expect(Set(dual).count == dual.count)
        #expect(Set(dual.compactMap(\.offer)) == Set(HandshakeVariant.Offer.allCases))
        #expect(dual.last == HandshakeVariant(offer: .modern, family: .ipv6))
        let address = variants(VariantPlan.full(for: snapshot(.tls, .closed, name: "192.0.2.1")))
        #expect(address.count == 9)
        #expect(address.allSatisfy { $0.sendsServerName && $0.family == nil })
    }
}
