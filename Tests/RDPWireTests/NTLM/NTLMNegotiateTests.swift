import Testing

@testable import RDPWire

@Suite("The NEGOTIATE of NTLM")
struct NTLMNegotiateTests {
    @Test("that asks without a name is the documented 40 bytes")
    func anonymous() throws {
        #expect(NTLMNegotiate.anonymous.encoded == hex(ntlmNegotiate))
        #expect(try NTLMNegotiate(decoding: hex(ntlmNegotiate)[...]) == .anonymous)
    }

    @Test("is shorter without a version, and says so in its flags")
    func withoutVersion() throws {
        let bare = NTLMNegotiate(flags: NTLMFlags.anonymousFlags, version: nil)
        #expect(bare.encoded.count == 32)
        #expect(!bare.flags.contains(.version))
        #expect(try NTLMNegotiate(decoding: bare.encoded[...]) == bare)
    }

    @Test("is found where SPNEGO wraps it")
    func insideSPNEGO() throws {
        let found = try #require(NTLMMessage.find(in: hex(spnegoInit)[...]))
        #expect(try NTLMNegotiate(decoding: found) == .anonymous)
        #expect(NTLMMessage.find(in: hex("60 06 06 04 2b 06 01 05")[...]) == nil)
        #expect(NTLMMessage.find(in: []) == nil)
    }

    @Test("is refused when it is another message, or points outside itself")
    func broken() {
        var bytes = hex(ntlmNegotiate)
        bytes[0] = 0x6E
        #expect(throws: WireError.unexpected(field: "NTLM signature", value: 0x6E)) {
            try NTLMNegotiate(decoding: bytes[...])
        }
        bytes = hex(ntlmNegotiate)
        bytes[8] = 3
        #expect(throws: WireError.unexpected(field: "NTLM message type", value: 3)) {
            try NTLMNegotiate(decoding: bytes[...])
        }
        bytes = hex(ntlmNegotiate)
        bytes[16] = 1
        bytes[20] = 40
        #expect(throws: WireError.truncated(needed: 41, have: 40)) { try NTLMNegotiate(decoding: bytes[...]) }
    }
}

extension NTLMFlags {
    fileprivate static let anonymousFlags = NTLMNegotiate.anonymous.flags
}
