import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct SharedCausesTests {
    private let cause = SharedCauses.Cause(layer: .tls, failure: .tlsAlert(40))

    /// How many of these servers keep the fast pace when each fails once more.
    private func scouts(_ causes: inout SharedCauses, _ servers: some Sequence<Int>) -> Int {
        servers.count { causes.join($0, cause) }
    }

    @Test func fewerThanTenAllKeepThePace() {
        var causes = SharedCauses()
        #expect(scouts(&causes, 0..<9) == 9)
    }

    @Test func asServersRecoverTheScoutsBecomeFewer() {
        var causes = SharedCauses()
        _ = scouts(&causes, 0..<100)
        let first = (0..<100).filter { causes.join($0, cause) }
        #expect(first.count == 10)
        let others = (0..<100).filter { !first.contains($0) }
        for recovered in others.dropFirst(10) { causes.leave(recovered) }
        #expect(scouts(&causes, first + others.prefix(10)) == 2)
    }

    @Test func whenTheScoutsRecoverOthersTakeTheirPlace() {
        var causes = SharedCauses()
        _ = scouts(&causes, 0..<40)
        let first = (0..<40).filter { causes.join($0, cause) }
        #expect(first.count == 4)
        for scout in first { causes.leave(scout) }
        #expect(scouts(&causes, (0..<40).filter { !first.contains($0) }) == 3)
    }

    @Test func aServerThatFailsForAnotherCauseIsNoScoutOfTheFirst() {
        var causes = SharedCauses()
        _ = scouts(&causes, 0..<20)
        let other = SharedCauses.Cause(layer: .tcp, failure: .refused)
        let first = (0..<20).filter { causes.join($0, cause) }
        #expect(first.filter { causes.join($0, other) } == first)
        #expect(scouts(&causes, (0..<20).filter { !first.contains($0) }) == 1)
    }
}
