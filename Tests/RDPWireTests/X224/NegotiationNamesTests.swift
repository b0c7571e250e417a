import Testing

@testable import RDPWire

@Suite("The names of the negotiation")
struct NegotiationNamesTests {
    @Test(
        "cover each protocol, and show unknown bits as a number",
        arguments: [
            (0x00, ["PROTOCOL_RDP"]),
            (0x0B, ["PROTOCOL_SSL", "PROTOCOL_HYBRID", "PROTOCOL_HYBRID_EX"]),
            (0x14, ["PROTOCOL_RDSTLS", "PROTOCOL_RDSAAD"]),
            (0x8000_0021, ["PROTOCOL_SSL", "0x80000020"]),
        ] as [(UInt32, [String])])
    func protocols(rawValue: UInt32, names: [String]) {
        #expect(SecurityProtocols(rawValue: rawValue).names == names)
    }

    @Test(
        "cover each flag of an answer",
        arguments: [
            (0x00, []),
            (0x03, ["EXTENDED_CLIENT_DATA_SUPPORTED", "DYNVC_GFX_PROTOCOL_SUPPORTED"]),
            (
                0x3C,
                [
                    "NEGRSP_FLAG_RESERVED", "RESTRICTED_ADMIN_MODE_SUPPORTED",
                    "REDIRECTED_AUTHENTICATION_MODE_SUPPORTED", "0x20",
                ]
            ),
        ] as [(UInt8, [String])])
    func flags(rawValue: UInt8, names: [String]) {
        #expect(NegotiationResponse.Flags(rawValue: rawValue).names == names)
    }

    @Test(
        "cover each failure code, and keep unknown ones",
        arguments: [
            (1, "SSL_REQUIRED_BY_SERVER"), (2, "SSL_NOT_ALLOWED_BY_SERVER"), (3, "SSL_CERT_NOT_ON_SERVER"),
            (4, "INCONSISTENT_FLAGS"), (5, "HYBRID_REQUIRED_BY_SERVER"),
            (6, "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER"), (0, "0x00000000"), (7, "0x00000007"),
            (0xFFFF_FFFF, "0xffffffff"),
        ] as [(UInt32, String)])
    func failureCodes(rawValue: UInt32, name: String) {
        let code = NegotiationFailureCode(rawValue: rawValue)
        #expect(code.name == name)
        #expect(code.rawValue == rawValue)
    }
}
