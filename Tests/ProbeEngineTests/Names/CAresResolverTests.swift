import FleetModel
import Synchronization
import Testing

@testable import ProbeEngine

/// A wall clock that a test moves.
private final class Wall: Sendable {
    private let seconds = Mutex<Int64>(1_000_000)

    var now: Instant { seconds.withLock { Instant(seconds: $0) } }

    func advance(_ count: Int64) { seconds.withLock { $0 += count } }
}

@Suite(.timeLimit(.minutes(5))) struct CAresResolverTests {
    /// What the name server says, by the first label of the name that is asked for.
    @Sendable private static func reply(_ query: LoopbackNameServer.Query) -> [[UInt8]] {
        let a = DNSSample.record(DNSSample.askedName, type: 1, ttl: 60, [10, 0, 0, 1])
        let aaaa = DNSSample.record(
            DNSSample.askedName, type: 28, ttl: 60, [0x20, 0x01, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [1])
        func message(
            _ flags: [UInt8] = DNSSample.answerFlags, answers: [[UInt8]] = [], count: UInt8? = nil
        ) -> [UInt8] {
            DNSSample.response(id: query.id, flags: flags, question: query.question, answers: answers, count: count)
        }
        let good = message(answers: query.isIPv6 ? [aaaa] : [a])
        switch query.label {
        case "dual": return [good]
        case "v4", "burst": return [query.isIPv6 ? message() : good]
        case "nodata": return [message()]
        case "nx": return [message([0x81, 0x83])]
        case "servfail": return [message([0x81, 0x82])]
        case "refused": return [message([0x81, 0x85])]
        case "half": return [query.isIPv6 ? message([0x81, 0x82]) : good]
        case "cut": return query.isTCP ? [good] : [message([0x83, 0x80])]
        case "zero": return [message(answers: [DNSSample.record(DNSSample.askedName, type: 1, ttl: 0, [10, 0, 0, 1])])]
        case "alias":
            let target = DNSSample.record(DNSSample.askedName, type: 5, DNSSample.name("real.corp"))
            return [message(answers: [target, DNSSample.record(DNSSample.name("real.corp"), type: 1, [10, 0, 0, 9])])]
        case "loop": return [message(count: 1) + [0xC0, UInt8(12 + query.question.count), 0, 1, 0, 1]]
        case "garbage": return [message(count: 200) + [1, 2, 3]]
        case "forged":
            // Another id first, then another question, then the truth.
            let id = [query.id[0] ^ 0xFF, query.id[1]]
            let evil = DNSSample.record(DNSSample.askedName, type: 1, [6, 6, 6, 6])
            let other = DNSSample.question("other.corp", query.isIPv6 ? .ipv6 : .ipv4)
            return [
                DNSSample.response(id: id, question: query.question, answers: [evil]),
                DNSSample.response(id: query.id, question: other, answers: [evil]),
                good,
            ]
        default: return []
        }
    }

    private func resolver(
        _ server: LoopbackNameServer, hosts: String = "/nonexistent", search: String = "/nonexistent",
        wall: Wall = Wall()
    ) throws -> CAresResolver {
        try CAresResolver(
            servers: [try #require(server.endpoint)], hostsFile: hosts, resolverFile: search, now: { wall.now })
    }

    private func resolve(_ name: String) async throws -> (failure: LayerFailure?, facts: DNSFacts) {
        let server = try LoopbackNameServer(answer: Self.reply)
        defer { withExtendedLifetime(server) {} }
        let observation = try await resolver(server).resolve(name, deadline: .now + .seconds(20))
        return (observation.failure, try #require(observation.facts))
    }

    @Test(
        arguments: [
            ("v4.corp", nil), ("half.corp", nil), ("cut.corp", nil), ("alias.corp", nil), ("forged.corp", nil),
            ("nodata.corp", .noAddress), ("nx.corp", .noSuchName), ("servfail.corp", .resolverError(2)),
            ("refused.corp", .resolverError(5)),
        ] as [(String, LayerFailure?)]) func everyKindOfAnswerIsToldApart(name: String, failure: LayerFailure?)
        async throws
    {
        let (seen, facts) = try await resolve(name)
        #expect(seen == failure)
        #expect(facts.addresses.isEmpty == (failure != nil))
        #expect(!facts.addresses.contains { $0.description == "6.6.6.6" })
        #expect(facts.ipv4 != nil && facts.ipv6 != nil)
    }

    /// c-ares hands on what repeats the question (and then `DNSResponse` refuses it), or drops it and hears silence.
    @Test(arguments: ["loop.corp", "garbage.corp"]) func anAnswerThatCannotBeReadGivesNoAddress(name: String)
        async throws
    {
        let (failure, facts) = try await resolve(name)
        #expect(failure == .malformed || failure == .resolverSilent)
        #expect(facts.addresses.isEmpty)
    }

    @Test func theFactsHaveBothAnswersInDetail() async throws {
        let (failure, facts) = try await resolve("dual.corp")
        #expect(failure == nil)
        #expect(facts.ipv4?.addresses.map(\.description) == ["10.0.0.1"])
        #expect(facts.ipv6?.addresses.map(\.description) == ["2001:db8::1"])
        #expect(facts.ipv4?.responseCode == 0)
        #expect(facts.ipv4?.ttl == 60)
        #expect(Set(facts.addresses.map(\.description)) == ["10.0.0.1", "2001:db8::1"])
        #expect(facts.expires == Instant(seconds: 1_000_060))
    }

    @Test func aliasesAreReported() async throws {
        let facts = try await resolve("alias.corp").facts
        #expect(facts.ipv4?.aliases == ["real.corp"])
        #expect(facts.addresses.map(\.description) == ["10.0.0.9"])
    }

    @Test func aCutAnswerIsAskedForAgainByTCP() async throws {
        let server = try LoopbackNameServer(answer: Self.reply)
        defer { withExtendedLifetime(server) {} }
        let observation = try await resolver(server).resolve("cut.corp", deadline: .now + .seconds(20))
        #expect(observation.failure == nil)
        #expect(Set(server.queries.map(\.isTCP)) == [false, true])
    }

    @Test func anErrorCodeOfTheOnlyNameServerIsBelieved() async throws {
        let server = try LoopbackNameServer(answer: Self.reply)
        defer { withExtendedLifetime(server) {} }
        let observation = try await resolver(server).resolve("servfail.corp", deadline: .now + .seconds(20))
        #expect(observation.failure == .resolverError(2))
        #expect(server.queries.count == 2)
    }

    @Test func anErrorCodeOfOneNameServerIsPassedOverForTheNext() async throws {
        let passed = Mutex<[Bool: ContinuousClock.Instant]>([:])
        let failing = try LoopbackNameServer { query in
            passed.withLock { if $0[query.isIPv6] == nil { $0[query.isIPv6] = .now } }
            return [DNSSample.response(id: query.id, flags: [0x81, 0x82], question: query.question)]
        }
        let asked = Mutex<[Bool: ContinuousClock.Instant]>([:])
        let good = try LoopbackNameServer { query in
            asked.withLock { $0[query.isIPv6] = .now }
            return Self.reply(query)
        }
        defer { withExtendedLifetime((failing, good)) {} }
        let resolver = try CAresResolver(
            servers: [try #require(failing.endpoint), try #require(good.endpoint)], hostsFile: "/nonexistent",
            resolverFile: "/nonexistent", now: { Instant(seconds: 0) })
        let observation = await resolver.resolve("dual.corp", deadline: .now + .seconds(20))
        #expect(observation.failure == nil)
        let facts = try #require(observation.facts)
        for (isIPv6, answer) in [(false, facts.ipv4), (true, facts.ipv6)] {
            let first = try #require(passed.withLock { $0[isIPv6] })
            let last = try #require(asked.withLock { $0[isIPv6] })
            #expect(try #require(answer).microseconds >= first.microseconds(to: last), "counted from the first query")
        }
        #expect(good.queries.count == 2)
    }

    @Test func anErrorCodeOfAllNameServersCostsOneRound() async throws {
        let servers = try [2, 5].map { code in
            try LoopbackNameServer { query in
                [DNSSample.response(id: query.id, flags: [0x81, 0x80 | code], question: query.question)]
            }
        }
        defer { withExtendedLifetime(servers) {} }
        let resolver = try CAresResolver(
            servers: servers.compactMap(\.endpoint), hostsFile: "/nonexistent", resolverFile: "/nonexistent",
            now: { Instant(seconds: 0) })
        let observation = await resolver.resolve("ts01.corp", deadline: .now + .seconds(20))
        #expect(observation.failure == .resolverError(2), "the first code is the one that is reported")
        #expect(servers.map(\.queries.count).reduce(0, +) <= 6, "one each, and one each of every name server")
    }

    @Test func aDeadlineThatHasPassedEndsInSilenceAtOnce() async throws {
        let server = try LoopbackNameServer { _ in [] }
        defer { withExtendedLifetime(server) {} }
        let observation = try await resolver(server).resolve("silent.corp", deadline: .now)
        #expect(observation.failure == .resolverSilent)
    }

    @Test func nobodyListeningEndsInSilence() async throws {
        // Bound and gone: nothing listens on its port.
        let endpoint = try #require(try LoopbackNameServer { _ in [] }.endpoint)
        let resolver = try CAresResolver(
            servers: [endpoint], hostsFile: "/nonexistent", resolverFile: "/nonexistent", now: { Instant(seconds: 0) })
        #expect(await resolver.resolve("ts01.corp", deadline: .now + .seconds(20)).failure == .resolverSilent)
    }

    @Test func namesAndAddressesThatNeedNoQuestionAskNone() async throws {
        let server = try LoopbackNameServer(answer: Self.reply)
        defer { withExtendedLifetime(server) {} }
        let hosts = try TemporaryFile("10.9.9.9 dual.corp listed\n::1 listed\n")
        let resolver = try resolver(server, hosts: hosts.path)
        let deadline = ContinuousClock.now + .seconds(20)
        let literal = await resolver.resolve("2001:db8::7", deadline: deadline)
        #expect(literal.facts?.source == .literal)
        #expect(literal.facts?.addresses.map(\.description) == ["2001:db8::7"])
        let listed = await resolver.resolve("DUAL.corp", deadline: deadline)
        #expect(listed.facts?.source == .hostsFile)
        #expect(listed.facts?.addresses.map(\.description) == ["10.9.9.9"])
        #expect(await resolver.resolve("a..b", deadline: deadline).failure == .noSuchName)
        #expect(await resolver.resolve("b\u{FC}cher.corp", deadline: deadline).failure == .noSuchName)
        #expect(server.queries.isEmpty)
    }

    @Test func searchDomainsCompleteAShortName() async throws {
        let server = try LoopbackNameServer { query in
            let isComplete = query.question.starts(with: DNSSample.name("v4.corp.example"))
            return isComplete
                ? Self.reply(query)
                : [DNSSample.response(id: query.id, flags: [0x81, 0x83], question: query.question)]
        }
        defer { withExtendedLifetime(server) {} }
        let file = try TemporaryFile("search wrong.example corp.example\n")
        let observation = try await resolver(server, search: file.path).resolve("v4", deadline: .now + .seconds(20))
        #expect(observation.failure == nil)
        #expect(observation.facts?.name == "v4.corp.example")
    }

    @Test func answersAreUsedAgainUntilTheyExpireAndATTLOfZeroCountsAsFiveSeconds() async throws {
        let server = try LoopbackNameServer(answer: Self.reply)
        defer { withExtendedLifetime(server) {} }
        let wall = Wall()
        let resolver = try resolver(server, wall: wall)
        let deadline = ContinuousClock.now + .seconds(20)
        var sources: [DNSFacts.Source?] = []
        for pause in [0, 4, 1] as [Int64] {
            wall.advance(pause)
            sources.append(await resolver.resolve("zero.corp", deadline: deadline).facts?.source)
        }
        #expect(sources == [.query, .cache, .query])
    }

    @Test func cancellationReturnsAtOnce() async throws {
        let server = try LoopbackNameServer { _ in [] }
        defer { withExtendedLifetime(server) {} }
        let resolver = try resolver(server)
        let task = Task { await resolver.resolve("silent.corp", deadline: .now + .seconds(3600)) }
        while server.queries.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value.failure == .ourFault(.cancelled))
        let late = Task { await resolver.resolve("silent2.corp", deadline: .now + .seconds(3600)) }
        late.cancel()
        #expect(await late.value.failure == .ourFault(.cancelled))
    }

    @Test func aThousandNamesAtATimeAndEachOfThemTwice() async throws {
        let server = try LoopbackNameServer(answer: Self.reply)
        defer { withExtendedLifetime(server) {} }
        let resolver = try resolver(server)
        let passed = await withTaskGroup { group in
            for number in 0..<2000 {
                group.addTask {
                    let name = "burst.n\(number % 1000).corp"
                    return await resolver.resolve(name, deadline: .now + .seconds(40)).failure == nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(passed == 2000)
        // Two for each name; a few more when a loopback datagram was lost and asked for again.
        #expect((2000...2400).contains(server.queries.count))
    }

    @Test func theStartFailsWithAReasonOnServersThatCannotBeWritten() {
        let error = ResolverStartError.system(call: "pipe", number: 24)
        #expect("\(error)".contains("Too many open files"))
        #expect("\(ResolverStartError.cares("no"))".contains("resolv.conf"))
    }
}
