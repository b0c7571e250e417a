import Testing

@testable import RDPWire

@Suite("The RDP-UDP SYN")
struct SynDatagramTests {
    @Test("is the same value and the same 1232 bytes, both ways", arguments: synSamples)
    func roundTrip(sample: Sample<SynDatagram>) throws {
        #expect(try SynDatagram(decoding: sample.bytes[...]) == sample.value)
        #expect(sample.value.encoded == sample.bytes)
        #expect(sample.bytes.count == 1232)
    }

    @Test("needs all that its flags announce, and no padding", arguments: zip(synSamples, [16, 20, 52, 52, 52]))
    func truncations(sample: Sample<SynDatagram>, size: Int) throws {
        for count in 0..<size {
            let error = #expect(throws: WireError.self) { try SynDatagram(decoding: sample.bytes.prefix(count)) }
            guard case .truncated(let needed, count)? = error else {
                Issue.record("\(count) bytes: \(String(describing: error))")
                continue
            }
            #expect(needed > count && needed <= size, "\(count) bytes")
        }
        for count in size..<sample.bytes.count {
            #expect(try SynDatagram(decoding: sample.bytes.prefix(count)) == sample.value, "\(count) bytes")
        }
    }

    @Test("with one changed byte is another SYN or none", arguments: synSamples)
    func singleByteChanges(sample: Sample<SynDatagram>) {
        forEachSingleByteChange(of: Array(sample.bytes.prefix(60))) { changed, index in
            if let syn = try? SynDatagram(decoding: changed[...]) {
                guard (try? SynDatagram(decoding: syn.encoded[...])) == syn else {
                    Issue.record("byte \(index) is \(changed[index])")
                    return
                }
            }
        }
    }

    @Test(
        "is refused when it is something else",
        arguments: [
            (
                "00 00 00 00 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 00 02",
                WireError.unexpected(field: "snSourceAck", value: 0)
            ),
            (
                "ff ff ff ff 00 40 10 05 11 22 33 44 04 d0 04 d0 00 01 00 02",
                .unexpected(field: "uFlags", value: 0x1005)
            ),
            (
                "ff ff ff ff 00 40 10 00 11 22 33 44 04 d0 04 d0 00 01 00 02",
                .unexpected(field: "uFlags", value: 0x1000)
            ),
            (
                "ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 00 03",
                .unexpected(field: "uUdpVer", value: 3)
            ),
        ])
    func otherDatagrams(literal: String, error: WireError) {
        #expect(throws: error) { try SynDatagram(decoding: hex(literal)[...]) }
    }

    @Test("says version 1 also with a version that it calls invalid")
    func invalidVersion() throws {
        let syn = try SynDatagram(decoding: hex("ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 00 00 02")[...])
        #expect(syn.version == .one)
    }

    @Test("has a hash of 32 and an identifier of 16 bytes")
    func sizes() {
        #expect(throws: WireError.inconsistentLength(field: "cookieHash", stated: 32, actual: 31)) {
            try CookieHash(bytes: Array(repeating: 1, count: 31))
        }
        #expect(throws: WireError.inconsistentLength(field: "uCorrelationId", stated: 16, actual: 17)) {
            try DatagramCorrelation(identifier: Array(repeating: 1, count: 17))
        }
    }
}
