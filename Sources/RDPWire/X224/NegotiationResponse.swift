/// What the server selected: RDP_NEG_RSP.
///
/// MS-RDPBCGR 2.2.1.2.1.
package struct NegotiationResponse: Equatable, Sendable {
    /// What the server supports beyond the protocol selected.
    package struct Flags: OptionSet, Hashable, Sendable {
        /// The eight bits as on the wire.
        package let rawValue: UInt8

        /// Creates a set from its eight bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The server takes extended client data blocks.
        package static let extendedClientDataSupported = Flags(rawValue: 0x01)
        /// The server has the graphics pipeline.
        package static let graphicsPipelineSupported = Flags(rawValue: 0x02)
        /// Reserved and unused.
        package static let reserved = Flags(rawValue: 0x04)
        /// The server offers Restricted Admin.
        package static let restrictedAdminModeSupported = Flags(rawValue: 0x08)
        /// The server offers Remote Credential Guard.
        package static let redirectedAuthenticationModeSupported = Flags(rawValue: 0x10)

        /// The names of the specification for the bits that are set, unknown bits as one number.
        package var names: [String] {
            bitNames(
                of: UInt32(rawValue),
                [
                    (0x01, "EXTENDED_CLIENT_DATA_SUPPORTED"), (0x02, "DYNVC_GFX_PROTOCOL_SUPPORTED"),
                    (0x04, "NEGRSP_FLAG_RESERVED"), (0x08, "RESTRICTED_ADMIN_MODE_SUPPORTED"),
                    (0x10, "REDIRECTED_AUTHENTICATION_MODE_SUPPORTED"),
                ])
        }
    }

    static let type: UInt8 = 0x02

    /// What the server supports besides.
    package let flags: Flags
    /// The protocol selected; one bit or none, if the server keeps to the specification.
    package let selectedProtocol: SecurityProtocols

    /// Creates an answer.
    package init(selectedProtocol: SecurityProtocols, flags: Flags = []) {
        self.flags = flags
        self.selectedProtocol = selectedProtocol
    }
}
