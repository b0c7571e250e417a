/// What a Connection Request carries for a load balancer or a connection broker in place of the cookie
/// (MS-RDPBCGR 2.2.1.1 and 3.2.5.3.1), such as `tsv://MS Terminal Services Plugin.1.Desktops`.
///
/// It is a line of its own on the wire, and so it is printable ASCII. It never names a user.
package struct RoutingToken: Sendable, Hashable, Codable {
    /// The most bytes of a token: the length indicator of X.224 is at most 254, and 6 of those are the fixed part, 2 the
    /// CR LF, 8 the RDP_NEG_REQ.
    package static let longest = 238

    /// The token without CR LF.
    package let text: String

    /// Takes 1 to ``longest`` bytes of printable ASCII; nil for anything else, and for a cookie with a user's name.
    package init?(_ text: String) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }),
            !text.lowercased().hasPrefix("cookie: mstshash=")
        else { return nil }
        self.text = text
    }

    /// Encoded as its text.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let token = RoutingToken(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a routing token")
        }
        self = token
    }

    /// Encoded as its text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
