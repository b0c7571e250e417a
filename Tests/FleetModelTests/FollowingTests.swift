import FleetModel
import Testing

@Suite struct FollowingTests {
    private static let now = Instant(seconds: 1_800_000_000)

    /// A probe in which the server chose this protocol, and NLA went as said; nil where it was not tried.
    private func probe(
        selecting selected: SecurityProtocols?, nla: Observation<NLAFacts>? = nil
    ) -> ServerSnapshot {
        var snapshot = ServerSnapshot(server: Server(name: "ts01.example").id, began: Self.now, ended: Self.now)
        snapshot.nla = nla
        if let selected {
            let facts = NegotiationFacts(requested: .modern, answer: .selected(selected, flags: 0))
            snapshot.x224 = Observation(facts: facts, microseconds: 1, at: Self.now)
        } else {
            snapshot.tcp = Observation(facts: nil, failure: .timedOut, microseconds: 1, at: Self.now)
        }
        return snapshot
    }

    private let silent = Observation<NLAFacts>(facts: nil, failure: .timedOut, microseconds: 1, at: Self.now)

    @Test(
        "what was seen of NLA stays until the server chooses something else",
        arguments: [(.hybrid, true), (.hybridEx, true), (nil, true), (.tls, false), (.standard, false)]
            as [(SecurityProtocols?, Bool)])
    func carriesNLA(selected: SecurityProtocols?, stays: Bool) {
        let earlier = probe(selecting: .hybrid, nla: silent).following(nil)
        #expect((probe(selecting: selected).following(earlier).nla != nil) == stays)
    }

    @Test("a server that fails no more since NLA is switched off has not failed")
    func switchedOff() {
        let earlier = probe(selecting: .hybrid, nla: silent).following(nil)
        #expect(earlier.consecutiveFailures == 1)
        let present = probe(selecting: .tls).following(earlier)
        #expect(present.firstFailure == nil)
        #expect(present.consecutiveFailures == 0)
    }

    @Test func `a certificate stays known while the server shows none`() {
        var first = probe(selecting: .hybrid)
        let leaf = CertificateDescription(subject: "CN=ts01", issuer: "CN=ts01", sha256: "a1")
        let facts = CertificateFacts(leaf: leaf, askedName: "ts01", nameMatch: .none, trust: .selfSigned)
        first.certificate = Observation(facts: facts, microseconds: 1, at: Self.now)
        let seen = first.following(nil)
        #expect(seen.earlierCertificate == nil)
        #expect(seen.lastCertificate?.facts == facts)
        var silent = seen
        for _ in 0..<2 { silent = probe(selecting: nil).following(silent) }
        #expect(silent.certificate == nil)
        #expect(silent.lastCertificate == first.certificate)
        #expect(first.following(silent).earlierCertificate == nil)
    }

    @Test func `how a server was last reached stays while it is not reached, and is replaced when it is`() throws {
        let peer = SocketEndpoint(address: try #require(IPAddress("192.0.2.7")), port: 3389)
        var reached = probe(selecting: .hybrid)
        let facts = TCPFacts(
            attempts: [TCPFacts.Attempt(peer: peer, failure: nil, microseconds: 1)],
            link: LocalLink(interface: "wg0", kind: .tunnel))
        reached.tcp = Observation(facts: facts, microseconds: 1, at: Self.now)
        reached.ping = Observation(
            facts: PingFacts(target: peer.address, method: .datagramSocket, sent: 1, received: 1), microseconds: 1,
            at: Self.now)
        let first = reached.following(nil)
        let expected = LastReach(at: Self.now, address: peer.address, link: facts.link, answeredPing: true)
        #expect(first.lastReach == expected)
        let second = probe(selecting: nil).following(first)
        #expect(second.lastReach == expected)
        reached.ping = nil
        #expect(reached.following(second).lastReach?.answeredPing == false)
        #expect(probe(selecting: nil).following(nil).lastReach == nil)
    }

    @Test func `what was seen of a name stays, and the try at its old address ends with the outage`() {
        var first = probe(selecting: .hybrid)
        first.nameCheck = Observation(facts: nil, failure: .noSuchName, microseconds: 1, at: Self.now)
        var nameless = probe(selecting: nil)
        nameless.tcp = nil
        nameless.dns = Observation(facts: nil, failure: .noSuchName, microseconds: 1, at: Self.now)
        nameless.lastAddressCheck = Observation(facts: nil, microseconds: 1, at: Self.now)
        let second = nameless.following(first)
        #expect(second.nameCheck == first.nameCheck)
        nameless.lastAddressCheck = nil
        let third = nameless.following(second)
        #expect(third.lastAddressCheck == second.lastAddressCheck)
        #expect(probe(selecting: .hybrid).following(third).lastAddressCheck == nil)
    }
}
