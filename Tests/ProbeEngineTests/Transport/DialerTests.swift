import FleetModel
import Testing

@testable import ProbeEngine

@Suite("Dialer")
struct DialerTests {
    @Test("A link-local address without its zone, to which the system sends nothing, is no fault of the server")
    func linkLocal() async throws {
        let steps = Recorder()
        let ladder = try LadderFixture().ladder
        let snapshot = await ladder.climb(Server(name: "fe80::1")) { steps.note($0) }
        // Where there is no IPv6 at all, there is no socket either.
        let faults: [LayerFailure] = [.ourFault(.invalidAddress), .ourFault(.addressFamilyUnavailable)]
        #expect(faults.contains { $0 == snapshot.tcp?.failure })
        #expect(snapshot.tcp?.facts?.attempts.map(\.failure) == [snapshot.tcp?.failure])
        let notes = steps.steps.compactMap { step in
            if case .note(let text) = step.event, step.layer == .tcp { text } else { nil }
        }
        #expect(notes.count == 2 && notes.last?.contains("errno") == true)
    }
}
