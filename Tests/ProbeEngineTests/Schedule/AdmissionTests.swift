import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct AdmissionTests {
    private let here: [UInt8] = [10, 0, 0]

    private func wish(
        _ visitor: Int, in neighbourhood: [UInt8]? = [1, 1, 1], _ urgency: Admission.Urgency = .regular,
        since: Double = 0, expectsAnswer: Bool = true
    ) -> Admission.Wish {
        Admission.Wish(
            rank: Admission.Rank(urgency: urgency, since: at(since), visitor: visitor), neighbourhood: neighbourhood,
            expectsAnswer: expectsAnswer)
    }

    /// Everybody in a neighbourhood of its own.
    private func alone(_ visitor: Int) -> [UInt8] { [10, UInt8(visitor / 256), UInt8(visitor % 256)] }

    private func admission(_ limits: ProbeLimits, _ wishes: [Admission.Wish]) -> Admission {
        var admission = Admission(limits: limits, at: at(0))
        for wish in wishes { admission.enqueue(wish.rank.visitor, wish, at: at(0)) }
        return admission
    }

    @Test func neverMoreThanTheLimitInAll() {
        let limits = ProbeLimits(established: 3, newPerSecond: 1000)
        var admission = admission(limits, (0..<10).map { wish($0, in: alone($0)) })
        #expect(admission.admit(at: at(0)) == [0, 1, 2])
        #expect(admission.admit(at: at(9)) == [])
        #expect(admission.nextOpening == nil, "only an end can let the next one in")
        admission.leave(1, at: at(9))
        #expect(admission.admit(at: at(9)) == [3])
        #expect(admission.count == 3)
    }

    @Test func neighboursShareALimitAndHoldUpNobodyElse() {
        let limits = ProbeLimits(establishedPerNeighbourhood: 2, newPerSecond: 1000)
        var admission = admission(limits, (0..<6).map { wish($0, in: $0 < 5 ? here : [10, 0, 1]) })
        #expect(admission.admit(at: at(0)) == [0, 1, 5])
        #expect(admission.isWaiting(4))
        admission.enqueue(4, wish(4, in: here, .askedFor), at: at(0))
        admission.leave(0, at: at(0))
        #expect(admission.admit(at: at(0)) == [4], "the urgent one comes first from the line")
        admission.leave(1, at: at(0))
        admission.leave(4, at: at(0))
        #expect(admission.admit(at: at(0)) == [2, 3])
        #expect(admission.isEmpty)
    }

    @Test func whoIsExpectedToBeSilentTakesNoPlaceOfThoseWhoAnswer() {
        let limits = ProbeLimits(pending: 3, established: 2, newPerSecond: 1000)
        var admission = admission(limits, (0..<8).map { wish($0, in: alone($0), expectsAnswer: $0 % 2 == 1) })
        #expect(admission.admit(at: at(0)) == [0, 1, 2, 3, 4])
        #expect(admission.count(of: .pending) == 3 && admission.count(of: .established) == 2)
        #expect(admission.connected(0, at: at(0)) == false, "there is no place for it")
        admission.leave(1, at: at(0))
        #expect(admission.connected(0, at: at(0)) == true)
        #expect(admission.count(of: .pending) == 2 && admission.count(of: .established) == 2)
        #expect(admission.admit(at: at(0)) == [6])
        admission.leave(0, at: at(0))
        #expect(admission.admit(at: at(0)) == [5])
    }

    @Test func whoLooksUpANameHoldsNoConnectionAndWaitsForItsNeighbourhoodAlone() {
        let limits = ProbeLimits(established: 4, establishedPerNeighbourhood: 1, newPerSecond: 1000)
        var admission = admission(limits, (0..<9).map { wish($0, in: $0 < 6 ? nil : alone($0)) })
        #expect(admission.admit(at: at(0)) == Array(0..<9).filter { $0 < 6 } + [6, 7, 8])
        #expect(admission.count(of: .resolving) == 6 && admission.count(of: .established) == 3)
        for visitor in 0..<6 { admission.arrive(visitor, in: here, at: at(1)) }
        #expect(admission.admit(at: at(1)) == [0])
        admission.enqueue(9, wish(9, in: alone(9)), at: at(1))
        #expect(admission.admit(at: at(1)) == [], "all four places are taken")
        admission.leave(6, at: at(1))
        #expect(admission.admit(at: at(1)) == [9], "those who wait at the full neighbourhood hold nothing")
        admission.leave(0, at: at(1))
        #expect(admission.admit(at: at(1)) == [1])
    }

    @Test func newOnesBeginAtTheRateOfTheBucket() {
        let limits = ProbeLimits(established: 10_000, newPerSecond: 500)
        var admission = admission(limits, (0..<2000).map { wish($0, in: alone($0)) })
        var begun = admission.admit(at: at(0)).count
        #expect(begun == 50, "a tenth of a second's worth at once")
        var wakes = 0
        var now = at(0)
        while now < at(1), let opening = admission.nextOpening {
            #expect(opening > now)
            now = opening
            wakes += 1
            begun += admission.admit(at: now).count
        }
        #expect((540...560).contains(begun))
        #expect(wakes <= 21)
    }

    @Test func oneNeighbourhoodHasARateOfItsOwn() {
        let limits = ProbeLimits(
            established: 10_000, establishedPerNeighbourhood: 1000, newPerSecondAndNeighbourhood: 64)
        var admission = admission(limits, (0..<200).map { wish($0, in: here) })
        var order = admission.admit(at: at(0))
        #expect(order == Array(0..<6), "a tenth of a second's worth at once")
        var wakes = 0
        while let opening = admission.nextOpening, opening <= at(1) {
            wakes += 1
            order += admission.admit(at: opening)
        }
        #expect((64...70).contains(order.count))
        #expect(order == order.sorted())
        #expect(wakes <= 24)
    }

    @Test func whoeverIsWithdrawnBlocksNobodyBehindIt() {
        let limits = ProbeLimits(establishedPerNeighbourhood: 1, newPerSecond: 1000)
        var admission = admission(limits, (0..<4).map { wish($0, in: here) })
        #expect(admission.admit(at: at(0)) == [0])
        admission.leave(0, at: at(0))
        admission.withdraw(1, at: at(0))
        #expect(admission.admit(at: at(0)) == [2])
        admission.withdraw(3, at: at(0))
        admission.leave(2, at: at(0))
        #expect(admission.admit(at: at(0)) == [])
        #expect(admission.isEmpty)
    }

    @Test func idleNeighbourhoodsAreForgotten() {
        var admission = Admission(limits: ProbeLimits(), at: at(0))
        for visitor in 0..<10_000 {
            let now = at(Double(visitor))
            admission.enqueue(visitor, wish(visitor, in: alone(visitor)), at: now)
            #expect(admission.admit(at: now) == [visitor])
            admission.leave(visitor, at: now)
        }
        #expect(admission.neighbourhoodCount <= 2 * Admission.firstPruning)
    }

    @Test func aLeapOfTheClockFillsOneBucketOnly() {
        var bucket = TokenBucket(perSecond: 100, at: at(0))
        var taken = 0
        while bucket.take(at: at(36_000)) { taken += 1 }
        #expect(taken == 10)
        #expect(bucket.take(at: at(0)) == false, "a clock set back adds nothing")
        #expect(bucket.take(at: at(0.01)) == true)
    }

    @Test func aSlowerRateHoldsAtOnce() {
        let limits = ProbeLimits(established: 10_000, newPerSecond: 500)
        var admission = admission(limits, (0..<2000).map { wish($0, in: alone($0)) })
        admission.slowDown(halvings: 2, at: at(0))
        var begun = admission.admit(at: at(0)).count
        while let opening = admission.nextOpening, opening <= at(1) { begun += admission.admit(at: opening).count }
        #expect((125...140).contains(begun))
    }

    @Test func theUrgentComeFirstThenTheLongestWaiting() {
        var admission = admission(
            ProbeLimits(),
            [
                wish(0, in: alone(0), .regular, since: 1), wish(1, in: alone(1), .regular, since: 0),
                wish(2, in: alone(2), .lastKnownBad, since: 5), wish(3, in: alone(3), .recheck, since: 9),
                wish(4, in: alone(4), .askedFor, since: 10), wish(5, in: alone(5), .followUp, since: 0),
            ])
        #expect(admission.admit(at: at(10)) == [4, 3, 2, 1, 0, 5])
    }
}
