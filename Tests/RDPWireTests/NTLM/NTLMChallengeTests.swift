import Testing

@testable import RDPWire

@Suite("The CHALLENGE of NTLM")
struct NTLMChallengeTests {
    @Test("is the same value and the same bytes, both ways", arguments: challengeSamples)
    func roundTrip(sample: Sample<NTLMChallenge>) throws {
        #expect(try NTLMChallenge(decoding: sample.bytes[...]) == sample.value)
        #expect(try sample.value.encoded() == sample.bytes)
    }

    @Test(
        "tells a domain member from a single computer, when it says so",
        arguments: [(.targetTypeDomain, true), (.targetTypeServer, false), ([], nil)] as [(NTLMFlags, Bool?)])
    func domainMember(flags: NTLMFlags, isMember: Bool?) {
        let challenge = NTLMChallenge(
            targetName: nil, flags: flags, serverChallenge: 0, targetInfo: [], version: nil)
        #expect(challenge.isDomainMember == isMember)
    }

    @Test("is found in the NegTokenResp of SPNEGO")
    func insideSPNEGO() throws {
        // RFC 4178, 4.2.2: negState accept-incomplete, supportedMech NTLM, responseToken; then a mechListMIC.
        let wrapped =
            hex("a1 81 f7 30 81 f4 a0 03 0a 01 01 a1 0c 06 0a 2b 06 01 04 01 82 37 02 02 0a a2 81 df 04 81 dc")
            + hex(ntlmChallenge) + hex("a3 04 04 02 aa bb")
        let found = try #require(NTLMMessage.find(in: wrapped[...]))
        #expect(try NTLMChallenge(decoding: found) == challengeSamples[0].value)
    }

    @Test("keeps what it does not know, and shows halves of characters as unknown")
    func unknown() throws {
        let challenge = NTLMChallenge(
            targetName: "\u{FFFD}é", flags: [], serverChallenge: 0,
            targetInfo: [.other(identifier: 0xFFFF, value: [1, 2, 3]), .other(identifier: 10, value: [])], version: nil)
        var bytes = try challenge.encoded()
        #expect(bytes[48..<50] == [0xFD, 0xFF])
        bytes[49] = 0xD8
        #expect(try NTLMChallenge(decoding: bytes[...]) == challenge)
    }

    @Test("has no target name in a code page that nobody tells, and no attributes that its flags deny")
    func flagsDecide() throws {
        var bytes = hex(ntlmChallenge)
        bytes[20] = 0x34
        bytes[22] = 0x09
        let challenge = try NTLMChallenge(decoding: bytes[...])
        #expect(challenge.targetName == nil)
        #expect(challenge.targetInfo.isEmpty)
        #expect(challenge.version == NTLMVersion(major: 10, minor: 0, build: 20_348))
    }

    /// The sample, with the bytes from `offset` on replaced.
    private func challenge(_ offset: Int, _ literal: String) -> [UInt8] {
        var bytes = hex(ntlmChallenge)
        let replacement = hex(literal)
        bytes.replaceSubrange(offset..<offset + replacement.count, with: replacement)
        return bytes
    }

    @Test("is refused when a field points outside it, or is as long as the field can say")
    func outside() {
        let cases: [(Int, String, WireError)] = [
            (12, "ff ff ff ff 38 00 00 00", .truncated(needed: 65_591, have: 220)),
            (12, "0e 00 0e 00 ff ff ff ff", .truncated(needed: 4_294_967_295, have: 220)),
            (40, "ff ff ff ff 00 00 00 00", .truncated(needed: 65_535, have: 220)),
            (40, "96 00 96 00 47 00 00 00", .truncated(needed: 221, have: 220)),
            // The list itself: an odd name, one longer than what is left, a timestamp of four bytes.
            (72, "0d 00", .inconsistentLength(field: "MsvAvNbDomainName", stated: 13, actual: 12)),
            (72, "ff ff", .truncated(needed: 65_539, have: 150)),
            (206, "04 00", .truncated(needed: 8, have: 4)),
        ]
        for (offset, literal, error) in cases {
            #expect(throws: error, "\(literal) at \(offset)") {
                try NTLMChallenge(decoding: challenge(offset, literal)[...])
            }
        }
    }

    @Test("is refused with a list that has no end, or too many attributes, or too long a name")
    func unbounded() throws {
        #expect(throws: WireError.truncated(needed: 148, have: 146)) {
            try NTLMChallenge(decoding: challenge(40, "92 00 92 00")[...])
        }
        let limit = AVPair.countLimit
        let most = Array(repeating: AVPair.other(identifier: 6, value: []), count: limit)
        let list = try AVPair.encodeList(most)
        #expect(try AVPair.decodeList(list[...]) == most)
        let tooMany = WireError.tooLong(field: "list of AV_PAIR", length: limit + 1, limit: limit)
        #expect(throws: tooMany) { try AVPair.decodeList(([6, 0, 0, 0] + list)[...]) }
        #expect(throws: tooMany) { try AVPair.encodeList(most + most.prefix(1)) }

        let longest = AVPair.computerName(String(repeating: "a", count: 512))
        #expect(try AVPair.decodeList(try AVPair.encodeList([longest])[...]) == [longest])
        let tooLong = WireError.tooLong(field: "MsvAvNbComputerName", length: 1_026, limit: 1_024)
        #expect(throws: tooLong) { try AVPair.encodeList([.computerName(String(repeating: "a", count: 513))]) }
        let bytes = [1, 0, 2, 4] + [UInt8](repeating: 0x61, count: 1_026)
        #expect(throws: tooLong) { try AVPair.decodeList(bytes[...]) }
    }

    @Test("has no wire form with attributes longer than a list can be")
    func hugeAttributes() {
        let half = AVPair.other(identifier: 99, value: Array(repeating: 0, count: 40_000))
        #expect(throws: WireError.tooLong(field: "list of AV_PAIR", length: 80_012, limit: 65_535)) {
            try AVPair.encodeList([half, half])
        }
        #expect(throws: WireError.tooLong(field: "AV_PAIR", length: 65_536, limit: 65_535)) {
            try AVPair.encodeList([.other(identifier: 99, value: Array(repeating: 0, count: 65_536))])
        }
    }
}
