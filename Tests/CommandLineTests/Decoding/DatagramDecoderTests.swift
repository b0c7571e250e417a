import LabSupport
import Testing

/// tshark recorded and decoded the datagrams of the check of the real servers, none of which answers RDP-UDP.
@Suite("An independent decoder of datagrams")
struct DatagramDecoderTests {
    @Test(
        "reads our SYN as one of version 2, full of zeros up to its length", .timeLimit(.minutes(5)),
        arguments: IndependentDecoderTests.listening)
    func syn(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let address = try #require(check.running(row)).endpoint.address
        let sent = check.datagrams.filter { $0["ip.dst"] == address }
        // The network says at once that nobody listens, so that there is no second one.
        #expect(sent.count == 1)
        for datagram in sent {
            #expect(datagram.number("rdpudp.snsourceack") == 0xFFFF_FFFF)
            #expect(datagram.number("rdpudp.flags") == 0x1001)
            #expect(datagram.number("rdpudp.synex.version") == 2)
            #expect(datagram.number("rdpudp.upstreammtu") == 1232)
            #expect(datagram.number("rdpudp.downstreammtu") == 1232)
            // With the eight bytes of the header of UDP.
            #expect(datagram.number("udp.length") == 1240)
        }
    }

    @Test(
        "sees none to a server that does not take our connection", .timeLimit(.minutes(5)),
        arguments: RealServerTable.rows.filter { row in
            !IndependentDecoderTests.listening.contains { $0.label == row.label }
        })
    func none(_ row: RealServer) async throws {
        let check = try await RealCheck.shared.value
        let address = try #require(check.running(row)).endpoint.address
        #expect(!check.datagrams.contains { $0["ip.dst"] == address })
    }

    @Test("sees another sequence number in each", .timeLimit(.minutes(5)))
    func sequenceNumbers() async throws {
        let datagrams = try await RealCheck.shared.value.datagrams
        let numbers = Set(datagrams.compactMap { $0.number("rdpudp.initialsequencenumber") })
        #expect(!numbers.isEmpty)
        #expect(numbers.count == datagrams.count)
    }
}
