import FleetModel
import Testing

@testable import SimulatedFleet

/// What one scenario answers to the four requests that a client can make.
struct NegotiationCase: Sendable, CustomTestStringConvertible {
    let scenario: Scenario.ID
    /// To TLS, CredSSP and HYBRID_EX.
    let toAll: String
    let toTLS: String
    let toStandard: String

    var testDescription: String { scenario.text }
}

private let head = "03 00 00 13 0e d0 00 00 12 34 00 "
/// A confirm without negotiation data, as MS-RDPBCGR 2.2.1.2 wants it for a request without any.
private let bare = "03 00 00 0b 06 d0 00 00 12 34 00"

private let cases = [
    NegotiationCase(
        scenario: "healthy", toAll: head + "02 1f 08 00 08 00 00 00", toTLS: head + "03 00 08 00 05 00 00 00",
        toStandard: head + "03 00 08 00 05 00 00 00"),
    NegotiationCase(
        scenario: "nla-only", toAll: head + "02 0f 08 00 02 00 00 00", toTLS: head + "03 00 08 00 05 00 00 00",
        toStandard: head + "03 00 08 00 05 00 00 00"),
    NegotiationCase(
        scenario: "nla-optional", toAll: head + "02 1f 08 00 08 00 00 00", toTLS: head + "02 1f 08 00 01 00 00 00",
        toStandard: head + "03 00 08 00 01 00 00 00"),
    NegotiationCase(
        scenario: "healthy-tls-only", toAll: head + "02 01 08 00 01 00 00 00",
        toTLS: head + "02 01 08 00 01 00 00 00", toStandard: head + "03 00 08 00 01 00 00 00"),
    NegotiationCase(
        scenario: "standard-security-only", toAll: head + "03 00 08 00 02 00 00 00",
        toTLS: head + "03 00 08 00 02 00 00 00", toStandard: head + "02 01 08 00 00 00 00 00"),
    NegotiationCase(
        scenario: "standard-security-selected", toAll: head + "02 01 08 00 00 00 00 00",
        toTLS: head + "02 01 08 00 00 00 00 00", toStandard: head + "02 01 08 00 00 00 00 00"),
    NegotiationCase(scenario: "no-negotiation", toAll: bare, toTLS: bare, toStandard: bare),
    refusal("no-certificate", "03"),
    refusal("negotiation-failure-1", "01"),
    refusal("negotiation-failure-4", "04"),
    refusal("negotiation-failure-6", "06"),
]

private func refusal(_ scenario: Scenario.ID, _ code: String) -> NegotiationCase {
    let answer = head + "03 00 08 00 \(code) 00 00 00"
    return NegotiationCase(scenario: scenario, toAll: answer, toTLS: answer, toStandard: answer)
}

@Suite struct NegotiationTests {
    @Test("each request gets the confirm that such a server sends", arguments: cases)
    func confirms(_ expected: NegotiationCase) async throws {
        let scenario = try #require(ScenarioTable.scenario(expected.scenario))
        try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
            let expectations = [
                (Said.request, expected.toAll), (Said.requestForTLS, expected.toTLS),
                (Said.requestForStandard, expected.toStandard), (Said.oldRequest, bare),
            ]
            for (request, confirm) in expectations {
                let answer = try answer(to: request, at: endpoint)
                #expect(answer == confirm)
            }
        }
    }

    @Test func aRequestThatComesByteByByteIsReadWhole() async throws {
        try await SimulatedFleet.withScenario(.healthy) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            for byte in Said.request { client.send([byte]) }
            #expect(text(client.read(19).bytes) == head + "02 1f 08 00 08 00 00 00")
        }
    }

    @Test(
        "bytes that are no request close the connection",
        arguments: [
            "47 45 54 20 2f 0d 0a 0d 0a", "03 00 ff ff", "03 00 00 0b 06 e0 00 00 00 00 10", "16 03 01 00 05",
            "03 00 00 08 02 f0 80 00",
        ])
    func dropsWhatIsNoRequest(_ sent: String) async throws {
        try await SimulatedFleet.withScenario(.healthy) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            client.send(bytes(sent))
            #expect(client.read(1) == LoopbackClient.Reading(bytes: [], ending: .closed))
        }
    }

    private func answer(to request: [UInt8], at endpoint: SocketEndpoint) throws -> String {
        let client = try LoopbackClient(to: endpoint)
        client.send(request)
        // All that comes before the client would have to go on; the first byte of a longer answer would show.
        let start = client.read(11).bytes
        let rest = start.count == 11 && start[3] == 19 ? client.read(8).bytes : []
        return text(start + rest)
    }
}
