import SwiftASN1

/// The algorithm of a certificate's signature, and what clients think of it.
struct SignatureKind: Sendable, Hashable {
    /// What clients think of an algorithm.
    enum Standing: Sendable, Hashable {
        case sound
        /// Made with a digest that can be forged.
        case weak(digest: String)
        /// Not in our table.
        case unknown
        case unreadable
    }

    /// `sha256WithRSAEncryption`, `ecdsa-with-SHA256`, or the algorithm's object identifier.
    var name: String
    var standing: Standing

    /// Reads an AlgorithmIdentifier (RFC 5280, 4.1.1.2).
    init(_ algorithm: ASN1Node) {
        let fields = algorithm.children(atMost: 2)
        guard let identifier = fields.first?.objectIdentifier else {
            name = ""
            standing = .unreadable
            return
        }
        if identifier == [1, 2, 840, 113_549, 1, 1, 10] {
            let digest = Self.digest(ofPSS: fields.dropFirst().first)
            name = "rsassaPss with \(digest.name)"
            standing = digest.standing
        } else if let known = Self.table[identifier] {
            name = known.name
            standing = known.weakDigest.map(Standing.weak) ?? .sound
        } else {
            name = identifier.numbers
            standing = .unknown
        }
    }

    /// RSASSA-PSS-params ::= SEQUENCE { [0] hashAlgorithm DEFAULT sha1, … } (RFC 4055, 3.1).
    private static func digest(ofPSS parameters: ASN1Node?) -> (name: String, standing: Standing) {
        guard let field = parameters?.children(atMost: 4).first(where: { $0.isField(0) }) else {
            return ("SHA-1", .weak(digest: "SHA-1"))
        }
        guard let digest = field.children(atMost: 1).first?.children(atMost: 1).first?.objectIdentifier else {
            return ("an unreadable digest", .unreadable)
        }
        switch digest {
        case [1, 3, 14, 3, 2, 26]: return ("SHA-1", .weak(digest: "SHA-1"))
        case [2, 16, 840, 1, 101, 3, 4, 2, 1]: return ("SHA-256", .sound)
        case [2, 16, 840, 1, 101, 3, 4, 2, 2]: return ("SHA-384", .sound)
        case [2, 16, 840, 1, 101, 3, 4, 2, 3]: return ("SHA-512", .sound)
        default: return (digest.numbers, .unknown)
        }
    }

    /// RFC 3279, RFC 4055, RFC 5758, RFC 8410, RFC 9881; the `1.3.14` ones are old Microsoft tools' names for the same.
    private static let table: [ASN1ObjectIdentifier: (name: String, weakDigest: String?)] = [
        [1, 2, 840, 113_549, 1, 1, 2]: ("md2WithRSAEncryption", "MD2"),
        [1, 2, 840, 113_549, 1, 1, 3]: ("md4WithRSAEncryption", "MD4"),
        [1, 2, 840, 113_549, 1, 1, 4]: ("md5WithRSAEncryption", "MD5"),
        [1, 2, 840, 113_549, 1, 1, 5]: ("sha1WithRSAEncryption", "SHA-1"),
        [1, 2, 840, 113_549, 1, 1, 14]: ("sha224WithRSAEncryption", nil),
        [1, 2, 840, 113_549, 1, 1, 11]: ("sha256WithRSAEncryption", nil),
        [1, 2, 840, 113_549, 1, 1, 12]: ("sha384WithRSAEncryption", nil),
        [1, 2, 840, 113_549, 1, 1, 13]: ("sha512WithRSAEncryption", nil),
        [1, 3, 14, 3, 2, 3]: ("md5WithRSA", "MD5"), [1, 3, 14, 3, 2, 29]: ("sha1WithRSA", "SHA-1"),
        [1, 2, 840, 10_040, 4, 3]: ("dsa-with-SHA1", "SHA-1"), [1, 3, 14, 3, 2, 27]: ("dsaWithSHA1", "SHA-1"),
        [2, 16, 840, 1, 101, 3, 4, 3, 1]: ("dsa-with-SHA224", nil),
        [2, 16, 840, 1, 101, 3, 4, 3, 2]: ("dsa-with-SHA256", nil),
        [1, 2, 840, 10_045, 4, 1]: ("ecdsa-with-SHA1", "SHA-1"),
        [1, 2, 840, 10_045, 4, 3, 1]: ("ecdsa-with-SHA224", nil),
        [1, 2, 840, 10_045, 4, 3, 2]: ("ecdsa-with-SHA256", nil),
        [1, 2, 840, 10_045, 4, 3, 3]: ("ecdsa-with-SHA384", nil),
        [1, 2, 840, 10_045, 4, 3, 4]: ("ecdsa-with-SHA512", nil),
        [1, 3, 101, 112]: ("Ed25519", nil), [1, 3, 101, 113]: ("Ed448", nil),
        [2, 16, 840, 1, 101, 3, 4, 3, 17]: ("ML-DSA-44", nil),
        [2, 16, 840, 1, 101, 3, 4, 3, 18]: ("ML-DSA-65", nil),
        [2, 16, 840, 1, 101, 3, 4, 3, 19]: ("ML-DSA-87", nil),
    ]
}
