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

    @Test func `a gateway's certificate stays known while it shows none, and the next one is compared with it`() {
        func probe(
            _ minute: Int64, _ sha256: String?, issuer: String = "CN=A", trust: TrustPath = .trusted(["CN=A"])
        ) -> GatewaySnapshot {
            let now = Self.now + .minutes(minute)
            var snapshot = GatewaySnapshot(gateway: "gw", began: now, ended: now)
            snapshot.tcp = Observation(facts: nil, failure: sha256 == nil ? .timedOut : nil, microseconds: 1, at: now)
            snapshot.certificate = sha256.map { sha256 in
                let leaf = CertificateDescription(subject: "CN=gw", issuer: issuer, sha256: sha256)
                let facts = CertificateFacts(leaf: leaf, askedName: "gw", nameMatch: .none, trust: trust)
                return Observation(facts: facts, microseconds: 1, at: now)
            }
            return snapshot
        }
        let seen = probe(0, "a1").following(nil)
        #expect(seen.showsCertificate)
        var silent = seen
        for minute in 1...2 as ClosedRange<Int64> { silent = probe(minute, nil).following(silent) }
        #expect(silent.certificate == seen.certificate)
        #expect(!silent.showsCertificate)
        let other = probe(3, "b2", issuer: "CN=B", trust: .selfSigned).following(silent)
        #expect(other.showsCertificate)
        #expect(other.earlierIssuer == "CN=A")
        #expect(other.hasLostTrust)
    }

    @Test("what was measured of a clock stays while the next measure differs by no more than its error")
    func steadyClocks() {
        func server(_ skew: Int64) -> ServerSnapshot {
            var facts = NLAFacts(answer: .challenge)
            facts.clockSkew = .milliseconds(skew)
            return probe(selecting: .hybrid, nla: Observation(facts: facts, microseconds: 1, at: Self.now))
        }
        func gateway(_ skew: Int64) -> GatewaySnapshot {
            var snapshot = GatewaySnapshot(gateway: "gw", began: Self.now, ended: Self.now)
            let facts = HTTPFacts(request: .transport, status: 401, clockSkew: .milliseconds(skew))
            snapshot.transport = Observation(facts: facts, microseconds: 1, at: Self.now)
            return snapshot
        }
        let servers = [300_001, 299_999, -40, 60, -60, 400].reduce(into: [ServerSnapshot]()) { seen, skew in
            seen.append(server(skew).following(seen.last))
        }
        #expect(servers.map { $0.nla?.facts?.clockSkew?.milliseconds } == [300_001, 300_001, -40, -40, -40, 400])
        let gateways = [-300_900, -299_950, -301_300, -303_000].reduce(into: [GatewaySnapshot]()) { seen, skew in
            seen.append(gateway(skew).following(seen.last))
        }
        #expect(
            gateways.map { $0.transport?.facts?.clockSkew?.milliseconds } == [-300_900, -300_900, -300_900, -303_000])
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
