import FleetModel
import Testing

@Suite struct SinceStartTests {
    private static let start = Instant(seconds: 1_800_000_000)

    /// What one probe sees.
    private enum Sight {
        /// It passes, and this certificate is there.
        case certificate(String)
        /// It fails.
        case failure(LayerFailure)
    }

    private func probe(_ sight: Sight, at time: Instant, from address: UInt8 = 1) -> ServerSnapshot {
        let id = Server(name: "ts01.example").id
        var snapshot = ServerSnapshot(server: id, began: time, ended: time + .milliseconds(40))
        let peer = SocketEndpoint(address: IPAddress(octets: 10, 0, 0, address), port: 3389)
        switch sight {
        case .certificate(let sha256):
            let leaf = CertificateDescription(
                subject: "CN=ts01", issuer: "CN=CA", notBefore: Self.start, sha256: sha256,
                keySHA256: "key of \(sha256)")
            let facts = CertificateFacts(
                leaf: leaf, askedName: "ts01.example", nameMatch: .none, trust: .unknownAuthority("CN=CA"))
            snapshot.tcp = Observation(
                facts: TCPFacts(attempts: [.init(peer: peer, failure: nil, microseconds: 1)]), microseconds: 1, at: time
            )
            snapshot.certificate = Observation(facts: facts, microseconds: 1, at: time)
        case .failure(let failure):
            let facts = TCPFacts(attempts: [.init(peer: peer, failure: failure, microseconds: 1)])
            snapshot.tcp = Observation(facts: facts, failure: failure, microseconds: 1, at: time)
        }
        return snapshot
    }

    /// The last of some probes, a minute apart.
    private func last(_ sights: [Sight]) -> ServerSnapshot? {
        sights.enumerated().reduce(nil) { earlier, next in
            probe(next.element, at: Self.start + .minutes(Int64(next.offset))).following(earlier)
        }
    }

    private func names(_ text: String) -> [Sight] {
        text.map { $0 == "." ? .failure(.timedOut) : .certificate(String($0)) }
    }

    // MARK: Certificates

    @Test(
        "certificates are remembered in the order in which they were last seen, and every change",
        arguments: [
            ("", "", []), (".", "", []), ("A", "A", []), ("AAAA", "A", []), ("A.A", "A", []), ("..A", "A", []),
            ("AB", "AB", [false]), ("A.B", "AB", [false]), ("A...", "A", []), ("AB.", "AB", [false]),
            ("AB.B", "AB", [false]), ("ABA", "BA", [false, true]), ("AB.A", "BA", [false, true]),
            ("ABCA", "BCA", [false, false, true]), ("ABAB", "AB", [false, true, true]),
            ("ABCDEFGHI", "BCDEFGHI", Array(repeating: false, count: 8)),
        ] as [(String, String, [Bool])])
    func certificates(seen: String, remembered: String, returns: [Bool]) {
        let snapshot = last(names(seen))
        #expect((snapshot?.certificatesSinceStart ?? []).map(\.sha256).joined() == remembered)
        #expect(snapshot?.sinceStart.certificates.changes.map(\.isReturn) ?? [] == returns)
    }

    @Test("nothing is listed as long as there has been one certificate", arguments: ["A", "AAAA", "A.A", "A..AA", "."])
    func listsNothing(seen: String) throws {
        #expect(try #require(last(names(seen))).sinceStart.certificates.sightings.isEmpty)
    }

    @Test("how often and when the only certificate was seen is counted", arguments: [("AAA", 3), ("A.AA.A", 4)])
    func counts(seen: String, times: Int) throws {
        let sighting = try #require(last(names(seen))?.certificatesSinceStart.first)
        #expect(sighting.times == times)
        #expect(sighting.firstSeen == Self.start)
        #expect(sighting.lastSeen == Self.start + .minutes(Int64(seen.count - 1)))
    }

    @Test func `a certificate that was seen before keeps its count and its first time`() throws {
        let sightings = try #require(last(names("AAB.A"))).certificatesSinceStart
        #expect(sightings.map(\.sha256) == ["B", "A"])
        #expect(sightings.map(\.times) == [1, 3])
        #expect(sightings.last?.firstSeen == Self.start)
        #expect(sightings.last?.keySHA256 == "key of A")
    }

    @Test func `what one certificate had is remembered through failing probes for the next`() throws {
        let sightings = try #require(last(names("A....B"))).certificatesSinceStart
        #expect(sightings.map(\.sha256) == ["A", "B"])
        #expect(sightings.first?.issuer == "CN=CA")
        #expect(sightings.first?.lastSeen == Self.start)
    }

