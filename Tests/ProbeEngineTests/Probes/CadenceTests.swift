import FleetModel
import Testing

@testable import ProbeEngine

@Suite("Cadence")
struct CadenceTests {
    private static let start = LadderFixture.now
    private static let full = Cadence(depth: .full)

    /// What a probe of a server with NLA showed; the layers without a value here were not tried.
    struct Seen: Sendable {
        var selected: SecurityProtocols? = .hybrid
        var certificate: String? = "aa"
        /// When the challenge was asked for, after the start; nil when it never was.
        var nla: Span?
        var nlaFailure: LayerFailure?
        /// When the companion connection was made, after the start; nil when it never was.
        var companion: Span?

        var snapshot: ServerSnapshot {
            var snapshot = ServerSnapshot(server: Server(name: "ts01.example").id, began: start, ended: start)
            snapshot.tcp = Observation(facts: TCPFacts(attempts: []), microseconds: 1, at: start)
            if let selected {
                let facts = NegotiationFacts(requested: .modern, answer: .selected(selected, flags: 0))
                snapshot.x224 = Observation(facts: facts, microseconds: 1, at: start)
                snapshot.tls = Observation(facts: nil, microseconds: 1, at: start)
            }
            if let certificate {
                let leaf = CertificateDescription(subject: "", issuer: "", sha256: certificate)
                let facts = CertificateFacts(leaf: leaf, askedName: "", nameMatch: .none, trust: .selfSigned)
                snapshot.certificate = Observation(facts: facts, microseconds: 1, at: start)
            }
            snapshot.nla = nla.map {
                Observation(facts: nil, failure: nlaFailure, microseconds: 1, at: start + $0)
            }
            snapshot.companion = companion.map {
                Observation(facts: nil, failure: .negotiationRefused(5), microseconds: 1, at: start + $0)
            }
            return snapshot
        }
    }

