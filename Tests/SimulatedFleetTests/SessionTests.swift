import FleetModel
import Testing

@testable import SimulatedFleet

/// TSRequest of version 6 with a bare NTLM NEGOTIATE (MS-CSSP 2.2.1, MS-NLMP 2.2.1.1).
private let negotiate = bytes(
    """
    30 37 a0 03 02 01 06 a1 30 30 2e 30 2c a0 2a 04 28 4e 54 4c 4d 53 53 50 00 01 00 00 00 b7 82 08 e2
    00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 0a 00 63 45 00 00 00 0f
    """)
/// The same with SPNEGO around it.
private let negotiateInSPNEGO = bytes(
    """
    30 59 a0 03 02 01 06 a1 52 30 50 30 4e a0 4c 04 4a 60 48 06 06 2b 06 01 05 05 02 a0 3e 30 3c a0 0e 30 0c 06 0a
    2b 06 01 04 01 82 37 02 02 0a a2 2a 04 28 4e 54 4c 4d 53 53 50 00 01 00 00 00 b7 82 08 e2
    00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 0a 00 63 45 00 00 00 0f
    """)
/// An NTLM AUTHENTICATE without anything in it (MS-NLMP 2.2.1.3), in a TSRequest.
private let authenticate = bytes(
    """
    30 4f a0 03 02 01 06 a1 48 30 46 30 44 a0 42 04 40 4e 54 4c 4d 53 53 50 00 03 00 00 00
    00 00 00 00 40 00 00 00 00 00 00 00 40 00 00 00 00 00 00 00 40 00 00 00
    00 00 00 00 40 00 00 00 00 00 00 00 40 00 00 00 00 00 00 00 40 00 00 00 35 82 88 e2
    """)

/// Names in UTF-16 (MS-NLMP 2.2.2.1), each with its identifier and length.
private func pair(_ identifier: UInt8, _ name: String) -> String {
    let value = name.utf8.flatMap { [$0, 0] as [UInt8] }
    return text([identifier, 0, UInt8(value.count), 0] + value)
}

/// What a scenario's challenge holds.
struct ChallengeCase: Sendable, CustomTestStringConvertible {
    let scenario: Scenario
    var version: UInt8 = 6
    /// The flags as on the wire, then the challenge; the third byte holds the kind of target.
    var flags = "35 82 89 e2 01 23 45 67 89 ab cd ef"
    var build = "0a 00 7c 4f 00 00 00 0f"
    var pairs = [
        pair(2, "DEMO"), pair(1, "RDSH-LAB-001"), pair(4, "demo.example"), pair(3, "rdsh-lab-001.demo.example"),
        pair(5, "demo.example"),
    ]
    /// MsvAvTimestamp: 2026-06-01T12:00:00Z in 100 ns since 1601.
    var time = "07 00 08 00 00 20 16 2c be f1 dc 01"

    var testDescription: String { scenario.id.text }
}

private let cases = [
    ChallengeCase(scenario: .healthy),
    ChallengeCase(scenario: .nlaOnly, build: "0a 00 39 38 00 00 00 0f"),
    ChallengeCase(scenario: .tls12Only, build: "0a 00 63 45 00 00 00 0f"),
    ChallengeCase(scenario: .nlaOldCredSSP, version: 2, build: "06 03 80 25 00 00 00 0f"),
    ChallengeCase(scenario: .nlaOutOfSupport, build: "06 01 b1 1d 00 00 00 0f"),
    ChallengeCase(
        scenario: .nlaWorkgroup, flags: "35 82 8a e2 01 23 45 67 89 ab cd ef",
        pairs: [
            pair(2, "RDSH-LAB-001"), pair(1, "RDSH-LAB-001"), pair(4, "rdsh-lab-001"), pair(3, "rdsh-lab-001"),
        ]),
    ChallengeCase(
        scenario: .nlaAnotherMachine,
        pairs: [
            pair(2, "DEMO"), pair(1, "RDSH-OLD-007"), pair(4, "demo.example"), pair(3, "rdsh-old-007.demo.example"),
            pair(5, "demo.example"),
        ]),
    // Ten minutes are 6,000,000,000 intervals later, a day 864,000,000,000 earlier.
    ChallengeCase(scenario: .nlaClockAhead, time: "07 00 08 00 00 dc b6 91 bf f1 dc 01"),
    ChallengeCase(scenario: .nlaClockBehind, time: "07 00 08 00 00 60 ac 01 f5 f0 dc 01"),
]

