@testable import RDPWire

/// A datagram of 1232 bytes: the literal, and zeros behind it.
private func padded<Value>(_ name: String, _ literal: String, _ value: Value) -> Sample<Value> {
    Sample(name, literal + String(repeating: " 00", count: 1232 - hex(literal).count), value)
}

private let ours = SynData(initialSequenceNumber: 0x1122_3344)

/// SHA-256 of 16 zero bytes.
let hashOfZeroCookie = hex("374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb")

/// SYNs of all versions.
let synSamples: [Sample<SynDatagram>] = [
    padded("version 1", "ff ff ff ff 00 40 00 01 11 22 33 44 04 d0 04 d0", SynDatagram(synData: ours, version: .one)),
    padded("version 2", "ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 00 02", SynDatagram(synData: ours)),
    padded(
        "version 3 with the hash of a cookie of zeros",
        """
        ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 01 01
        37 47 08 ff f7 71 9d d5 97 9e c8 75 d5 6c d2 28 6f 6d 3c f7 ec 31 7a 3b 25 63 2a ab 28 ec 37 bb
        """,
        SynDatagram(synData: ours, version: (try? CookieHash(bytes: hashOfZeroCookie)).map { .three($0) } ?? .one)),
    padded(
        "version 3 without a cookie", "ff ff ff ff 00 40 10 01 11 22 33 44 04 d0 04 d0 00 01 01 01",
        SynDatagram(synData: ours, version: .three(.none))),
    padded(
        "lossy, with a correlation identifier",
        """
        ff ff ff ff 00 40 1a 01 11 22 33 44 04 d0 04 d0
        01 02 03 04 05 06 07 08 09 0a 0b 0c 0e 0f 10 11 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
        00 01 00 02
        """,
        SynDatagram(
            synData: ours, isLossy: true,
            correlation: try? DatagramCorrelation(identifier: hex("0102030405060708090a0b0c0e0f1011")))),
]

/// SYN+ACKs; the first two were captured.
let synAckSamples: [Sample<SynAckDatagram>] = [
    padded(
        "version 2", "0b 12 7f 15 00 40 10 05 0f 94 ea 0b 04 d0 04 d0 00 01 00 02",
        SynAckDatagram(
            acknowledged: 0x0B12_7F15, synData: SynData(initialSequenceNumber: 0x0F94_EA0B), version: 0x0002)),
    padded(
        "version 3", "a7 eb 5d a4 00 40 10 05 05 47 d7 2b 04 d0 04 d0 00 01 01 01",
        SynAckDatagram(
            acknowledged: 0xA7EB_5DA4, synData: SynData(initialSequenceNumber: 0x0547_D72B), version: 0x0101)),
    padded(
        "version 1, shorter datagrams", "00 00 00 00 00 40 00 05 98 ae ca 6a 04 6c 04 6c",
        SynAckDatagram(
            acknowledged: 0,
            synData: SynData(initialSequenceNumber: 0x98AE_CA6A, upstreamMTU: 1132, downstreamMTU: 1132))),
]
