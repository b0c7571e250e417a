import Testing

@testable import RDPWire

@Suite("The RDP-UDP SYN+ACK")
struct SynAckDatagramTests {
    @Test("is the same value and the same 1232 bytes, both ways", arguments: synAckSamples)
    func roundTrip(sample: Sample<SynAckDatagram>) throws {
        #expect(try SynAckDatagram(decoding: sample.bytes[...]) == sample.value)
        #expect(sample.value.encoded == sample.bytes)
        #expect(sample.bytes.count == 1232)
    }

    @Test("needs 16 bytes; a version that is cut short is none", arguments: synAckSamples)
    func truncations(sample: Sample<SynAckDatagram>) throws {
        for count in 0..<16 {
            let needed = [4, 6, 8, 12, 14, 16].first { $0 > count } ?? 0
            #expect(throws: WireError.truncated(needed: needed, have: count)) {
                try SynAckDatagram(decoding: sample.bytes.prefix(count))
            }
        }
        for count in 16..<sample.bytes.count {
            let answer = try SynAckDatagram(decoding: sample.bytes.prefix(count))
            #expect(answer.acknowledged == sample.value.acknowledged)
            #expect(answer.synData == sample.value.synData)
            #expect(answer.version == (count < 20 ? nil : sample.value.version), "\(count) bytes")
        }
    }

    @Test("with one changed byte is another answer or none", arguments: synAckSamples)
    func singleByteChanges(sample: Sample<SynAckDatagram>) {
        forEachSingleByteChange(of: Array(sample.bytes.prefix(60))) { changed, index in
            let answer = try? SynAckDatagram(decoding: changed[...])
            guard (answer != nil) == (changed[7] & 0x05 == 0x05) else {
                Issue.record("byte \(index) is \(changed[index])")
                return
            }
            if let answer, (try? SynAckDatagram(decoding: answer.encoded[...])) != answer {
                Issue.record("byte \(index) is \(changed[index]): not the same again")
            }
        }
    }

    @Test("finds the version behind a correlation identifier")
    func correlation() throws {
        let identifier = String(repeating: "aa", count: 16) + String(repeating: "00", count: 16)
        let answer = try SynAckDatagram(
            decoding: hex("11 22 33 44 00 40 18 05 00 00 00 01 04 d0 04 d0 \(identifier) 00 01 01 01")[...])
        #expect(answer.version == 0x0101)
    }

    @Test("keeps a version that nobody has documented")
    func unknownVersion() throws {
        let answer = try SynAckDatagram(
            decoding: hex("11 22 33 44 00 40 10 05 00 00 00 01 04 d0 04 d0 00 01 ab cd")[...])
        #expect(answer.version == 0xABCD)
    }

    @Test("is refused without both flags")
    func flags() {
        #expect(throws: WireError.unexpected(field: "uFlags", value: 0x1004)) {
            try SynAckDatagram(decoding: hex("11 22 33 44 00 40 10 04 00 00 00 01 04 d0 04 d0 00 01 00 02")[...])
        }
    }

    @Test("random bytes are decoded or refused, as SYN and as answer")
    func randomBytes() {
        for seed in UInt64(1)...3_000 {
            var random = SplitMix64(seed: seed)
            let bytes = random.bytes(upTo: 80)
            if let syn = try? SynDatagram(decoding: bytes[...]) {
                #expect((try? SynDatagram(decoding: syn.encoded[...])) == syn, "seed \(seed)")
            }
            if let answer = try? SynAckDatagram(decoding: bytes[...]) {
                #expect((try? SynAckDatagram(decoding: answer.encoded[...])) == answer, "seed \(seed)")
            }
        }
    }
}
