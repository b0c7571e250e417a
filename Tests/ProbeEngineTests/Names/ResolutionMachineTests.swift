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

    private func machine(
        _ settings: ResolverSettings = .none, limit: Int = 256, lateLimit: Int = 1024
    ) -> ResolutionMachine {
        ResolutionMachine(settings: settings, limit: limit, lateLimit: lateLimit, hasRoute: { _ in true })
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
        #expect(split(machine.elapsed(at: moment(0.5))).finished.isEmpty)
        #expect(machine.nextDeadline == moment(0.1).tick + .milliseconds(500))
        let resolution = try #require(split(machine.elapsed(at: moment(0.6))).finished[1])
        #expect(resolution.failure == nil)
        #expect(resolution.facts.ipv6 == DNSAnswer(responseCode: nil, microseconds: 600_000))
        #expect(resolution.facts.expires == moment(0.6).wall + .seconds(30), "soon, so that the other is asked again")
        #expect(machine.namesAsked == 0, "nobody waits for the late query")
        #expect(machine.namesLate == 1)
        _ = reply(&machine, [sent[1]], answer(0), at: 2)
        #expect(machine.namesLate == 0)
    }

    @Test func aNameThatWasNeverAskedIsNoSilenceOfTheResolver() throws {
        var machine = machine(limit: 1)
        _ = try ask(&machine, "first", 1, deadline: 9)
        _ = try ask(&machine, "second", 2, deadline: 0.25)
        let resolution = try #require(split(machine.elapsed(at: moment(0.25))).finished[2])
        #expect(resolution.failure == .ourFault(.outOfResources))
        #expect(resolution.facts.ipv4 == nil && resolution.facts.ipv6 == nil)
    }

    @Test func aNameThatWasNeverAskedAgainHasItsLastAddresses() throws {
        var machine = machine(limit: 1)
        _ = reply(&machine, try ask(&machine, "known", 1).sent, answer(0, "10.0.0.1", ttl: 5), at: 0)
        _ = try ask(&machine, "silent", 2, at: 10)
        #expect(try ask(&machine, "known", 3, at: 10, deadline: 10.25).sent.isEmpty)
        let resolution = try #require(split(machine.elapsed(at: moment(10.25))).finished[3])
        #expect(resolution.failure == nil)
        #expect(resolution.facts.source == .stale)
    }

    @Test func namesOfADeadZoneDoNotHoldUpTheOthers() throws {
        var machine = machine(limit: 4)
        var dead: [Query] = []
        for number in 0..<12 { dead += try ask(&machine, "dead\(number)", number).sent }
        #expect(try ask(&machine, "alive", 99).sent.isEmpty)
        var sent: [Query] = []
        while sent.isEmpty, let next = machine.nextDeadline, next < moment(3).tick {
            let seconds = Double(Self.start.microseconds(to: next)) / 1_000_000
            sent = split(machine.elapsed(at: moment(seconds))).sent.filter { $0.name == "alive" }
            #expect(machine.namesAsked <= 4)
        }
        #expect(sent.count == 2, "asked long before its deadline")
        #expect(reply(&machine, sent, answer(0, "10.0.0.1"), at: 2).finished[99]?.failure == nil)
        // An answer after all is the answer of those who wait.
        #expect(reply(&machine, Array(dead.prefix(2)), answer(0, "10.0.0.2"), at: 2.5).finished[0]?.failure == nil)
    }

    @Test func noMoreNamesAreLateThanTheLimit() throws {
        var machine = machine(limit: 2, lateLimit: 3)
        var sent: [Query] = []
        for number in 0..<8 { sent += try ask(&machine, "dead\(number)", number).sent }
        for step in 1...5 {
            sent += split(machine.elapsed(at: moment(Double(step) / 2))).sent
            #expect(machine.namesLate <= 3)
            #expect(machine.namesAsked <= 2)
        }
        #expect(Set(sent.map(\.name)).count == 5, "then places are held again")
        let next = reply(&machine, sent.filter { $0.name == "dead0" }, Self.silence, at: 2.6)
        #expect(next.finished[0]?.failure == .resolverSilent)
        #expect(Set(split(machine.elapsed(at: moment(2.99))).sent.map(\.name)).isEmpty)
        #expect(machine.namesLate == 2)
    }

    @Test func aNameThatNobodyWaitsForGivesItsPlaceUp() throws {
        var machine = machine(limit: 1)
        let sent = try ask(&machine, "first", 1).sent
        #expect(try ask(&machine, "second", 2).sent.isEmpty)
        machine.cancel(1)
        #expect(Set(split(machine.elapsed(at: moment(0.1))).sent.map(\.name)) == ["second"])
        // What comes late is still good for the next who asks.
        _ = reply(&machine, sent, answer(0, "10.0.0.1"), at: 0.2)
        #expect(try ask(&machine, "first", 3, at: 0.3).finished[3]?.facts.source == .cache)
        #expect(machine.namesLate == 0)
    }

    @Test func aDeadlineEndsInSilenceAndALateAnswerIsKept() throws {
        var machine = machine()
        let sent = try ask(&machine, "ts01", 1, deadline: 3).sent
        #expect(split(machine.elapsed(at: moment(1))).finished.isEmpty)
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

    @Test func aSearchEndsWithItsLastWaiterAndSaysNothingOfTheName() throws {
        var machine = machine(ResolverSettings(search: ["a.example", "b.example"]))
        let known = try ask(&machine, "ts01", 1).sent
        let found = reply(&machine, known, answer(3), at: 0).sent
        _ = reply(&machine, found, answer(0, "10.0.0.1", ttl: 5), at: 0)
        let again = try ask(&machine, "ts01", 2, at: 10).sent
        machine.cancel(2)
        #expect(reply(&machine, again, answer(3), at: 10.1).sent.isEmpty)
        #expect(machine.namesAsked == 0 && machine.namesLate == 0)
        let third = try ask(&machine, "ts01", 3, at: 10.2).sent
        #expect(Set(third.map(\.name)) == ["ts01.a.example"], "asked anew, not known to be missing")
        #expect(reply(&machine, third, Self.silence, at: 13).finished[3]?.facts.source == .stale)
    }

    @Test func aSearchGoesOnForWhoeverJoinsIt() throws {
        var machine = machine(ResolverSettings(search: ["a.example"]))
        let first = try ask(&machine, "ts01", 1).sent
        machine.cancel(1)
        #expect(try ask(&machine, "ts01", 2, at: 0.1).sent.isEmpty)
        let second = reply(&machine, first, answer(3), at: 0.2).sent
        #expect(Set(second.map(\.name)) == ["ts01"])
        #expect(reply(&machine, second, answer(0, "10.0.0.1"), at: 0.3).finished[2]?.failure == nil)
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
