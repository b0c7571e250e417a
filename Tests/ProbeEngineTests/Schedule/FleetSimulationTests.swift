import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct FleetSimulationTests {
    /// Servers in a row of neighbourhoods, so many in each.
    private func neighbours(_ count: Int, perNeighbourhood: Int, interval: Span = .seconds(60)) -> [Server] {
        (0..<count).map { number in
            let place = number / perNeighbourhood
            let address = "10.\(place / 256).\(place % 256).\(number % perNeighbourhood + 1)"
            return Server(name: address, policy: ProbePolicy(interval: interval))
        }
    }

    @Test func tenThousandDeadServersMakeNoHealthyOneStale() {
        let servers = neighbours(10_200, perNeighbourhood: 51)
        let isHealthy = Set(servers.enumerated().filter { $0.offset % 51 == 25 }.map(\.element.id))
        #expect(isHealthy.count == 200)
        var simulation = FleetSimulation(servers) { server, _ in
            isHealthy.contains(server.id) ? .healthy : .dead
        }
        let end = at(30 * 60)
        simulation.run(until: end)
        for id in isHealthy {
            let seen = simulation.ended[id, default: []] + [end]
            #expect(seen.count >= 25)
            let ages = zip(seen.dropFirst(), seen).map { $0 - $1 }
            #expect(ages.allSatisfy { $0 <= .seconds(120) }, "\(id): \(ages.max()?.milliseconds ?? 0) ms")
        }
        #expect(simulation.ended.count == servers.count, "everybody was probed")
        #expect(simulation.overlaps == 0)
        #expect(simulation.peaks[.established] <= 256 && simulation.peaks[.pending] <= 2048)
        #expect(simulation.neighbourhoodPeaks[.established] <= 16)
        #expect(simulation.neighbourhoodPeaks[.pending] <= 256)
        #expect(simulation.perSecond.values.allSatisfy { $0 <= 550 }, "the rate, and a bucket of a tenth of it")
    }

    @Test func oneConnectionForEachServerAndCycle() {
        var simulation = FleetSimulation(neighbours(300, perNeighbourhood: 100)) { _, _ in .healthy }
        simulation.run(until: at(60 * 60))
        for times in simulation.begun.values {
            #expect((58...63).contains(times.count))
            #expect(zip(times.dropFirst(2), times.dropFirst()).allSatisfy { $0 - $1 >= .seconds(50) })
        }
        #expect(simulation.overlaps == 0)
    }

    @Test func allLimitsAreReachedAndNoneIsExceeded() {
        let limits = ProbeLimits(
            pending: 20, pendingPerNeighbourhood: 5, established: 10, establishedPerNeighbourhood: 3, newPerSecond: 50,
            newPerSecondAndNeighbourhood: 20)
        // Dead for a while, and then all come back.
        var simulation = FleetSimulation(neighbours(300, perNeighbourhood: 20), limits: limits) { server, now in
            now < at(300) ? .dead : .healthy
        }
        simulation.run(until: at(1200))
        #expect(simulation.peaks[.established] == 10 && simulation.peaks[.pending] == 20)
        #expect(simulation.neighbourhoodPeaks[.established] == 3 && simulation.neighbourhoodPeaks[.pending] == 5)
        #expect(simulation.perSecond.values.allSatisfy { $0 <= 55 })
        #expect(simulation.overlaps == 0)
        #expect(simulation.ended.values.allSatisfy { times in times.last.map { $0 > at(1080) } ?? false })
    }

    @Test func whenAllComeBackAtOnceThoseWithoutAPlaceComeAgainSoon() {
        let limits = ProbeLimits(pending: 100, established: 2, establishedPerNeighbourhood: 2)
        var simulation = FleetSimulation(neighbours(40, perNeighbourhood: 1), limits: limits) { server, now in
            now < at(60) ? .dead : FleetSimulation.Behaviour(failure: nil, lasts: .seconds(1))
        }
        simulation.run(until: at(900))
        #expect(simulation.peaks[.established] == 2)
        #expect(simulation.ended.values.allSatisfy { times in times.last.map { $0 > at(780) } ?? false })
    }
}
