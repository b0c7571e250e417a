import FleetModel
import Glibc
import Testing

@testable import SimulatedFleet

/// What a client of one scenario sees, step by step.
struct MisbehaviourCase: Sendable, CustomTestStringConvertible {
    let scenario: Scenario.ID
    /// What the client says, one after the other, and what comes back.
    let steps: [Step]

    struct Step: Sendable {
        let said: [UInt8]
        let answer: String
        let ending: LoopbackClient.Ending
    }

    var testDescription: String { scenario.text }
}

private let confirm = "03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 08 00 00 00"

private func at(_ scenario: Scenario.ID, connect answer: String, _ ending: LoopbackClient.Ending) -> MisbehaviourCase {
    MisbehaviourCase(scenario: scenario, steps: [.init(said: [], answer: answer, ending: ending)])
}

private func at(_ scenario: Scenario.ID, request answer: String, _ ending: LoopbackClient.Ending) -> MisbehaviourCase {
    MisbehaviourCase(
        scenario: scenario,
        steps: [
            .init(said: [], answer: "", ending: .open), .init(said: Said.request, answer: answer, ending: ending),
        ])
}

private func at(_ scenario: Scenario.ID, hello answer: String, _ ending: LoopbackClient.Ending) -> MisbehaviourCase {
    MisbehaviourCase(
        scenario: scenario,
        steps: [
            .init(said: Said.request, answer: confirm, ending: .open),
            .init(said: Said.clientHello12, answer: answer, ending: ending),
        ])
}

private func ascii(_ string: String) -> String { text(string.utf8) }

private let cases = [
    at("silent-after-connect", connect: "", .open),
    at("closes-after-connect", connect: "", .closed),
    at("ssh-server", connect: ascii("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), .open),
    at("silent-after-request", request: "", .open),
    at("closes-after-request", request: "", .closed),
    at("reset-after-request", request: "", .reset),
    at("garbage", request: "de ad be ef 00 ff 13 37 80 81 82 83 fe ed fa ce", .open),
    at(
        "http-server",
        request: ascii(
            "HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n"), .closed),
    // A fatal alert, protocol_version (RFC 8446, 6.2).
    at("tls-at-once", request: "15 03 01 00 02 02 46", .closed),
    at("plaintext-injected", request: confirm + " " + ascii("PLAINTEXT-INJECTED"), .open),
    at("tls-alert-40", hello: "15 03 03 00 02 02 28", .closed),
    at("tls-alert-80", hello: "15 03 03 00 02 02 50", .closed),
    at("disconnect-instead-of-tls", hello: "03 00 00 09 02 f0 80 21 80", .closed),
    at("silent-in-handshake", hello: "", .open),
    at("closes-in-handshake", hello: "", .closed),
    at("reset-in-handshake", hello: "", .reset),
    // None of them is for a server of yesterday.
    at("tls-legacy-only", hello: "15 03 03 00 02 02 28", .closed),
    at("ssl3-only", hello: "", .reset),
]

@Suite struct MisbehaviourTests {
    @Test("each server misbehaves as its recipe says", arguments: cases)
    func misbehaves(_ expected: MisbehaviourCase) async throws {
        let scenario = try #require(ScenarioTable.scenario(expected.scenario))
        try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            for step in expected.steps {
                client.send(step.said)
                let wanted = bytes(step.answer)
                var reading = client.read(wanted.count)
                // One byte more than expected: silence, an end, or a surprise.
                let more = client.read(1, patience: step.ending == .open ? 100 : 5000)
                reading.bytes += more.bytes
                #expect(text(reading.bytes) == step.answer)
                #expect(more.ending == step.ending)
            }
        }
    }

    @Test func nothingListensWhenRefused() async throws {
        try await SimulatedFleet.withScenario(.refused) { endpoint, _ in
            #expect(throws: LoopbackClient.Failure(code: ECONNREFUSED)) { _ = try LoopbackClient(to: endpoint) }
        }
    }

    @Test func theSlowOneConfirmsAfterFourTenthsOfASecond() async throws {
        try await SimulatedFleet.withScenario(.slow) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            let clock = ContinuousClock()
            let began = clock.now
            client.send(Said.request)
            #expect(text(client.read(19).bytes) == confirm)
            #expect(began.duration(to: clock.now) >= .milliseconds(399))
        }
    }

    @Test func theDripIsOneByteASecond() async throws {
        try await SimulatedFleet.withScenario(.drip) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            client.send(Said.request)
            #expect(client.read(1).bytes == [0x03])
            #expect(client.read(1, patience: 300).bytes == [])
            #expect(client.read(1).bytes == [0x00])
        }
    }

    @Test("a flood begins like an answer and is 100 MB", arguments: [Scenario.flood, .handshakeFlood])
    func floods(_ scenario: Scenario) async throws {
        try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint)
            client.send(Said.request)
            if scenario == .handshakeFlood {
                #expect(text(client.read(19).bytes) == confirm)
                client.send(Said.clientHello12)
            }
            var left = 100_000_000
            let start = client.read(6).bytes
            #expect(text(start) == (scenario == .flood ? "03 00 ff ff fe d0" : "16 03 03 40 00 02"))
            left -= start.count
            while left > 0 {
                let unit = client.read(min(left, 1_000_000))
                try #require(!unit.bytes.isEmpty, "\(left) bytes are missing")
                left -= unit.bytes.count
            }
            #expect(client.read(1, patience: 100) == LoopbackClient.Reading(bytes: [], ending: .open))
        }
    }

    @Test func everyScenarioThatIsNotATLSServerStandsInATable() {
        let asked = Set(cases.map(\.scenario)).union([
            "refused", "slow", "drip", "flood", "handshake-flood", "cookie-intolerant", "sni-intolerant",
            "tls13-intolerant",
        ])
        let odd = ScenarioTable.all.filter { scenario in
            if case .awaitingRequest = scenario.arrival,
                case .negotiating(_, delay: .zero, excess: []) = scenario.answer,
                case .completing = scenario.handshake
            {
                return false
            }
            return true
        }
        #expect(Set(odd.map(\.id)) == asked)
    }
}
