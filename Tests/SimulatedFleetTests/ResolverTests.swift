import FleetModel
import Glibc
import Testing

@testable import SimulatedFleet

/// `rdsh-lab-001.demo.example` as a question of RFC 1035, 4.1.2, in mixed case, without type and class.
private let name = """
    0c 52 64 73 48 2d 6c 61 62 2d 30 30 31 04 64 65 6d 6f 07 65 78 61 6d 70 6c 65 00
    """

struct ResolverCase: Sendable, CustomTestStringConvertible {
    let scenario: Scenario.ID
    /// Header and records after the question; nil for silence.
    let toA: (flags: String, count: String, records: String)?
    let toAAAA: (flags: String, count: String, records: String)?

    var testDescription: String { scenario.text }
}

private let none = (flags: "85 80", count: "00 00", records: "")
private let cases = [
    ResolverCase(
        scenario: "healthy",
        toA: ("85 80", "00 01", " c0 0c 00 01 00 01 00 00 00 05 00 04 7f 00 00 01"), toAAAA: none),
    ResolverCase(
        scenario: "ipv6-only", toA: none,
        toAAAA: (
            "85 80", "00 01", " c0 0c 00 1c 00 01 00 00 00 05 00 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01"
        )),
    ResolverCase(scenario: "no-address", toA: none, toAAAA: none),
    ResolverCase(scenario: "no-such-name", toA: ("85 83", "00 00", ""), toAAAA: ("85 83", "00 00", "")),
    ResolverCase(scenario: "name-server-fails", toA: ("85 82", "00 00", ""), toAAAA: ("85 82", "00 00", "")),
    ResolverCase(scenario: "name-server-silent", toA: nil, toAAAA: nil),
]

private let resolver = SimulatedResolver { name in
    name == "rdsh-lab-001.demo.example" ? NameRecord(address: IPAddress(octets: 127, 0, 0, 1), recipe: .address) : nil
}

@Suite struct ResolverTests {
    @Test("each name is answered over UDP as its scenario says", arguments: cases)
    func answers(_ expected: ResolverCase) async throws {
        let scenario = try #require(ScenarioTable.scenario(expected.scenario))
        try await SimulatedFleet.withName(scenario) { endpoint, server in
            #expect(server.address == nil)
            let client = try LoopbackClient(to: endpoint, over: SOCK_DGRAM)
            for (type, answer) in [("00 01", expected.toA), ("00 1c", expected.toAAAA)] {
                client.send(bytes("ab cd 01 00 00 01 00 00 00 00 00 00 \(name) \(type) 00 01"))
                let message = text(client.readDatagram(patience: answer == nil ? 150 : 5000))
                guard let answer else {
                    #expect(message == "")
                    continue
                }
                let wanted = "ab cd \(answer.flags) 00 01 \(answer.count) 00 00 00 00 \(name) \(type) 00 01"
                #expect(message == wanted + answer.records)
            }
        }
    }

    @Test(
        "messages that are no question are refused or ignored",
        arguments: [
            // Nothing, a header cut short, a response.
            ("", nil), ("ab cd 01 00 00 01 00 00 00 00 00", nil), ("ab cd 81 00 00 01 00 00 00 00 00 00 00", nil),
            // No question, two questions: FORMERR.
            ("ab cd 01 00 00 00 00 00 00 00 00 00", "ab cd 84 81 00 00 00 00 00 00 00 00"),
            ("ab cd 01 00 00 02 00 00 00 00 00 00 00 00 01 00 01", "ab cd 84 81 00 00 00 00 00 00 00 00"),
            // A label that is cut short, a compressed name, a question without its class: FORMERR.
            ("ab cd 01 00 00 01 00 00 00 00 00 00 05 61", "ab cd 84 81 00 00 00 00 00 00 00 00"),
            ("ab cd 01 00 00 01 00 00 00 00 00 00 c0 0c 00 01 00 01", "ab cd 84 81 00 00 00 00 00 00 00 00"),
            ("ab cd 01 00 00 01 00 00 00 00 00 00 01 61 00 00 01 00", "ab cd 84 81 00 00 00 00 00 00 00 00"),
            // An update: NOTIMP.  Class CH: REFUSED.
            ("ab cd 28 00 00 01 00 00 00 00 00 00 00 00 06 00 01", "ab cd 84 84 00 00 00 00 00 00 00 00"),
            ("ab cd 01 00 00 01 00 00 00 00 00 00 00 00 01 00 03", "ab cd 84 85 00 00 00 00 00 00 00 00"),
            // A name of another domain: NXDOMAIN.
            (
                "ab cd 00 00 00 01 00 00 00 00 00 00 01 61 00 00 01 00 01",
                "ab cd 84 83 00 01 00 00 00 00 00 00 01 61 00 00 01 00 01"
            ),
        ] as [(String, String?)])
    func refuses(_ message: String, _ answer: String?) {
        #expect(resolver.answer(bytes(message)).map { text($0) } == answer)
    }

    @Test func aNameOfMoreThan255BytesIsRefused() {
        let label = "3f " + Array(repeating: "61", count: 63).joined(separator: " ")
        let long = Array(repeating: label, count: 4).joined(separator: " ")
        let message = bytes("ab cd 01 00 00 01 00 00 00 00 00 00 \(long) 00 00 01 00 01")
        #expect(resolver.answer(message).map { text($0.prefix(4)) } == "ab cd 84 81")
    }

    @Test func everyTruncationAndEveryChangedByteIsSurvived() {
        let query = bytes("ab cd 01 00 00 01 00 00 00 00 00 00 \(name) 00 01 00 01")
        for length in 0..<query.count {
            let answer = resolver.answer(Array(query.prefix(length)))
            // Nothing is answered by an address unless all of the question is there.
            #expect(answer.map { $0[7] } ?? 0 == 0, "\(length) bytes")
        }
        for index in query.indices {
            for change in 1...255 as ClosedRange<UInt8> {
                var changed = query
                changed[index] ^= change
                #expect(resolver.answer(changed).map { $0.count <= 512 } ?? true)
            }
        }
    }
}
