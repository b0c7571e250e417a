import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct AdmissionTests {
    private func rank(_ place: Int, _ urgency: Admission.Urgency = .regular, since: Double = 0) -> Admission.Rank {
        Admission.Rank(urgency: urgency, since: at(since), place: place)
    }

    @Test func neverMoreThanTheLimitInAll() {
        var admission = Admission(limits: ProbeLimits(established: 3, newPerSecond: 1000), at: at(0))
        for place in 0..<10 { admission.enqueue(place, rank(place)) }
        #expect(admission.admit(at: at(0)) { _ in nil } == [0, 1, 2])
        #expect(admission.admit(at: at(9)) { _ in nil } == [])
        #expect(admission.nextOpening == nil, "only an end can let the next one in")
        admission.leave(1)
        #expect(admission.admit(at: at(9)) { _ in nil } == [3])
        #expect(admission.count == 3)
    }

    @Test func neighboursShareALimitAndHoldUpNobodyElse() {
        var admission = Admission(limits: ProbeLimits(perNeighbourhood: 2, newPerSecond: 1000), at: at(0))
        for place in 0..<6 { admission.enqueue(place, rank(place)) }
        let crowded: (Int) -> [UInt8]? = { $0 < 5 ? [10, 0, 0] : [10, 0, 1] }
        #expect(admission.admit(at: at(0), neighbourhood: crowded) == [0, 1, 5])
        #expect(admission.isWaiting(4))
        admission.enqueue(4, rank(4, .askedFor))
        admission.leave(0)
        #expect(admission.admit(at: at(0), neighbourhood: crowded) == [4], "the urgent one comes first from the line")
        admission.leave(1)
        admission.leave(4)
        #expect(admission.admit(at: at(0), neighbourhood: crowded) == [2, 3])
        #expect(admission.isEmpty)
    }

    @Test func newOnesBeginAtTheRateOfTheBucket() {
        var admission = Admission(limits: ProbeLimits(established: 10_000, newPerSecond: 500), at: at(0))
        for place in 0..<2000 { admission.enqueue(place, rank(place)) }
        var begun = admission.admit(at: at(0)) { _ in nil }.count
        #expect(begun == 50, "a tenth of a second's worth at once")
        var wakes = 0
        var now = at(0)
        while now < at(1), let opening = admission.nextOpening {
            #expect(opening > now)
            now = opening
            wakes += 1
            begun += admission.admit(at: now) { _ in nil }.count
        }
        #expect((540...560).contains(begun))
        #expect(wakes <= 21)
    }

    @Test func aLeapOfTheClockFillsOneBucketOnly() {
        var bucket = TokenBucket(perSecond: 100, at: at(0))
        var taken = 0
        while bucket.take(at: at(36_000)) { taken += 1 }
        #expect(taken == 10)
        #expect(bucket.take(at: at(0)) == false, "a clock set back adds nothing")
        #expect(bucket.take(at: at(0.01)) == true)
    }

    @Test func theUrgentComeFirstThenTheLongestWaiting() {
        var admission = Admission(limits: ProbeLimits(), at: at(0))
        admission.enqueue(0, rank(0, .regular, since: 1))
        admission.enqueue(1, rank(1, .regular, since: 0))
        admission.enqueue(2, rank(2, .lastKnownBad, since: 5))
        admission.enqueue(3, rank(3, .recheck, since: 9))
        admission.enqueue(4, rank(4, .askedFor, since: 10))
        #expect(admission.admit(at: at(10)) { _ in nil } == [4, 3, 2, 1, 0])
    }
}
