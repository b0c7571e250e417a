import FleetModel
import Testing

@testable import PacketCapture

@Suite struct PcapngFileTests {
    private static let local = SocketEndpoint(address: IPAddress(bytes: [127, 0, 0, 1]) ?? .ipv4Loopback, port: 40_000)
    private static let peer = SocketEndpoint(address: .ipv4Loopback, port: 3389)
    private static let flow = WireEvent.Flow(transport: .tcp, local: local, peer: peer)

    private func events(_ kinds: [WireEvent.Kind], on flow: WireEvent.Flow = flow) -> [WireEvent] {
        kinds.enumerated().map { WireEvent(flow: flow, microseconds: 1_000_000 + Int64($0.offset), kind: $0.element) }
    }

    /// The blocks of a file: type and body.
    private func blocks(_ file: [UInt8]) throws -> [(type: UInt32, body: [UInt8])] {
        var blocks: [(UInt32, [UInt8])] = []
        var rest = file[...]
        while !rest.isEmpty {
            let type = little(rest.prefix(4))
            let length = Int(little(rest.dropFirst(4).prefix(4)))
            try #require(length >= 12 && length % 4 == 0 && length <= rest.count)
            let block = rest.prefix(length)
            #expect(little(block.suffix(4)) == UInt32(length))
            blocks.append((type, Array(block.dropFirst(8).dropLast(4))))
            rest = rest.dropFirst(length)
        }
        return blocks
    }

    private func little(_ bytes: some Collection<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    @Test func `a file is a section header, an interface, and one block for each packet`() throws {
        let file = PcapngFile.bytes(
            of: events([.opened, .sent([1, 2, 3]), .received([4]), .ended(by: .us), .ended(by: .server)]),
            application: "rdptop 0")
        let types = try blocks(file).map(\.type)
        // Three packets make the handshake of TCP.
        #expect(types == [0x0A0D_0D0A, 1] + Array(repeating: 6, count: 3 + 4))
    }

    @Test func `the file says which header fields are made up, and how to read what is in TLS`() throws {
        let nowhere = SocketEndpoint(address: .ipv4Loopback, port: 0)
        let secret = events(
            [.secret("CLIENT_RANDOM 00 11")], on: WireEvent.Flow(transport: .tcp, local: nowhere, peer: nowhere))
        let file = PcapngFile.bytes(of: secret + events([.opened]), application: "rdptop 0")
        let header = try #require(try blocks(file).first)
        let text = String(decoding: header.body, as: UTF8.self)
        #expect(text.contains("Made up: the TCP handshake's packets, sequence"))
        #expect(text.contains("with the secrets in this file: -d tcp.port==3389,tls"))
        #expect(text.contains("rdptop 0"))
    }

    @Test func `TLS secrets stand in a block of their own before all packets`() throws {
        let file = PcapngFile.bytes(of: events([.opened, .secret("CLIENT_RANDOM 00 11")]), application: "rdptop 0")
        let blocks = try blocks(file)
        #expect(blocks.map(\.type) == [0x0A0D_0D0A, 1, 10, 6, 6, 6])
        #expect(blocks[2].body.prefix(8) == [0x4B, 0x53, 0x4C, 0x54, 20, 0, 0, 0])
        #expect(String(decoding: blocks[2].body.dropFirst(8), as: UTF8.self) == "CLIENT_RANDOM 00 11\n")
    }

    @Test func `the first segment of a connection, byte for byte`() throws {
        let file = PcapngFile.bytes(of: events([.opened]), application: "rdptop 0")
        let block = try #require(try blocks(file).dropFirst(2).first)
        let packet: [UInt8] = [
            0x45, 0, 0, 40, 0, 0, 0x40, 0, 64, 6, 0x3C, 0xCE, 127, 0, 0, 1, 127, 0, 0, 1,  // IPv4
            0x9C, 0x40, 0x0D, 0x3D, 0, 0, 0x03, 0xE8, 0, 0, 0, 0, 0x50, 0x02, 0xFF, 0xFF, 0x04, 0x7B, 0, 0,
        ]
        // Interface 0, the time's high and low half, the length twice.
        let head: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x42, 0x0F, 0, 40, 0, 0, 0, 40, 0, 0, 0]
        #expect(block.body == head + packet)
    }

