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
}
