/// One TCP segment between us and a server, in tshark's words.
struct DecodedPacket: Sendable {
    /// The fields that are asked for, in this order; the first six are decoded whatever follows TCP.
    static let fields = [
        "ip.src", "ip.dst", "tcp.srcport", "tcp.dstport", "tcp.flags", "tcp.len",
        "rdp.rt_cookie", "rdp.negReq.requestedProtocols", "rdp.negReq.flags", "rdp.negReq.selectedProtocol",
        "rdp.negFailure.failureCode", "tls.handshake.type", "tls.handshake.ciphersuite",
        "tls.handshake.extensions.supported_version", "tls.handshake.version", "tls.handshake.extensions_server_name",
        "tcp.payload",
    ]

    private let values: [String: String]

    private init(_ line: String) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        values = Dictionary(zip(Self.fields, parts), uniquingKeysWith: { first, _ in first })
    }

    private init(_ first: DecodedPacket, _ second: DecodedPacket) {
        values = first.values.merging(second.values) { one, other in one.isEmpty ? other : one }
    }

    /// The same packets decoded in two ways.
    static func joined(_ first: [String], _ second: [String]) -> [DecodedPacket] {
        zip(first.map(DecodedPacket.init), second.map(DecodedPacket.init)).map(DecodedPacket.init)
    }

    subscript(field: String) -> String { values[field] ?? "" }

    /// The value of a number in hexadecimal; nil when the packet has none.
    func number(_ field: String) -> Int? {
        let digits = self[field].split(separator: ",").first ?? ""
        return Int(digits.hasPrefix("0x") ? digits.dropFirst(2) : digits, radix: digits.hasPrefix("0x") ? 16 : 10)
    }

    private var flags: Int { number("tcp.flags") ?? 0 }
    /// The first packet of a connection.
    var opens: Bool { flags & 0x12 == 0x02 }
    /// FIN.
    var finishes: Bool { flags & 0x01 != 0 }
    /// RST.
    var resets: Bool { flags & 0x04 != 0 }
    /// Whether it is a ServerHello, and not the first bytes of one.
    var isServerHello: Bool { self["tls.handshake.type"].split(separator: ",").first == "2" }
}

extension [DecodedPacket] {
    /// What went to a server.
    func sent(to address: String) -> [DecodedPacket] {
        filter { $0["ip.dst"] == address && $0["tcp.dstport"] == "3389" }
    }

    /// What came from it.
    func received(from address: String) -> [DecodedPacket] {
        filter { $0["ip.src"] == address && $0["tcp.srcport"] == "3389" }
    }
}