    @Test(arguments: [1, 1459, 1460, 1461, 70_000])
    func `long writes become segments that together carry all of it`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let file = PcapngFile.bytes(of: events([.sent(bytes)]), application: "rdptop 0")
        let carried = try blocks(file).filter { $0.type == 6 }.flatMap { block in
            block.body.dropFirst(20).prefix(Int(little(block.body[12..<16]))).dropFirst(40)
        }
        #expect(carried == bytes)
    }

    @Test(
        arguments: [
            ([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7], UInt16(0x220D)), ([], 0xFFFF), ([0xFF], 0x00FF),
        ] as [([UInt8], UInt16)])
    func `the checksum is that of RFC 1071`(bytes: [UInt8], sum: UInt16) {
        #expect(IPPacket.internetChecksum(bytes) == sum)
    }

    @Test func `datagrams of IPv6 carry their ports and a checksum that proves right`() throws {
        let flow = WireEvent.Flow(
            transport: .udp, local: SocketEndpoint(address: .ipv6Loopback, port: 5000),
            peer: SocketEndpoint(address: .ipv6Loopback, port: 3389))
        let file = PcapngFile.bytes(of: events([.opened, .sent([9, 8, 7])], on: flow), application: "rdptop 0")
        let block = try #require(try blocks(file).last)
        let packet = Array(block.body.dropFirst(20).prefix(40 + 8 + 3))
        #expect(packet[6] == 17 && packet[40...45].elementsEqual([0x13, 0x88, 0x0D, 0x3D, 0, 11]))
        let pseudoHeader = packet[8..<40] + [0, 0, 0, 11, 0, 0, 0, 17]
        #expect(IPPacket.internetChecksum(Array(pseudoHeader + packet[40...])) == 0)
    }

    /// The comment of a packet's block: the option behind the packet; nil when there is none.
    private func comment(_ body: [UInt8]) -> String? {
        let length = (Int(little(body[12..<16])) + 3) / 4 * 4
        let option = body.dropFirst(20 + length)
        guard option.count >= 4, little(option.prefix(2)) == 1 else { return nil }
        return String(decoding: option.dropFirst(4).prefix(Int(little(option.dropFirst(2).prefix(2)))), as: UTF8.self)
    }

    @Test(
        arguments: [
            (.refused, [0x02, 0x14]), (.timedOut, [0x02]), (.unreachable(.host), [0x02]),
        ] as [(LayerFailure, [UInt8])])
    func `a connection that did not come about is a SYN, and a reset only where that was told`(
        failure: LayerFailure, flags: [UInt8]
    ) throws {
        let unknown = SocketEndpoint(address: try #require(IPAddress(bytes: [0, 0, 0, 0])), port: 0)
        let event = WireEvent(
            flow: WireEvent.Flow(transport: .tcp, local: unknown, peer: Self.peer), microseconds: 3_000_000,
            kind: .notConnected(failure, after: 2_000_000))
        let file = PcapngFile.bytes(of: [event], application: "rdptop 0")
        let packets = try blocks(file).filter { $0.type == 6 }
        #expect(packets.map { $0.body[20 + 20 + 13] } == flags)
        #expect(packets.map { little($0.body[8..<12]) } == Array([1_000_000, 3_000_000].prefix(flags.count)))
        let said = try #require(comment(packets[0].body))
        #expect(said.hasPrefix("Connecting to 127.0.0.1:3389: \(failure.words)."))
        #expect(said.hasSuffix("does not say which address and port were ours."))
        // A reset answers the SYN and says nothing else of the peer.
        for packet in packets.dropFirst() {
            #expect(little(packet.body[44..<48].reversed()) == 0)
            #expect(little(packet.body[48..<52].reversed()) == 1_001)
        }
    }

    @Test func `without secrets the file says that TLS stays closed, below what else is told of it`() throws {
        let file = PcapngFile.bytes(
            of: events([.opened, .sent([1])]), about: ["First line.", "Second line."], application: "rdptop 0")
        let header = try #require(try blocks(file).first)
        let text = String(decoding: header.body, as: UTF8.self)
        #expect(text.contains("First line.\nSecond line.\nRebuilt from what"))
        #expect(text.contains("which stay closed, as no secrets are in this file: -d tcp.port==3389,tls"))
        #expect(try blocks(file).allSatisfy { $0.type != 10 })
    }

    @Test func `a comment longer than an option holds is cut, and the file stays whole`() throws {
        let about = [String(repeating: "a long comment ", count: 10_000)]
        let file = PcapngFile.bytes(of: events([.opened]), about: about, application: "rdptop 0")
        #expect(try blocks(file).map(\.type) == [0x0A0D_0D0A, 1, 6, 6, 6])
    }
}
