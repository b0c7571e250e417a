import Testing

@testable import RDPWire

@Suite("The TSRequest of CredSSP")
struct TSRequestTests {
    @Test("is the same value and the same bytes, both ways", arguments: tsRequestSamples)
    func roundTrip(sample: Sample<TSRequest>) throws {
        #expect(try TSRequest(decoding: sample.bytes[...]) == sample.value)
        #expect(sample.value.encoded == sample.bytes)
    }

    @Test("is read as others write it", arguments: foreignTSRequestSamples)
    func foreign(sample: Sample<TSRequest>) throws {
        let request = try TSRequest(decoding: sample.bytes[...])
        #expect(request == sample.value)
        #expect(try TSRequest(decoding: request.encoded[...]) == request)
    }

    @Test(
        "has a version of as few bytes as it needs",
        arguments: [
            (0, "30 05 a0 03 02 01 00"), (0x60, "30 05 a0 03 02 01 60"), (0x80, "30 06 a0 04 02 02 00 80"),
            (0x1234, "30 06 a0 04 02 02 12 34"), (.max, "30 09 a0 07 02 05 00 ff ff ff ff"),
        ] as [(UInt32, String)])
    func versions(version: UInt32, literal: String) throws {
        #expect(TSRequest(version: version).encoded == hex(literal))
        #expect(try TSRequest(decoding: hex(literal)[...]).version == version)
    }

    @Test(
        "is refused when it breaks the rules",
        arguments: [
            ("31 05 a0 03 02 01 06", WireError.unexpected(field: "TSRequest", value: 0x31)),
            ("30 05 a1 03 02 01 06", .unexpected(field: "TSRequest version", value: 0xA1)),
            ("30 05 a0 03 04 01 06", .unexpected(field: "TSRequest version", value: 0x04)),
            ("30 04 a0 02 02 00", .truncated(needed: 1, have: 0)),
            (
                "30 09 a0 07 02 05 01 00 00 00 00",
                .tooLong(field: "TSRequest version", length: 5, limit: 4)
            ),
            ("30 80 a0 03 02 01 06 00 00", .unexpected(field: "DER length", value: 0x80)),
            ("30 85 00 00 00 00 05", .tooLong(field: "DER length", length: 5, limit: 4)),
            ("30 84 ff ff ff ff", .truncated(needed: 4_294_967_301, have: 6)),
            ("30 05 a0 03 02 01 06 00", .inconsistentLength(field: "TSRequest length", stated: 7, actual: 8)),
            ("30 07 a0 03 02 01 06 bf 81", .unexpected(field: "DER tag", value: 0xBF)),
            ("30 09 a0 03 02 01 06 a1 02 04 00", .unexpected(field: "NegoData", value: 0x04)),
            ("30 0d a0 03 02 01 06 a1 06 30 04 30 02 05 00", .unexpected(field: "negoToken", value: 0x05)),
            ("", .truncated(needed: 1, have: 0)),
        ])
    func broken(literal: String, error: WireError) {
        #expect(throws: error) { try TSRequest(decoding: hex(literal)[...]) }
    }

    @Test("is refused beyond 16 KiB, and read up to there")
    func size() throws {
        let longest = TSRequest(negoTokens: [Array(repeating: 0x4E, count: 16_355)])
        #expect(longest.encoded.count == TSRequest.sizeLimit)
        #expect(try TSRequest(decoding: longest.encoded[...]) == longest)
        let longer = TSRequest(negoTokens: [Array(repeating: 0x4E, count: 16_356)])
        #expect(throws: WireError.tooLong(field: "TSRequest", length: 16_385, limit: 16_384)) {
            try TSRequest(decoding: longer.encoded[...])
        }
    }
}

@Suite("The frame of a TSRequest")
struct TSRequestFrameTests {
    @Test("is incomplete with every byte that lacks, and then as long as the message", arguments: tsRequestSamples)
    func frames(sample: Sample<TSRequest>) {
        for count in sample.bytes.indices {
            #expect(TSRequestFrame(startOf: sample.bytes.prefix(count)) == .incomplete, "\(count) bytes")
        }
        let length = sample.bytes.count
        #expect(TSRequestFrame(startOf: sample.bytes[...]) == .complete(length: length))
        #expect(TSRequestFrame(startOf: (sample.bytes + [0x30, 0xFF])[...]) == .complete(length: length))
    }

    @Test(
        "is malformed as soon as that is sure",
        arguments: [
            ("48", WireError.unexpected(field: "TSRequest", value: 0x48)),
            ("30 80", .unexpected(field: "DER length", value: 0x80)),
            ("30 82 40 00", .tooLong(field: "TSRequest", length: 16_388, limit: 16_384)),
            ("30 83 01 00 00", .tooLong(field: "TSRequest", length: 65_541, limit: 16_384)),
            ("30 84 ff ff ff ff", .tooLong(field: "TSRequest", length: 4_294_967_301, limit: 16_384)),
        ])
    func malformed(literal: String, error: WireError) {
        #expect(TSRequestFrame(startOf: hex(literal)[...]) == .malformed(error))
    }

    @Test("is found in the middle of a buffer too")
    func slices() {
        let buffer = [0xFF] + tsRequestSamples[3].bytes
        #expect(TSRequestFrame(startOf: buffer.dropFirst()) == .complete(length: 7))
    }
}
