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
}
