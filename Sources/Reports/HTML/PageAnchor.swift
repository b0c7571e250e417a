import FleetModel

/// The identity of an element that links within the page lead to, made of a name, and so the same in every report.
struct PageAnchor: Hashable {
    /// What the names are of, so that a server and a gateway of one name are two.
    enum Kind: String {
        case server = "s"
        case gateway = "g"
        case behind = "b"
    }

    /// Letters, digits, dots, hyphens and low lines.
    let text: String

    /// The longest name that is spelt out.
    private static let limit = 120

    init(_ kind: Kind, _ name: String) {
        var spelt = ""
        for byte in name.lowercased().utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                spelt.unicodeScalars.append(Unicode.Scalar(byte))
            default: spelt += "_" + hexadecimal(byte, digits: 2).lowercased()
            }
            if spelt.utf8.count > Self.limit { break }
        }
        // What is too long to be spelt out is told apart by its whole length and content.
        let isWhole = spelt.utf8.count <= Self.limit
        text = "\(kind.rawValue)-\(spelt)" + (isWhole ? "" : "_" + Self.digest(of: name))
    }

    /// FNV-1a of 64 bits, which needs to be stable and not secret.
    private static func digest(of name: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}

extension Markup.Interpolation {
    mutating func appendInterpolation(_ anchor: PageAnchor) { appendInterpolation(anchor.text) }
}

extension ServerStatus {
    /// Where its details stand.
    var anchor: PageAnchor {
        judgement.behind.map { PageAnchor(.behind, $0) } ?? PageAnchor(.server, server.id.text)
    }
}

extension GatewayStatus {
    /// Where its details stand.
    var anchor: PageAnchor { PageAnchor(.gateway, gateway.id) }
}
