import FleetModel
import Synchronization
import TestSupport
import Testing

@testable import ProbeEngine

/// Answers a probe's questions as the test says, and remembers them.
private final class Desk: Sendable {
    private let questions = Mutex<[String]>([])
    let answers: @Sendable (ConnectionPass.Question) -> Bool?

    init(answers: @escaping @Sendable (ConnectionPass.Question) -> Bool?) {
        self.answers = answers
    }

    var asked: [String] { questions.withLock(\.self) }

    func pass(_ neighbourhood: [UInt8]? = nil, expectsAnswer: Bool = false) -> ConnectionPass {
        ConnectionPass(neighbourhood: neighbourhood, expectsAnswer: expectsAnswer) { [self] question, answer in
            questions.withLock { $0.append("\(question)") }
            if let known = answers(question) { answer.give(known) }
        }
    }
}

@Suite(.timeLimit(.minutes(5))) struct LadderPassTests {
    @Test func aNameAsksForItsNeighbourhoodAndThenForItsPlace() async throws {
        let resolver = TableResolver(["ts01.example": [try #require(IPAddress("127.0.0.1"))]])
        let desk = Desk { _ in true }
        let ladder = try LadderFixture(resolver: resolver).ladder
        let snapshot = try await ScriptedServer.run([.send(Wire.refusal(2))]) { server in
            var target = server.target(named: "ts01.example")
            target.address = nil
            return await ladder.climb(target, pass: desk.pass())
        }
        #expect(desk.asked == ["enter([127, 0, 0])", "connected"])
        #expect(snapshot.x224?.failure == .negotiationRefused(2))
    }

    @Test func whoIsExpectedToAnswerWhereItIsAsksNothing() async throws {
        let desk = Desk { _ in false }
        let ladder = try LadderFixture().ladder
        let snapshot = try await ScriptedServer.run([.send(Wire.refusal(2))]) { server in
            await ladder.climb(server.target(), pass: desk.pass([127, 0, 0], expectsAnswer: true))
        }
        #expect(desk.asked.isEmpty)
        #expect(snapshot.x224?.failure == .negotiationRefused(2))
    }

    @Test func whoAnswersUnexpectedlyWithoutAPlaceIsClosedAtOnce() async throws {
        let desk = Desk { question in if case .connected = question { false } else { true } }
        let ladder = try LadderFixture().ladder
        let (snapshot, events) = try await ScriptedServer.run([.awaitBytes]) { server in
            let snapshot = await ladder.climb(server.target(), pass: desk.pass([127, 0, 0]))
            return (snapshot, await server.eventsOfOneConnection())
        }
        #expect(snapshot.tcp?.failure == nil && snapshot.tcp != nil)
        #expect(snapshot.x224?.failure == .ourFault(.heldBack))
        #expect(events == [.ended], "not a byte was sent")
    }

    @Test func whoIsCancelledBeforeItMayConnectHasSeenNothingOfTheServer() async throws {
        let (asked, sink) = AsyncStream.makeStream(of: Void.self)
        let desk = Desk { _ in
            sink.yield()
            return nil
        }
        let ladder = try LadderFixture().ladder
        let task = Task { await ladder.climb(Server(name: "127.0.0.1", port: 1), pass: desk.pass()) }
        for await _ in asked { break }
        task.cancel()
        let snapshot = await task.value
        #expect(snapshot.tcp?.failure == .ourFault(.cancelled))
        #expect(snapshot.tcp?.facts?.attempts == [])
    }
}