    @Test func `each certificate has the address that showed it last`() throws {
        let first = probe(.certificate("A"), at: Self.start, from: 1).following(nil)
        let second = probe(.certificate("B"), at: Self.start + .minutes(1), from: 2).following(first)
        #expect(
            second.certificatesSinceStart.map { $0.address?.description } == ["10.0.0.1", "10.0.0.2"])
    }

    @Test func `no more than sixteen changes are remembered, the newest of them`() throws {
        let snapshot = try #require(last(names(String(repeating: "AB", count: 40))))
        let changes = snapshot.sinceStart.certificates.changes
        #expect(changes.count == CertificateHistory.changeLimit)
        #expect(changes.last?.at == Self.start + .minutes(79))
        #expect(snapshot.certificatesSinceStart.map(\.times) == [40, 40])
    }

    @Test func `changes are counted within a span`() throws {
        let certificates = try #require(last(names("ABAB"))).sinceStart.certificates
        let now = Self.start + .minutes(4)
        #expect(certificates.changes(within: .seconds(90), before: now).count == 1)
        #expect(certificates.changes(within: .hours(48), before: now).count == 3)
    }

    @Test func `when the clock was set back, nothing remembered lies in the future`() throws {
        let before = try #require(last(names("AAB")))
        let earlier = Self.start - .days(30)
        let memory = probe(.certificate("B"), at: earlier).following(before)
        #expect(memory.sinceStart.began == earlier)
        #expect(memory.certificatesSinceStart.allSatisfy { $0.firstSeen <= earlier && $0.lastSeen <= earlier })
        #expect(memory.sinceStart.certificates.changes.map(\.at) == [earlier])
    }

    // MARK: Outcomes

    @Test func `a probe that ended by a fault of ours is not counted`() throws {
        let sights: [Sight] = [
            .certificate("A"), .failure(.ourFault(.outOfResources)), .failure(.reset), .failure(.ourFault(.cancelled)),
        ]
        let snapshot = try #require(last(sights))
        #expect(snapshot.sinceStart.outcomes.all == [.passed, .failed(.tcp, .reset)])
        #expect(snapshot.probes == 4)
    }

    @Test func `what is wrong with a certificate stops no probe`() throws {
        var snapshot = probe(.certificate("A"), at: Self.start)
        snapshot.certificate?.failure = .certificate(.expired)
        #expect(snapshot.following(nil).sinceStart.outcomes.all == [.passed])
    }

    @Test func `an answer of NLA that is only carried on does not make the probe after it pass`() throws {
        var first = probe(.certificate("A"), at: Self.start)
        first.nla = Observation(facts: nil, failure: .closed, microseconds: 1, at: Self.start)
        let second = probe(.certificate("A"), at: Self.start + .minutes(1)).following(first.following(nil))
        #expect(second.sinceStart.outcomes.all == [.failed(.nla, .closed), .failed(.nla, .closed)])
    }

    @Test func `outcomes made while this machine had trouble are forgotten, and none before`() throws {
        let before = try #require(last(names("A.A")))
        var after = probe(.failure(.timedOut), at: Self.start + .minutes(9)).following(before)
        #expect(after.sinceStart.outcomes.signs == ".T.T")
        after.sinceStart.forgetOutcomes(since: before.sinceStart)
        #expect(after.sinceStart.outcomes.signs == ".T.")
        after.sinceStart.forgetOutcomes(since: nil)
        #expect(after.sinceStart.outcomes.signs.isEmpty)
    }

    // MARK: Gateways

    @Test func `how many probes passed is counted beyond the ring, and faults of ours are not`() throws {
        let sights = Array(repeating: Sight.certificate("A"), count: 30)
        let memory = try #require(
            last(sights + [.failure(.refused), .failure(.ourFault(.outOfResources))])?.sinceStart)
        #expect(memory.counted == 31)
        #expect(memory.passed == 30)
        var trouble = memory
        trouble.forgetOutcomes(since: last(Array(sights.prefix(10)))?.sinceStart)
        #expect(trouble.counted == 10)
        #expect(trouble.passed == 10)
    }

    @Test func `a gateway has the same memory, through a failing probe`() {
        func gateway(_ sha256: String?, _ minute: Int64) -> GatewaySnapshot {
            let time = Self.start + .minutes(minute)
            let server = probe(sha256.map(Sight.certificate) ?? .failure(.timedOut), at: time)
            return GatewaySnapshot(
                gateway: "gw", began: time, ended: time, tcp: server.tcp, certificate: server.certificate)
        }
        let seen: [String?] = ["A", nil, nil, "B"]
        let last = seen.enumerated().reduce(nil as GatewaySnapshot?) { earlier, next in
            gateway(next.element, Int64(next.offset)).following(earlier)
        }
        #expect(last?.certificatesSinceStart.map(\.sha256) == ["A", "B"])
        #expect(last?.certificatesSinceStart.first?.times == 1)
        #expect(last?.sinceStart.outcomes.signs == ".TT.")
    }
}