@Suite struct SessionTests {
    @Test("a NEGOTIATE is answered by the challenge of the scenario", arguments: cases)
    func challenges(_ expected: ChallengeCase) async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withScenario(expected.scenario, now: june, book: book) { endpoint, _ in
            let talk = try await TLSConversation.hold(
                with: endpoint, after: Said.request, [negotiate], expecting: 100)
            #expect(talk.bytes.prefix(3) == [0x30, 0x81, UInt8(clamping: talk.bytes.count - 3)])
            let answer = text(talk.bytes)
            #expect(answer.dropFirst(9).hasPrefix("a0 03 02 01 0\(expected.version) a1 "))
            let ntlm = try #require(answer.ranges(of: "4e 54 4c 4d 53 53 50 00 02 00 00 00").first)
            let message = String(answer[ntlm.lowerBound...])
            // Behind signature, type and the place of the target's name.
            #expect(message.dropFirst(3 * 20).hasPrefix(expected.flags))
            #expect(message.dropFirst(3 * 48).hasPrefix(expected.build))
            let pairs = (expected.pairs + [expected.time, "00 00 00 00"]).joined(separator: " ")
            #expect(message.hasSuffix(" " + pairs))
        }
        #expect(book.visits.connections == 1)
        #expect(book.visits.questions.last == .negotiate)
        #expect(book.visits.faults.isEmpty)
    }

    @Test func aSelfSignedServerSaysThatItIsOf2025() throws {
        // Its certificate is one that the TLS library of these tests does not take.
        guard case .challenging(let recipe) = Scenario.healthySelfSigned.session else {
            Issue.record("no challenge")
            return
        }
        let message = text(try recipe.challenge(name: "rdsh-lab-001.demo.example", now: june))
        #expect(message.dropFirst(3 * 48).hasPrefix("0a 00 f4 65 00 00 00 0f"))
    }

    @Test func aNegotiateInSPNEGOIsAnsweredTheSame() async throws {
        try await SimulatedFleet.withScenario(.healthy, now: june) { endpoint, _ in
            let bare = try await TLSConversation.hold(
                with: endpoint, after: Said.request, [negotiate], expecting: 100)
            let wrapped = try await TLSConversation.hold(
                with: endpoint, after: Said.request, [negotiateInSPNEGO], expecting: 100)
            #expect(bare.bytes == wrapped.bytes)
        }
    }

    @Test(
        "each session misbehaves as its recipe says",
        arguments: [
            (.nlaErrorCode, "30 0d a0 03 02 01 06 a4 06 02 04 c0 00 04 18", .open),
            (.nlaSilent, "", .open), (.nlaCloses, "", .closed), (.nlaResets, "", .reset),
            (.nlaGarbage, "de ad be ef 00 ff 13 37 80 81 82 83 fe ed fa ce", .open),
            (
                .nlaPointingOutside,
                """
                30 47 a0 03 02 01 06 a1 40 30 3e 30 3c a0 3a 04 38 4e 54 4c 4d 53 53 50 00 02 00 00 00 \
                ff ff ff ff 00 ff ff ff 35 82 8a e2 01 23 45 67 89 ab cd ef 00 00 00 00 00 00 00 00 \
                ff ff ff ff 00 ff ff ff 0a 00 7c 4f 00 00 00 0f
                """, .open
            ),
            (.nlaDrip, "30", .open),
        ] as [(Scenario, String, LoopbackClient.Ending)])
    func misbehaves(_ scenario: Scenario, _ answer: String, _ ending: LoopbackClient.Ending) async throws {
        try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
            // One byte more than expected: silence, an end, or a surprise.
            let talk = try await TLSConversation.hold(
                with: endpoint, after: Said.request, [negotiate], expecting: bytes(answer).count + 1,
                patience: ending == .open ? 300 : 5000)
            #expect(text(talk.bytes) == answer)
            #expect(talk.ending == ending)
        }
    }

    @Test func theHugeAnswerPromisesSixteenMegabytesAndGoesOn() async throws {
        try await SimulatedFleet.withScenario(.ntlmHuge) { endpoint, _ in
            let talk = try await TLSConversation.hold(
                with: endpoint, after: Said.request, [negotiate], expecting: 20_000_000, patience: 60_000)
            #expect(text(talk.bytes.prefix(12)) == "30 84 01 00 00 00 a0 03 02 01 06 00")
            #expect(talk.bytes.count >= 20_000_000)
        }
    }

    @Test(
        "whatever nobody may send without credentials is noted as a fault",
        arguments: [
            ([negotiate, authenticate], "a second message inside TLS"),
            ([negotiate, negotiate], "a second message inside TLS"),
            ([authenticate], "no NTLM NEGOTIATE"), ([bytes("16 03 01 00 05")], "no TSRequest"),
            ([negotiate + [0x30]], "bytes behind the first message"),
            ([bytes("30 05 a0 03 02 01 06")], "a TSRequest without an NTLM message"),
        ] as [([[UInt8]], String)])
    func faults(_ messages: [[UInt8]], _ fault: String) async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withScenario(.healthy, book: book) { endpoint, _ in
            _ = try await TLSConversation.hold(
                with: endpoint, after: Said.request, messages, expecting: .max, patience: 300)
        }
        #expect(book.visits.faults.count == 1)
        #expect(book.visits.faults.first?.hasPrefix(fault) == true)
    }

    @Test func dataInsideTLSWithoutCredSSPIsAFaultToo() async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withScenario(.healthyTLSOnly, book: book) { endpoint, _ in
            let talk = try await TLSConversation.hold(
                with: endpoint, after: Said.request, [negotiate], expecting: 1, patience: 300)
            #expect(talk.bytes.isEmpty)
        }
        #expect(book.visits.faults == ["data inside TLS without CredSSP"])
    }

    @Test func aMessageThatComesByteByByteIsReadWhole() throws {
        let shelf = CertificateShelf(authority: try Authority(now: june)) { june }
        let endpoint = SocketEndpoint(address: .ipv4Loopback, port: 1)
        let server = SimulatedServer(
            Server(name: "ts01.demo.example"), at: endpoint, as: .nlaErrorCode, shelf: shelf)
        var conversation = SessionConversation(Scenario.nlaErrorCode.session, usesCredSSP: true, with: server)
        for byte in negotiate.dropLast() { #expect(conversation.step(after: [byte], book: server.book) == nil) }
        let answer = bytes("30 0d a0 03 02 01 06 a4 06 02 04 c0 00 04 18")
        #expect(conversation.step(after: [0x0f], book: server.book) == .doing(.sending(answer)))
        #expect(server.book.visits.faults.isEmpty)
    }
}
