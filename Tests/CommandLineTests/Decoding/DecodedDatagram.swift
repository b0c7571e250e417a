/// One datagram between us and a server, in tshark's words for RDP-UDP.
struct DecodedDatagram: Sendable {
    /// The fields that are asked for, in this order.
    static let fields = [
        "ip.dst", "udp.port", "udp.dstport", "udp.length", "rdpudp.snsourceack", "rdpudp.flags",
        "rdpudp.initialsequencenumber", "rdpudp.upstreammtu", "rdpudp.downstreammtu", "rdpudp.synex.version",
    ]

    private let values: [String: String]

    init(_ line: String) {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        values = Dictionary(zip(Self.fields, parts), uniquingKeysWith: { first, _ in first })
    }

    subscript(field: String) -> String { values[field] ?? "" }

    /// Where it came from and where it went, and what the network repeats of it.
    var ports: [Int] { self["udp.port"].split(separator: ",").compactMap { Int($0) } }

    /// The value of a number, which tshark writes in decimal or with `0x`; nil when the datagram has none.
    func number(_ field: String) -> Int? {
        let digits = self[field]
        return Int(digits.hasPrefix("0x") ? digits.dropFirst(2) : digits[...], radix: digits.hasPrefix("0x") ? 16 : 10)
    }
}
