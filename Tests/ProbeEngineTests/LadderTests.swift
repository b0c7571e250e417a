import FleetModel
import Glibc
import Synchronization
import Testing

@testable import ProbeEngine

@Suite("Ladder")
struct LadderTests {
    private func loopback(_ last: UInt8) throws -> IPAddress { try #require(IPAddress("127.0.0.\(last)")) }

    @Test("An address, in the fleet file or as the name, is not resolved", arguments: ["ts01.example", "127.0.0.1"])
    func literals(name: String) async throws {
        let snapshot = try await LadderFixture().climb([.awaitBytes, .send(Wire.refusal(2))], name: name)
        #expect(snapshot.dns?.facts?.source == .literal)
        #expect(snapshot.dns?.facts?.name == name)
        #expect(snapshot.dns?.failure == nil)
    }

    @Test("Without an address no packet leaves")
    func unknownName() async throws {
        let snapshot = await (try LadderFixture()).ladder.climb(Server(name: "nowhere.example"))
        #expect(snapshot.dns?.failure == .noSuchName)
        #expect(snapshot.tcp == nil)
        #expect(snapshot.firstFailure?.layer == .dns)
    }

    @Test("Addresses are tried in order until one connects, and every attempt is recorded")
    func addressesInOrder() async throws {
        try await ScriptedServer.run([.awaitBytes, .send(Wire.refusal(2))]) { server in
            let addresses = [try loopback(2), try loopback(3), try loopback(1), try loopback(4)]
            let fixture = try LadderFixture(resolver: TableResolver(["ts01.example": addresses]))
            let snapshot = await fixture.ladder.climb(Server(name: "ts01.example", port: server.endpoint.port))
            let facts = try #require(snapshot.tcp?.facts)
            #expect(facts.attempts.map(\.peer.address) == Array(addresses.prefix(3)))
            #expect(facts.attempts.map(\.failure) == [.refused, .refused, nil])
            #expect(facts.peer == server.endpoint)
            #expect(facts.local?.address == (try loopback(1)))
            #expect(snapshot.tcp?.failure == nil)
            #expect(snapshot.x224?.failure == .negotiationRefused(2))
        }
    }

    @Test("When no address connects, the layer failed and nothing above it was tried")
    func allRefused() async throws {
        let port = try await ScriptedServer.run([]) { $0.endpoint.port }
        let addresses = [try loopback(2), try loopback(3)]
        let fixture = try LadderFixture(resolver: TableResolver(["ts01.example": addresses]))
        let snapshot = await fixture.ladder.climb(Server(name: "ts01.example", port: port))
        #expect(snapshot.tcp?.failure == .refused)
        #expect(snapshot.tcp?.facts?.attempts.count == 2)
        #expect(snapshot.tcp?.facts?.peer == nil)
        #expect(snapshot.x224 == nil)
    }

    @Test("A SYN without an answer ends with the policy's time")
    func filteredPort() async throws {
        let hole = try BlackHole()
        defer { hole.close() }
        let policy = ProbePolicy(timeout: .milliseconds(2_000))
        let server = Server(name: "127.0.0.1", port: hole.port, policy: policy)
        let snapshot = await (try LadderFixture()).ladder.climb(server)
        #expect(snapshot.tcp?.failure == .timedOut)
        #expect(snapshot.tcp?.facts?.attempts.map(\.failure) == [.timedOut])
    }

    @Test("Each step is told in the ladder's order, and each layer that began also ended")
    func trace() async throws {
        let steps = Recorder()
        let tls = try ServerCertificates.modern.context()
        try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS), .startTLS(tls)]) { server in
            _ = await (try LadderFixture()).ladder.climb(server.target()) { steps.note($0) }
        }
        let layers = steps.steps.map(\.layer)
        #expect(layers == layers.sorted())
        #expect(Set(layers) == [.dns, .tcp, .x224, .tls, .certificate])
        // What is given as an address is not resolved, and so neither passes nor fails.
        let ended = steps.steps.compactMap { step -> Layer? in
            if case .ended = step.event { step.layer } else { nil }
        }
        #expect(ended == [.tcp, .x224, .tls, .certificate])
        #expect(steps.steps.contains { $0.layer == .x224 && $0.event == .sent(Wire.request, total: 44) })
        #expect(steps.steps.contains { $0.layer == .x224 && $0.event == .received(Wire.confirmTLS, total: 19) })
        #expect(steps.steps.last?.event == .closed(by: .us))
        let times = steps.steps.map(\.microseconds)
        #expect(times == times.sorted())
    }

    @Test("The ClientHello is told before the server's answer to it, and is as small as those of RDP clients")
    func clientHelloIsTold() async throws {
        let steps = Recorder()
        try await ScriptedServer.run([.awaitBytes, .send(Wire.confirmTLS), .awaitBytes, .send(Wire.alert(40))]) {
            _ = await (try LadderFixture()).ladder.climb($0.target()) { steps.note($0) }
        }
        let directions = steps.steps.filter { $0.layer == .tls }.compactMap { step -> String? in
            switch step.event {
            case .sent(let bytes, _): "sent \(bytes.first ?? 0)"
            case .received(let bytes, _): "received \(bytes.first ?? 0)"
            case .began, .note, .closed, .ended: nil
            }
        }
        #expect(directions.prefix(2) == ["sent 22", "received 21"])
        let sizes = steps.steps.compactMap { step -> Int? in
            if case .sent(_, let total) = step.event, step.layer == .tls { total } else { nil }
        }
        #expect((100...512).contains(sizes.first ?? 0))
    }
}

/// Keeps the steps of a probe.
final class Recorder: Sendable {
    private let noted = Mutex<[ProbeStep]>([])

    var steps: [ProbeStep] { noted.withLock { $0 } }

    func note(_ step: ProbeStep) { noted.withLock { $0.append(step) } }
}

/// A listener whose queue is full: a SYN to it gets no answer, as at a port that a firewall filters.
struct BlackHole {
    struct Unavailable: Error {}

    let port: UInt16
    private let descriptors: [CInt]

    init() throws {
        let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        let anyPort = SocketEndpoint(address: .ipv4Loopback, port: 0)
        guard anyPort.withSocketAddress({ bind(listener, $0, $1) }) == 0, listen(listener, 0) == 0,
            let endpoint = SocketEndpoint(boundTo: listener)
        else { throw Unavailable() }
        port = endpoint.port
        let waiting = (0..<4).map { _ in
            let client = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
            _ = endpoint.withSocketAddress { connect(client, $0, $1) }
            return client
        }
        descriptors = [listener] + waiting
    }

    func close() {
        for descriptor in descriptors { _ = Glibc.close(descriptor) }
    }
}
