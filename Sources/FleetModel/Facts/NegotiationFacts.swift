/// What the X.224 exchange showed (MS-RDPBCGR 2.2.1.1 and 2.2.1.2).
package struct NegotiationFacts: Sendable, Hashable, Codable {
    /// What the server answered.
    package enum Answer: Sendable, Hashable, Codable {
        /// RDP_NEG_RSP: the protocol it chose, and its flags.
        case selected(SecurityProtocols, flags: UInt8)
        /// RDP_NEG_FAILURE with its code.
        case refused(code: UInt32)
        /// A Connection Confirm without negotiation data: an old server, or one set to standard RDP security.
        case withoutNegotiation
        /// Something that is not a Connection Confirm, by what it looks like.
        case foreign(ForeignProtocol)
        /// Bytes that look like RDP and do not parse, or an X.224 disconnect.
        case malformed
        /// Not one byte.
        case nothing
    }

    /// What we asked for.
    package var requested: SecurityProtocols
    /// What came back.
    package var answer: Answer
    /// SRC-REF of the confirm: 0x1234 is Windows or an imitation; nil when there was no confirm.
    package var sourceReference: UInt16?
    /// The first bytes of the answer, at most 64.
    package var firstBytes: [UInt8]
    /// The answer's first line when it was text, cleaned; nil otherwise.
    package var banner: String?

    /// Creates the facts of an answer.
    package init(
        requested: SecurityProtocols, answer: Answer, sourceReference: UInt16? = nil, firstBytes: [UInt8] = [],
        banner: String? = nil
    ) {
        self.requested = requested
        self.answer = answer
        self.sourceReference = sourceReference
        self.firstBytes = firstBytes
        self.banner = banner
    }

    /// The protocol that the server chose; a confirm without negotiation data is standard RDP security; nil otherwise.
    package var selected: SecurityProtocols? {
        switch answer {
        case .selected(let chosen, _): chosen
        case .withoutNegotiation: .standard
        case .refused, .foreign, .malformed, .nothing: nil
        }
    }
}

/// The protocols of RDP_NEG_REQ and RDP_NEG_RSP (MS-RDPBCGR 2.2.1.1.1); empty is standard RDP security.
package struct SecurityProtocols: OptionSet, Sendable, Hashable, Codable {
    /// The 32 bits as on the wire.
    package let rawValue: UInt32

    /// Creates a set from its 32 bits.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// PROTOCOL_RDP: standard RDP security, no TLS.
    package static let standard: SecurityProtocols = []
    /// PROTOCOL_SSL.
    package static let tls = SecurityProtocols(rawValue: 0x01)
    /// PROTOCOL_HYBRID: CredSSP, which users know as NLA.
    package static let hybrid = SecurityProtocols(rawValue: 0x02)
    /// PROTOCOL_RDSTLS.
    package static let rdstls = SecurityProtocols(rawValue: 0x04)
    /// PROTOCOL_HYBRID_EX: CredSSP with the early user authorization result.
    package static let hybridEx = SecurityProtocols(rawValue: 0x08)
    /// PROTOCOL_RDSAAD.
    package static let aad = SecurityProtocols(rawValue: 0x10)
    /// What a current mstsc asks for, and so do we: TLS, HYBRID and HYBRID_EX.
    package static let modern: SecurityProtocols = [.tls, .hybrid, .hybridEx]

    /// The names of the protocols in it, `RDP` when it is empty; bits without a name in hexadecimal.
    package var names: [String] {
        guard rawValue != 0 else { return ["RDP"] }
        let known: [(SecurityProtocols, String)] = [
            (.tls, "TLS"), (.hybrid, "HYBRID"), (.rdstls, "RDSTLS"), (.hybridEx, "HYBRID_EX"), (.aad, "RDSAAD"),
        ]
        var names = known.filter { contains($0.0) }.map(\.1)
        let rest = rawValue & ~0x1F
        if rest != 0 { names.append("0x" + String(rest, radix: 16)) }
        return names
    }
}

/// The codes of RDP_NEG_FAILURE (MS-RDPBCGR 2.2.1.2.2).
package enum NegotiationFailureName {
    /// The symbol of a code, or the code in hexadecimal.
    package static func symbol(of code: UInt32) -> String {
        switch code {
        case 1: "SSL_REQUIRED_BY_SERVER"
        case 2: "SSL_NOT_ALLOWED_BY_SERVER"
        case 3: "SSL_CERT_NOT_ON_SERVER"
        case 4: "INCONSISTENT_FLAGS"
        case 5: "HYBRID_REQUIRED_BY_SERVER"
        case 6: "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER"
        default: "0x" + String(code, radix: 16)
        }
    }
}