    /// What was known before a probe, what the probe shows, and what is due then.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var earlier: Seen?
        var present = Seen()
        /// The time of asking, after the start.
        var at = Span.seconds(60)
        var wantsNLA: Bool
        var wantsCompanion: Bool
    }

    private static let known = Seen(nla: .zero, companion: .zero)

    static let cases: [Case] = [
        Case(testDescription: "at first sight", earlier: nil, wantsNLA: true, wantsCompanion: true),
        Case(
            testDescription: "when nobody has asked yet", earlier: Seen(certificate: "aa"), wantsNLA: true,
            wantsCompanion: true),
        Case(testDescription: "unchanged", earlier: known, wantsNLA: false, wantsCompanion: false),
        Case(
            testDescription: "with another certificate", earlier: known, present: Seen(certificate: "bb"),
            wantsNLA: true, wantsCompanion: true),
        Case(
            testDescription: "with another answer", earlier: known, present: Seen(selected: .hybridEx), wantsNLA: true,
            wantsCompanion: true),
        Case(
            testDescription: "after an outage",
            earlier: Seen(selected: nil, certificate: nil, nla: .zero, companion: .zero),
            wantsNLA: true, wantsCompanion: true),
        Case(
            testDescription: "with a certificate that cannot be read", earlier: known, present: Seen(certificate: nil),
            wantsNLA: false, wantsCompanion: false),
        Case(
            testDescription: "a moment before a day has passed", earlier: known, at: .days(1) - .milliseconds(1),
            wantsNLA: false, wantsCompanion: false),
        Case(testDescription: "after a day", earlier: known, at: .days(1), wantsNLA: true, wantsCompanion: true),
        Case(
            testDescription: "asked by the companion an hour later than by NLA",
            earlier: Seen(nla: .zero, companion: .hours(1)), at: .days(1), wantsNLA: true, wantsCompanion: false),
        Case(
            testDescription: "after NLA failed, as long as it fails",
            earlier: Seen(nla: .zero, nlaFailure: .closed, companion: .zero), wantsNLA: true, wantsCompanion: false),
    ]

    @Test("NLA and the companion connection are due at first sight, on change, daily, and no oftener", arguments: cases)
    func due(_ item: Case) {
        let (present, earlier) = (item.present.snapshot, item.earlier?.snapshot)
        let now = Self.start + item.at
        #expect(Self.full.wantsNLA(present, after: earlier, at: now) == item.wantsNLA)
        let carriedOn = present.following(earlier)
        let followUps = Self.full.followUps(after: carriedOn, earlier: earlier, policy: ProbePolicy(), at: now)
        #expect(followUps.contains(.companion) == item.wantsCompanion)
    }

    @Test("A cycle alone asks for neither", arguments: cases)
    func cycle(_ item: Case) {
        let cadence = Cadence(depth: .cycle)
        let (present, earlier) = (item.present.snapshot, item.earlier?.snapshot)
        let now = Self.start + item.at
        #expect(!cadence.wantsNLA(present, after: earlier, at: now))
        #expect(
            cadence.followUps(after: present.following(earlier), earlier: earlier, policy: ProbePolicy(), at: now)
                .isEmpty)
    }

    @Test(
        "The companion connection is made to servers with NLA and TLS that stands",
        arguments: [(.hybrid, true), (.hybridEx, true), (.tls, false), (.standard, false), (nil, false)]
            as [(SecurityProtocols?, Bool)])
    func companionOnlyWithNLA(selected: SecurityProtocols?, isDue: Bool) {
        let snapshot = Seen(selected: selected).snapshot
        let followUps = Self.full.followUps(after: snapshot, earlier: nil, policy: ProbePolicy(), at: Self.start)
        #expect(followUps.contains(.companion) == isDue)
        var broken = snapshot
        broken.tls = Observation(facts: nil, failure: .reset, microseconds: 1, at: Self.start)
        #expect(
            !Self.full.followUps(after: broken, earlier: nil, policy: ProbePolicy(), at: Self.start).contains(
                .companion))
    }

    @Test(
        "A name that the probe did not need is asked for at first sight, and then at the pace of its answer",
        arguments: [
            (nil, nil, .zero, true), (nil, .zero, .minutes(59), false), (nil, .zero, .hours(1), true),
            (.noSuchName, .zero, .minutes(4), false), (.noSuchName, .zero, .minutes(5), true),
            (.noAddress, .zero, .minutes(5), true), (.resolverSilent, .zero, .minutes(5), false),
        ] as [(LayerFailure?, Span?, Span, Bool)])
    func names(_ failure: LayerFailure?, _ asked: Span?, _ now: Span, _ isDue: Bool) throws {
        let address = try #require(IPAddress("192.0.2.7"))
        var snapshot = Seen().snapshot
        let facts = DNSFacts(name: "ts01.example", addresses: [address], source: .literal)
        snapshot.dns = Observation(facts: facts, microseconds: 0, at: Self.start)
        snapshot.nameCheck = asked.map {
            Observation(facts: nil, failure: failure, microseconds: 1, at: Self.start + $0)
        }
        let due = { Self.full.followUps(after: $0, earlier: nil, policy: ProbePolicy(), at: Self.start + now) }
        #expect(due(snapshot).contains(.name) == isDue)
        var resolved = snapshot
        resolved.dns?.facts?.source = .query
        #expect(!due(resolved).contains(.name))
        var nameless = snapshot
        nameless.dns?.facts?.name = "192.0.2.7"
        #expect(!due(nameless).contains(.name))
        var silent = snapshot
        silent.tcp?.failure = .timedOut
        #expect(due(silent).isEmpty)
        #expect(
            Cadence(depth: .cycle).followUps(
                after: snapshot, earlier: nil, policy: ProbePolicy(), at: Self.start + now
            ).isEmpty)
    }

    @Test("The address of before is tried once, when it is confirmed that the name leads nowhere")
    func lastAddresses() throws {
        var snapshot = Seen(selected: nil, certificate: nil).snapshot
        snapshot.tcp = nil
        snapshot.dns = Observation(facts: nil, failure: .noSuchName, microseconds: 1, at: Self.start)
        snapshot.lastReach = LastReach(at: Self.start, address: try #require(IPAddress("192.0.2.7")))
        snapshot.consecutiveFailures = 2
        let due = { Self.full.followUps(after: $0, earlier: nil, policy: ProbePolicy(), at: Self.start) }
        #expect(due(snapshot) == [.lastAddress])
        var changed = snapshot
        changed.consecutiveFailures = 1
        #expect(due(changed).isEmpty)
        changed = snapshot
        changed.lastReach = nil
        #expect(due(changed).isEmpty)
        changed = snapshot
        changed.dns?.failure = .resolverSilent
        #expect(due(changed).isEmpty)
        changed = snapshot
        changed.lastAddressCheck = Observation(facts: nil, failure: .timedOut, microseconds: 1, at: Self.start)
        #expect(due(changed).isEmpty)
    }
}
