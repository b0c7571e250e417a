/// A way to sign, by its number in the IANA registry "TLS SignatureScheme".
///
/// TLS 1.2 reads the same two bytes as a hash and an algorithm (RFC 5246, 7.4.1.4.1).
package struct SignatureScheme: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    package let rawValue: UInt16

    /// Creates a scheme from its number.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// RSASSA-PKCS1-v1_5 with SHA-1.
    package static let rsaPKCS1SHA1 = SignatureScheme(rawValue: 0x0201)
    /// ECDSA with SHA-1.
    package static let ecdsaSHA1 = SignatureScheme(rawValue: 0x0203)
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    package static let rsaPKCS1SHA256 = SignatureScheme(rawValue: 0x0401)
    /// ECDSA on P-256 with SHA-256.
    package static let ecdsaP256SHA256 = SignatureScheme(rawValue: 0x0403)
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    package static let rsaPKCS1SHA384 = SignatureScheme(rawValue: 0x0501)
    /// ECDSA on P-384 with SHA-384.
    package static let ecdsaP384SHA384 = SignatureScheme(rawValue: 0x0503)
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    package static let rsaPKCS1SHA512 = SignatureScheme(rawValue: 0x0601)
    /// ECDSA on P-521 with SHA-512.
    package static let ecdsaP521SHA512 = SignatureScheme(rawValue: 0x0603)
    /// RSASSA-PSS with SHA-256 and an ordinary RSA key.
    package static let rsaPSSSHA256 = SignatureScheme(rawValue: 0x0804)
    /// RSASSA-PSS with SHA-384 and an ordinary RSA key.
    package static let rsaPSSSHA384 = SignatureScheme(rawValue: 0x0805)
    /// RSASSA-PSS with SHA-512 and an ordinary RSA key.
    package static let rsaPSSSHA512 = SignatureScheme(rawValue: 0x0806)
}
