/// The security protocols a client offers or a server selects.
///
/// MS-RDPBCGR 2.2.1.1.1 (`requestedProtocols`) and 2.2.1.2.1 (`selectedProtocol`). Unknown bits are kept.
package struct SecurityProtocols: OptionSet, Hashable, Sendable {
    /// The 32 bits as on the wire.
    package let rawValue: UInt32

    /// Creates a set from its 32 bits.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Standard RDP Security: no bit at all.
    package static let standardRDP: SecurityProtocols = []
    /// TLS.
    package static let ssl = SecurityProtocols(rawValue: 0x01)
    /// CredSSP over TLS: Network Level Authentication.
    package static let hybrid = SecurityProtocols(rawValue: 0x02)
    /// RDSTLS, for redirected connections.
    package static let rdstls = SecurityProtocols(rawValue: 0x04)
    /// CredSSP followed by the Early User Authorization Result.
    package static let hybridEx = SecurityProtocols(rawValue: 0x08)

    /// The names of the specification for the bits that are set, unknown bits as one number; `PROTOCOL_RDP` for none.
    package var names: [String] {
        guard self != .standardRDP else { return ["PROTOCOL_RDP"] }
        return bitNames(
            of: rawValue,
            [
                (0x01, "PROTOCOL_SSL"), (0x02, "PROTOCOL_HYBRID"), (0x04, "PROTOCOL_RDSTLS"),
                (0x08, "PROTOCOL_HYBRID_EX"), (0x10, "PROTOCOL_RDSAAD"),
            ])
    }
}

/// The names of the bits set in `value`, in the order of `table`, then what no name covers as one number.
func bitNames(of value: UInt32, _ table: [(bit: UInt32, name: String)]) -> [String] {
    var names: [String] = []
    var unnamed = value
    for (bit, name) in table where value & bit != 0 {
        names.append(name)
        unnamed &= ~bit
    }
    if unnamed != 0 { names.append(hexadecimal(unnamed, digits: 2)) }
    return names
}
