/// A group for key agreement, by its number in the IANA registry "TLS Supported Groups".
package struct NamedGroup: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    package let rawValue: UInt16

    /// Creates a group from its number.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// NIST P-256.
    package static let secp256r1 = NamedGroup(rawValue: 23)
    /// NIST P-384.
    package static let secp384r1 = NamedGroup(rawValue: 24)
    /// NIST P-521.
    package static let secp521r1 = NamedGroup(rawValue: 25)
    /// Curve25519 (RFC 7748).
    package static let x25519 = NamedGroup(rawValue: 29)
}
