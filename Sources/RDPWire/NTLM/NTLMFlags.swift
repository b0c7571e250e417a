/// What the two sides of NTLM agree on: NegotiateFlags, MS-NLMP 2.2.2.5. Unknown bits are kept.
package struct NTLMFlags: OptionSet, Hashable, Sendable {
    /// The 32 bits as on the wire.
    package let rawValue: UInt32

    /// Creates a set from its 32 bits.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Text is UTF-16.
    package static let unicode = NTLMFlags(rawValue: 0x0000_0001)
    /// The target is a domain: the server is a member of it, or controls it.
    package static let targetTypeDomain = NTLMFlags(rawValue: 0x0001_0000)
    /// The target is the server itself: it stands alone, or in a workgroup.
    package static let targetTypeServer = NTLMFlags(rawValue: 0x0002_0000)
    /// The message has a list of attributes of the target.
    package static let targetInfo = NTLMFlags(rawValue: 0x0080_0000)
    /// The message has a version.
    package static let version = NTLMFlags(rawValue: 0x0200_0000)
}
