import FleetModel
import Glibc
import Testing

@testable import SimulatedFleet

/// SYNs of RDP-UDP (MS-RDPEUDP 3.1.5.1.1), without the zeros behind them.
private let synOfVersion1 = "ff ff ff ff 00 40 00 01 11 22 33 44 04 d0 04 d0"
private let synOfVersion2 = "ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 00 02"
private let synOfVersion3 =
    "ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 01 01 "
    + Array(repeating: "00", count: 32).joined(separator: " ")

/// Answers to these: the sequence number comes back, and the version as far as both speak it.
private let answerOfVersion1 = "11 22 33 44 00 40 00 05 0f 94 ea 0b 04 d0 04 d0"
private let answerOfVersion2 = "11 22 33 44 00 40 10 05 0f 94 ea 0b 04 d0 04 d0 00 01 00 02"
private let answerOfVersion3 = "11 22 33 44 00 40 10 05 0f 94 ea 0b 04 d0 04 d0 00 01 01 01"
private let answerOfVersion1Named = "11 22 33 44 00 40 10 05 0f 94 ea 0b 04 d0 04 d0 00 01 00 01"

private let garbage = "de ad be ef 00 ff 13 38 80 81 82 83 fe ed fa ce"

@Suite struct DatagramTests {
    @Test(
        "a SYN is answered in the highest version that both sides speak",
        arguments: [
            (.healthy, [answerOfVersion1, answerOfVersion2, answerOfVersion2]),
            (.udpVersion1, [answerOfVersion1, answerOfVersion1Named, answerOfVersion1Named]),
            (.udpVersion3, [answerOfVersion1, answerOfVersion2, answerOfVersion3]),
        ] as [(Scenario, [String])])
    func answers(_ scenario: Scenario, _ expected: [String]) async throws {
        let book = VisitorsBook()
        try await SimulatedFleet.withScenario(scenario, book: book) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint, over: SOCK_DGRAM)
            for (syn, answer) in zip([synOfVersion1, synOfVersion2, synOfVersion3], expected) {
                let datagram = bytes(syn)
                client.send(datagram + [UInt8](repeating: 0, count: 1232 - datagram.count))
                let got = client.readDatagram()
                #expect(got.count == 1232)
                #expect(text(got.prefix(bytes(answer).count)) == answer)
                #expect(got.dropFirst(bytes(answer).count).allSatisfy { $0 == 0 })
            }
        }
        #expect(book.visits.questions == [.syn, .syn, .syn])
        #expect(book.visits.connections == 0)
    }

    @Test func aServerThatStaysSilentTakesDatagrams() async throws {
        try await SimulatedFleet.withScenario(.udpSilent) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint, over: SOCK_DGRAM)
            client.send(bytes(synOfVersion2))
            #expect(client.read(1, patience: 150) == LoopbackClient.Reading(bytes: [], ending: .open))
        }
    }

    @Test(
        "where nothing listens the kernel refuses them",
        arguments: [Scenario.udpClosed, .healthyTLSOnly, .standardSecuritySelected, .sshServer, .tls10Only])
    func closed(_ scenario: Scenario) async throws {
        try await SimulatedFleet.withScenario(scenario) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint, over: SOCK_DGRAM)
            client.send(bytes(synOfVersion2))
            // ICMP port unreachable.
            #expect(client.read(1) == LoopbackClient.Reading(bytes: [], ending: .reset))
        }
    }

    @Test func anythingIsAnsweredByGarbage() async throws {
        try await SimulatedFleet.withScenario(.udpGarbage) { endpoint, _ in
            let client = try LoopbackClient(to: endpoint, over: SOCK_DGRAM)
            client.send(bytes(synOfVersion2))
            #expect(text(client.readDatagram()) == garbage)
        }
    }

    @Test("what is no SYN is not answered", arguments: ["", "00", "11 22 33 44 00 40 00 05 0f 94 ea 0b 04 d0 04 d0"])
    func ignores(_ datagram: String) {
        #expect(DatagramRecipe.answering(.two).answer(to: bytes(datagram)) == nil)
    }
}
