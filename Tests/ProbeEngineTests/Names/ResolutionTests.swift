import FleetModel
import Testing

@testable import ProbeEngine

@Suite struct ResolutionTests {
    private static let address = answer(0, "10.0.0.1")
    private static let none = answer(0)
    private static let unknown = answer(3)
    private static let servfail = answer(2)
    private static let refused = answer(5)
    private static let silence = QueryReply.silence(microseconds: 1)
    private static let garbage = QueryReply.garbage(microseconds: 1)

    @Test(
        arguments: [
            (address, address, nil),
            (address, servfail, nil),
            (address, silence, nil),
            (address, garbage, nil),
            (unknown, unknown, .noSuchName),
            (unknown, none, .noAddress),
            (none, none, .noAddress),
            (unknown, servfail, .resolverError(2)),
            (none, refused, .resolverError(5)),
            (silence, servfail, .resolverError(2)),
            (garbage, servfail, .resolverError(2)),
            (garbage, silence, .malformed),
            (garbage, none, .malformed),
            (unknown, silence, .noSuchName),
            (none, silence, .resolverSilent),
            (silence, silence, .resolverSilent),
            (silence, nil, .resolverSilent),
            (unknown, nil, .noSuchName),
        ] as [(QueryReply, QueryReply?, LayerFailure?)])
    func theTwoRepliesAreJoinedByTheWorse(one: QueryReply, other: QueryReply?, failure: LayerFailure?) {
        #expect(ReplyPair(ipv4: one, ipv6: other).failure == failure)
        #expect(ReplyPair(ipv4: other, ipv6: one).failure == failure)
    }

    @Test func ofTwoErrorCodesThatOfTheAQueryIsReported() {
        #expect(ReplyPair(ipv4: Self.servfail, ipv6: Self.refused).failure == .resolverError(2))
        #expect(ReplyPair(ipv4: Self.refused, ipv6: Self.servfail).failure == .resolverError(5))
    }

    @Test func neitherAnswerMeansThatNothingWasSent() {
        #expect(ReplyPair().failure == .resolverSilent)
    }

    @Test(arguments: [
        (UInt32(0), false, Span.seconds(5)), (60, false, .seconds(60)), (60, true, .seconds(30)),
        (86_400, false, .hours(1)), (4_294_967_295, false, .hours(1)), (3, true, .seconds(5)),
    ]) func answersAreKeptForTheirTTLWithinBounds(ttl: UInt32, isPartial: Bool, span: Span) {
        let now = Instant(seconds: 1000)
        #expect(AnswerCache.expiry(ttl: ttl, isPartial: isPartial, now: now) == now + span)
    }

    @Test func theCacheForgetsTheOldestAndNeverGrowsBeyondItsBound() throws {
        var cache = AnswerCache(capacity: 100)
        let now = Instant(seconds: 1000)
        for number in 0..<1000 {
            let name = try #require(DomainName("n\(number)"))
            let facts = DNSFacts(name: name.text, addresses: [], source: .query)
            let expires = now + .seconds(Int64(number + 1))
            cache.store(Resolution(facts: facts), of: name, expires: expires, now: now)
            #expect(cache.count <= 100)
        }
        #expect(cache.fresh(try #require(DomainName("n0")), now: now) == nil)
        #expect(cache.fresh(try #require(DomainName("n999")), now: now)?.facts.source == .cache)
        // A clock that was set back by a day must not keep answers for a day.
        #expect(cache.fresh(try #require(DomainName("n999")), now: now - .days(1)) == nil)
    }
}

/// A reply with a response code and addresses.
func answer(_ code: UInt8, _ addresses: String..., ttl: UInt32? = 60) -> QueryReply {
    let addresses = addresses.compactMap { IPAddress($0) }
    return .answer(
        DNSAnswer(responseCode: code, addresses: addresses, ttl: addresses.isEmpty ? nil : ttl, microseconds: 1))
}
