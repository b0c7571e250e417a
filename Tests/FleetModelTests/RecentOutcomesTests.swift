import FleetModel
import Testing

@Suite struct RecentOutcomesTests {
    private func outcomes(_ list: [ProbeOutcome]) -> RecentOutcomes {
        var outcomes = RecentOutcomes()
        for outcome in list { outcomes.append(outcome) }
        return outcomes
    }

    @Test func `every layer and manner comes out as it went in`() {
        let layers: [Layer] = [.dns, .tcp, .x224, .tls, .certificate, .nla, .gateway]
        for layer in layers {
            for manner in ProbeOutcome.Manner.allCases {
                let list: [ProbeOutcome] = [.passed, .failed(layer, manner), .passed]
                #expect(outcomes(list).all == list, "\(layer) \(manner)")
            }
        }
    }

    @Test("the ring holds the last twenty, the oldest first", arguments: [0, 1, 7, 19, 20, 21, 40, 63])
    func wraps(count: Int) {
        let list: [ProbeOutcome] = (0..<count).map { index in
            index.isMultiple(of: 3) ? .failed(index.isMultiple(of: 2) ? .tls : .dns, .reset) : .passed
        }
        let ring = outcomes(list)
        #expect(ring.all == list.suffix(RecentOutcomes.limit))
        #expect(ring.count == min(count, RecentOutcomes.limit))
    }

    @Test func `it takes no more room however many probes there were, and allocates nothing`() {
        #expect(MemoryLayout<RecentOutcomes>.size <= 32)
    }

    @Test func `a failure is forgotten once twenty probes have passed`() {
        var ring = outcomes([.failed(.tcp, .timedOut)])
        for _ in 0..<(RecentOutcomes.limit - 1) { ring.append(.passed) }
        #expect(!ring.allPassed)
        ring.append(.passed)
        #expect(ring.allPassed)
    }

    @Test func `failures are counted by layer and manner, the most frequent first`() {
        let ring = outcomes([
            .failed(.tls, .reset), .passed, .failed(.tcp, .timedOut), .failed(.tls, .reset), .failed(.tls, .closed),
        ])
        #expect(ring.failures.map(\.layer) == [.tls, .tcp, .tls])
        #expect(ring.failures.map(\.manner) == [.reset, .timedOut, .closed])
        #expect(ring.failures.map(\.count) == [2, 1, 1])
        #expect(ring.signs == "S.TSS")
    }
}
