import SwiftASN1

extension ASN1Node {
    /// The nodes inside a constructed node, at most `limit` of them; empty for a primitive one.
    func children(atMost limit: Int = .max) -> [ASN1Node] {
        guard case .constructed(let nodes) = content else { return [] }
        return Array(nodes.prefix(limit))
    }

    /// The bytes of a primitive node; in BER a string may come in pieces, which are joined (X.690, 8.7.3).
    var contentBytes: ArraySlice<UInt8> {
        switch content {
        case .primitive(let bytes): bytes
        case .constructed(let nodes): nodes.reduce(into: ArraySlice<UInt8>()) { $0 += $1.contentBytes }
        }
    }

    /// Whether it is the context-specific field `[number]`.
    func isField(_ number: UInt) -> Bool {
        identifier.tagClass == .contextSpecific && identifier.tagNumber == number
    }

    /// The object identifier in it; nil when it is not one.
    var objectIdentifier: ASN1ObjectIdentifier? {
        try? ASN1ObjectIdentifier(derEncoded: self, withIdentifier: .objectIdentifier)
    }

    /// The size in bits of the positive INTEGER in it; nil when it is not one.
    var integerBits: Int? {
        guard identifier == .integer, case .primitive(let bytes) = content, !bytes.isEmpty else { return nil }
        let magnitude = bytes.drop { $0 == 0 }
        guard let first = magnitude.first else { return 0 }
        return magnitude.count * 8 - first.leadingZeroBitCount
    }

    /// The content of the BIT STRING in it without the byte that counts unused bits; nil when it is not one.
    var bits: ArraySlice<UInt8>? {
        guard identifier == .bitString, case .primitive(let bytes) = content, !bytes.isEmpty else { return nil }
        return bytes.dropFirst()
    }
}

/// Parses one value as DER, or as BER when it is not DER, which some makers of certificates do not know apart.
func parseLeniently(_ bytes: ArraySlice<UInt8>) throws -> (node: ASN1Node, isDER: Bool) {
    do {
        return (try DER.parse(bytes), true)
    } catch {
        return (try BER.parse(bytes), false)
    }
}
