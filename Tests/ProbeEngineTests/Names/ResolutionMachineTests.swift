import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct ResolutionMachineTests {
    private typealias Query = ResolutionMachine.Query
    private static let silence = QueryReply.silence(microseconds: 1)
    private static let start = ContinuousClock.now

    private func moment(_ seconds: Double) -> ResolutionMachine.Moment {
        ResolutionMachine.Moment(
            tick: Self.start + .seconds(seconds), wall: Instant(milliseconds: 1_000_000 + Int64(seconds * 1000)))
    }

    private func machine(_ settings: ResolverSettings = .none, limit: Int = 256) -> ResolutionMachine {
        ResolutionMachine(settings: settings, limit: limit, hasRoute: { _ in true })
    }

    /// What was sent, and what was answered to whom.
    private func split(_ actions: [ResolutionMachine.Action]) -> (sent: [Query], finished: [Int: Resolution]) {
        var sent: [Query] = []
        var finished: [Int: Resolution] = [:]
        for action in actions {
            switch action {
            case .send(let query): sent.append(query)
            case .finish(let waiter, let resolution): finished[waiter] = resolution
            }
        }
        return (sent, finished)
    }

    private func ask(
        _ machine: inout ResolutionMachine, _ name: String, _ waiter: Int, at seconds: Double = 0,
        deadline: Double? = nil
    ) throws -> (sent: [Query], finished: [Int: Resolution]) {
        let name = try #require(DomainName(name))
        let end = Self.start + .seconds(deadline ?? seconds + 3)
        return split(machine.ask(name, waiter: waiter, deadline: end, at: moment(seconds)))
    }

    /// Answers all of these queries alike, each with the addresses of its family.
    private func reply(
        _ machine: inout ResolutionMachine, _ queries: [Query], _ reply: QueryReply, at seconds: Double
    ) -> (sent: [Query], finished: [Int: Resolution]) {
        split(
            queries.flatMap { query in
                guard case .answer(var answer) = reply else {
                    return machine.answered(query, reply, at: moment(seconds))
                }
                answer.addresses = answer.addresses.filter { $0.isIPv6 == (query.family == .ipv6) }
                return machine.answered(query, .answer(answer), at: moment(seconds))
            })
    }

    @Test func aAndAAAAAreAskedAtTheSameTimeAndJoined() throws {
        var machine = machine()
        let (sent, none) = try ask(&machine, "dual.corp", 1)
        #expect(sent.map(\.family) == [.ipv4, .ipv6])
        #expect(none.isEmpty)
        #expect(reply(&machine, [sent[0]], answer(0, "10.0.0.1", ttl: 90), at: 0.1).finished.isEmpty)
        let finished = reply(&machine, [sent[1]], answer(0, "2001:db8::1", ttl: 40), at: 0.2).finished
        let resolution = try #require(finished[1])
        #expect(resolution.failure == nil)
        #expect(resolution.facts.addresses.map(\.description) == ["2001:db8::1", "10.0.0.1"])
        #expect(resolution.facts.source == .query)
        #expect(resolution.facts.expires == moment(0.2).wall + .seconds(40))
        #expect(machine.namesAsked == 0)
        #expect(machine.nextDeadline == nil)
    }

    @Test func concurrentQuestionsForOneNameAreAskedOnce() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1).sent
        for waiter in 2...50 { #expect(try ask(&machine, "TS01", waiter).sent.isEmpty) }
        let finished = reply(&machine, sent, answer(3), at: 0.1).finished
        #expect(finished.keys.sorted() == Array(1...50))
        #expect(finished.values.allSatisfy { $0.failure == .noSuchName })
    }

    @Test func noMoreNamesAreAskedThanTheLimitAndTheOthersFollowInOrder() throws {
        var machine = machine(limit: 2)
        var sent: [Query] = []
        for number in 0..<5 { sent += try ask(&machine, "n\(number)", number).sent }
        #expect(Set(sent.map(\.name)) == ["n0", "n1"])
        #expect(machine.namesAsked == 2)
        let next = reply(&machine, sent.filter { $0.name == "n1" }, answer(0, "10.0.0.1"), at: 0.1).sent
        #expect(Set(next.map(\.name)) == ["n2"])
        // A question that nobody waits for any more is not asked at all.
        machine.cancel(3)
        let last = reply(&machine, sent.filter { $0.name == "n0" }, answer(0, "10.0.0.1"), at: 0.2).sent
        #expect(Set(last.map(\.name)) == ["n4"])
    }

    @Test func anAnswerIsUsedAgainUntilItExpires() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1).sent
        _ = reply(&machine, sent, answer(0, "10.0.0.1", ttl: 60), at: 0)
        let again = try ask(&machine, "ts01", 2, at: 59)
        #expect(again.sent.isEmpty)
        #expect(again.finished[2]?.facts.source == .cache)
        #expect(again.finished[2]?.failure == nil)
        #expect(try ask(&machine, "ts01", 3, at: 60).sent.count == 2)
    }

    @Test func aFailureIsForgottenBeforeTheServerIsCheckedAgain() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1).sent
        _ = reply(&machine, sent, answer(2), at: 0)
        #expect(try ask(&machine, "ts01", 2, at: 1).finished[2]?.failure == .resolverError(2))
        #expect(try ask(&machine, "ts01", 3, at: 3).sent.count == 2)
    }

    @Test func whenOneAnswerSettlesTheMatterTheOtherGetsHalfASecond() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1).sent
        _ = reply(&machine, [sent[0]], answer(0, "10.0.0.1", ttl: 3600), at: 0.1)
        #expect(machine.nextDeadline == moment(0.1).tick + .milliseconds(500))
        #expect(split(machine.elapsed(at: moment(0.5))).finished.isEmpty)
        let resolution = try #require(split(machine.elapsed(at: moment(0.6))).finished[1])
        #expect(resolution.failure == nil)
        #expect(resolution.facts.ipv6 == DNSAnswer(responseCode: nil, microseconds: 600_000))
        #expect(resolution.facts.expires == moment(0.6).wall + .seconds(30), "soon, so that the other is asked again")
        #expect(machine.namesAsked == 1, "a query under way keeps its place")
        _ = reply(&machine, [sent[1]], answer(0), at: 2)
        #expect(machine.namesAsked == 0)
    }

    @Test func aNameThatWasNeverAskedHasNoAnswersAtItsDeadline() throws {
        var machine = machine(limit: 1)
        _ = try ask(&machine, "first", 1, deadline: 9)
        _ = try ask(&machine, "second", 2, deadline: 3)
        let resolution = try #require(split(machine.elapsed(at: moment(3))).finished[2])
        #expect(resolution.failure == .resolverSilent)
        #expect(resolution.facts.ipv4 == nil && resolution.facts.ipv6 == nil)
    }

    @Test func aDeadlineEndsInSilenceAndALateAnswerIsKept() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1, deadline: 3).sent
        #expect(machine.nextDeadline == moment(3).tick)
        let resolution = try #require(split(machine.elapsed(at: moment(3))).finished[1])
        #expect(resolution.failure == .resolverSilent)
        #expect(resolution.facts.addresses.isEmpty)
        #expect(resolution.facts.ipv4 == DNSAnswer(responseCode: nil, microseconds: 3_000_000))
        _ = reply(&machine, sent, answer(0, "10.0.0.1"), at: 4)
        #expect(try ask(&machine, "ts01", 2, at: 5).finished[2]?.facts.source == .cache)
    }

    @Test func silenceAfterAnAnswerGivesTheLastAddressesMarkedStale() throws {
        var machine = machine()
        let first = try ask(&machine, "ts01", 1).sent
        _ = reply(&machine, first, answer(0, "10.0.0.1", ttl: 5), at: 0)
        let second = try ask(&machine, "ts01", 2, at: 10).sent
        let resolution = try #require(reply(&machine, second, Self.silence, at: 13).finished[2])
        #expect(resolution.failure == nil)
        #expect(resolution.facts.addresses.map(\.description) == ["10.0.0.1"])
        #expect(resolution.facts.source == .stale)
        #expect(resolution.facts.expires == nil)
        #expect(resolution.facts.ipv4?.responseCode == nil)
        #expect(resolution.facts.ipv4 != nil)
    }

    @Test func aResolverThatSaysNoSuchNameEndsTheOldAddresses() throws {
        var machine = machine()
        _ = reply(&machine, try ask(&machine, "ts01", 1).sent, answer(0, "10.0.0.1", ttl: 5), at: 0)
        _ = reply(&machine, try ask(&machine, "ts01", 2, at: 10).sent, answer(3), at: 10)
        let finished = reply(&machine, try ask(&machine, "ts01", 3, at: 20).sent, Self.silence, at: 23).finished
        #expect(finished[3]?.failure == .resolverSilent)
    }

    @Test func aResolverThatFailsOnceDoesNotEndThem() throws {
        var machine = machine()
        _ = reply(&machine, try ask(&machine, "ts01", 1).sent, answer(0, "10.0.0.1", ttl: 5), at: 0)
        let failed = reply(&machine, try ask(&machine, "ts01", 2, at: 10).sent, answer(2), at: 10).finished
        #expect(failed[2]?.failure == .resolverError(2))
        let finished = reply(&machine, try ask(&machine, "ts01", 3, at: 20).sent, Self.silence, at: 23).finished
        #expect(finished[3]?.facts.source == .stale)
    }

    @Test func whileTheResolverIsOutKnownNamesDoNotWaitForIt() throws {
        var machine = machine()
        _ = reply(&machine, try ask(&machine, "ts01", 0).sent, answer(0, "10.0.0.1", ttl: 5), at: 0)
        for waiter in 1...3 {
            _ = reply(&machine, try ask(&machine, "x\(waiter)", waiter, at: 10).sent, Self.silence, at: 13)
        }
        #expect(machine.resolverIsOut)
        let asked = try ask(&machine, "ts01", 4, at: 20)
        #expect(asked.finished[4]?.facts.source == .stale)
        #expect(asked.sent.count == 2, "still asked, so that its return is noticed")
        #expect(try ask(&machine, "ts01", 5, at: 20.5).sent.isEmpty)
        _ = reply(&machine, asked.sent, answer(0, "10.0.0.2"), at: 21)
        #expect(!machine.resolverIsOut)
        #expect(try ask(&machine, "ts01", 6, at: 22).finished[6]?.facts.addresses.map(\.description) == ["10.0.0.2"])
    }

    @Test func shortNamesTryTheSearchDomainsOneAfterTheOther() throws {
        var machine = machine(ResolverSettings(search: ["a.example", "b.example"]))
        let first = try ask(&machine, "ts01", 1).sent
        #expect(Set(first.map(\.name)) == ["ts01.a.example"])
        let second = reply(&machine, first, answer(3), at: 0.1)
        #expect(second.finished.isEmpty)
        #expect(Set(second.sent.map(\.name)) == ["ts01.b.example"])
        let resolution = try #require(reply(&machine, second.sent, answer(0, "10.0.0.1"), at: 0.2).finished[1])
        #expect(resolution.facts.name == "ts01.b.example")
        #expect(resolution.failure == nil)
        #expect(try ask(&machine, "ts01", 2, at: 1).finished[2]?.facts.name == "ts01.b.example")
    }

    @Test func whenNoSearchDomainHasItTheHeaviestFailureIsReported() throws {
        var machine = machine(ResolverSettings(search: ["a.example"]))
        let first = try ask(&machine, "ts01", 1).sent
        let second = reply(&machine, first, answer(2), at: 0.1).sent
        #expect(Set(second.map(\.name)) == ["ts01"])
        let resolution = try #require(reply(&machine, second, answer(3), at: 0.2).finished[1])
        #expect(resolution.failure == .resolverError(2))
        #expect(resolution.facts.name == "ts01.a.example")
    }

    @Test func aLateReplyToAnEarlierCandidateChangesNothing() throws {
        var machine = machine(ResolverSettings(search: ["a.example"]))
        let first = try ask(&machine, "ts01", 1).sent
        _ = reply(&machine, [first[0]], answer(3), at: 0)
        let second = split(machine.elapsed(at: moment(0.5))).sent
        #expect(Set(second.map(\.name)) == ["ts01"])
        #expect(reply(&machine, [first[1]], answer(0, "2001:db8::1"), at: 0.6).finished.isEmpty)
        let finished = reply(&machine, second, answer(0, "10.0.0.1"), at: 0.7).finished
        #expect(finished[1]?.facts.addresses.map(\.description) == ["10.0.0.1"])
        #expect(machine.namesAsked == 0)
    }

    @Test func aCancelledWaiterIsForgottenAndTheOthersAreNot() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1).sent
        _ = try ask(&machine, "ts01", 2)
        machine.cancel(1)
        #expect(reply(&machine, sent, answer(0, "10.0.0.1"), at: 0.1).finished.keys.sorted() == [2])
        machine.cancel(99)
        #expect(machine.nextDeadline == nil)
    }
}
