import FleetModel
import ProbeEngine
import Synchronization

/// Counts the probes of servers and gateways, and what follows them.
final class ProbeCounter: Sendable {
    private let began = Atomic<Int>(0)
    private let ended = Atomic<Int>(0)

    /// How many are going on, and how many have ended.
    var counts: (inFlight: Int, finished: Int) {
        let finished = ended.load(ordering: .acquiring)
        return (max(0, began.load(ordering: .acquiring) - finished), finished)
    }

    /// The same actions, counted.
    func counting(_ actions: ProbeActions) -> ProbeActions {
        ProbeActions(
            probe: { server, earlier, pass in
                self.begin()
                defer { self.end() }
                return await actions.probe(server, earlier, pass)
            },
            followUp: { what, server, snapshot in
                self.begin()
                defer { self.end() }
                return await actions.followUp(what, server, snapshot)
            },
            climbGateway: { gateway, earlier, pass in
                self.begin()
                defer { self.end() }
                return await actions.climbGateway(gateway, earlier, pass)
            })
    }

    private func begin() { began.wrappingAdd(1, ordering: .acquiringAndReleasing) }

    private func end() { ended.wrappingAdd(1, ordering: .acquiringAndReleasing) }
}
