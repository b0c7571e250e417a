import SwiftASN1

/// The kind and the size of a public key (RFC 3279, RFC 5480, RFC 8410, RFC 9881).
enum PublicKeyKind: Sendable, Hashable {
    case rsa(bits: Int)
    /// With 0 bits when its parameters are inherited from the issuer's key.
    case dsa(bits: Int)
    case ellipticCurve(name: String, bits: Int)
    /// Ed25519, Ed448 and ML-DSA come in one size each.
    case fixedSize(name: String)
    /// An algorithm, or a curve, that is not in our tables.
    case unknown(String)
    case unreadable

    /// Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).
    init(_ publicKeyInfo: ASN1Node) {
        let fields = publicKeyInfo.children(atMost: 2)
        guard fields.count == 2, let key = fields[1].bits, let algorithm = fields[0].children(atMost: 2).first,
            let identifier = algorithm.objectIdentifier
        else {
            self = .unreadable
            return
        }
        let parameters = fields[0].children(atMost: 2).dropFirst().first
        switch identifier {
        case [1, 2, 840, 113_549, 1, 1, 1], [1, 2, 840, 113_549, 1, 1, 10]: self = Self.rsa(key)
        case [1, 2, 840, 10_040, 4, 1]: self = Self.dsa(parameters)
        case [1, 2, 840, 10_045, 2, 1]: self = Self.ellipticCurve(parameters)
        case [1, 3, 101, 112]: self = .fixedSize(name: "Ed25519")
        case [1, 3, 101, 113]: self = .fixedSize(name: "Ed448")
        case [2, 16, 840, 1, 101, 3, 4, 3, 17]: self = .fixedSize(name: "ML-DSA-44")
        case [2, 16, 840, 1, 101, 3, 4, 3, 18]: self = .fixedSize(name: "ML-DSA-65")
        case [2, 16, 840, 1, 101, 3, 4, 3, 19]: self = .fixedSize(name: "ML-DSA-87")
        default: self = .unknown(identifier.numbers)
        }
    }

    /// `RSA 2048`, `ECDSA P-256`, `Ed25519`, an object identifier, or nothing when it cannot be read.
    var text: String {
        switch self {
        case .rsa(let bits): "RSA \(bits)"
        case .dsa(let bits): bits == 0 ? "DSA" : "DSA \(bits)"
        case .ellipticCurve(let name, _): "ECDSA \(name)"
        case .fixedSize(let name): name
        case .unknown(let identifier): identifier
        case .unreadable: ""
        }
    }

    /// RSAPublicKey ::= SEQUENCE { modulus, publicExponent } (RFC 8017, A.1.1).
    private static func rsa(_ key: ArraySlice<UInt8>) -> PublicKeyKind {
        guard let node = try? parseLeniently(key).node, let bits = node.children(atMost: 2).first?.integerBits else {
            return .unreadable
        }
        return .rsa(bits: bits)
    }

    /// Dss-Parms ::= SEQUENCE { p, q, g }; may be inherited from the issuer, and is then not here (RFC 3279, 2.3.2).
    private static func dsa(_ parameters: ASN1Node?) -> PublicKeyKind {
        .dsa(bits: parameters?.children(atMost: 1).first?.integerBits ?? 0)
    }

    /// The curve's object identifier; curves spelled out in numbers are refused by clients (RFC 5480, 2.1.1).
    private static func ellipticCurve(_ parameters: ASN1Node?) -> PublicKeyKind {
        guard let identifier = parameters?.objectIdentifier else { return .unknown("ECDSA with a curve of its own") }
        guard let curve = ObjectIdentifierNames.curves[identifier] else {
            return .unknown("ECDSA \(identifier.numbers)")
        }
        return .ellipticCurve(name: curve.name, bits: curve.bits)
    }
}
