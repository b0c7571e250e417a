import Testing

@testable import RDPWire

/// A decoder of one whole packet, by what it decodes; it says only whether and how it failed.
private struct PacketDecoder: Sendable {
    let name: String
    let samples: [[UInt8]]
    let decode: @Sendable (ArraySlice<UInt8>) throws(WireError) -> Void
}

private let packetDecoders = [
    PacketDecoder(name: "Connection Request", samples: connectionRequestSamples.map(\.bytes)) {
        (bytes) throws(WireError) in _ = try ConnectionRequest(decoding: bytes)
    },
    PacketDecoder(name: "Connection Confirm", samples: connectionConfirmSamples.map(\.bytes)) {
        (bytes) throws(WireError) in _ = try ConnectionConfirm(decoding: bytes)
    },
    PacketDecoder(name: "Disconnect Request", samples: [disconnectRequest]) {
        (bytes) throws(WireError) in _ = try DisconnectRequest(decoding: bytes)
    },
    PacketDecoder(name: "Error TPDU", samples: [tpduError]) {
        (bytes) throws(WireError) in _ = try TPDUError(decoding: bytes)
    },
    PacketDecoder(name: "Disconnect Provider Ultimatum", samples: [xrdpUltimatum]) {
        (bytes) throws(WireError) in _ = try DisconnectProviderUltimatum(decoding: bytes)
    },
]

@Suite("Hostile bytes")
struct HostileBytesTests {
    private func failure(of decoder: PacketDecoder, on bytes: ArraySlice<UInt8>) -> WireError? {
        do {
            try decoder.decode(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("a packet cut anywhere is truncated, and says what it needs")
    func truncations() {
        for decoder in packetDecoders {
            for sample in decoder.samples {
                for count in 0..<sample.count {
                    let error = failure(of: decoder, on: sample.prefix(count))
                    // Reading one field after the other until the header tells the whole length.
                    let needed = count < 2 ? count + 1 : count < 4 ? 4 : sample.count
                    #expect(
                        error == .truncated(needed: needed, have: count),
                        "\(decoder.name), \(count) of \(sample.count) bytes")
                }
            }
        }
    }

    @Test("a packet with one changed byte decodes or throws, and is truncated only if its length grew")
    func singleByteChanges() {
        for decoder in packetDecoders {
            for sample in decoder.samples {
                forEachSingleByteChange(of: sample) { changed, index in
                    guard case .truncated(let needed, let have)? = failure(of: decoder, on: changed[...]) else {
                        return
                    }
                    #expect(
                        index == 2 || index == 3 && needed > have,
                        "\(decoder.name): byte \(index) is \(changed[index])")
                }
            }
        }
    }

    @Test("a flight with one changed byte has an answer, for one changed bit the same byte by byte")
    func changedFlights() {
        for (name, bytes, _) in ServerFlightTests.flights where bytes.count < 100 {
            forEachSingleByteChange(of: bytes) { changed, index in
                if (changed[index] ^ bytes[index]).nonzeroBitCount == 1 {
                    expectSameAnswer(changed, "\(name): byte \(index) is \(changed[index])")
                } else if answer(to: changed) == nil {
                    Issue.record("\(name): no answer when byte \(index) is \(changed[index])")
                }
            }
        }
    }

    @Test("random bytes are decoded or refused, and never read beyond their end")
    func randomPackets() {
        for seed in UInt64(1)...3_000 {
            var random = SplitMix64(seed: seed)
            let body = random.bytes(upTo: 80)
            // Half of them framed, or hardly any would get past the first byte.
            let bytes = seed.isMultiple(of: 2) ? body : TPKTHeader(length: UInt16(body.count + 4)).encoded + body
            for decoder in packetDecoders {
                guard let error = failure(of: decoder, on: bytes[...]) else { continue }
                #expect(!error.description.isEmpty, "seed \(seed), \(decoder.name)")
            }
            if let request = try? ConnectionRequest(decoding: bytes[...]) {
                let again = try? ConnectionRequest(decoding: request.encoded()[...])
                #expect(again == request, "seed \(seed)")
            }
            if let confirm = try? ConnectionConfirm(decoding: bytes[...]) {
                #expect((try? ConnectionConfirm(decoding: confirm.encoded[...])) == confirm, "seed \(seed)")
            }
            #expect(bytes.isEmpty || ServerGreeting.classify(bytes[...], ended: true) != nil, "seed \(seed)")
        }
    }

    @Test("random flights are answered alike in one piece and byte by byte")
    func randomFlights() {
        for seed in UInt64(1)...1_000 {
            var random = SplitMix64(seed: seed)
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let content = random.bytes(upTo: 60)
                let type = TLSContentType.allCases.randomElement(using: &random) ?? .handshake
                bytes += TLSRecordHeader(contentType: type, version: .tls12, length: UInt16(content.count)).encoded
                bytes += content
            }
            expectSameAnswer(bytes, "seed \(seed)")
            expectSameAnswer(random.bytes(upTo: 300), "seed \(seed), not framed")
        }
    }

    private func answer(to bytes: [UInt8]) -> ServerFlight.Answer? {
        var flight = ServerFlight()
        flight.receive(bytes[...])
        return flight.end()
    }

    /// Records a difference only: an expectation each would take most of the time of a hundred thousand flights.
    private func expectSameAnswer(_ bytes: [UInt8], _ name: @autoclosure () -> String) {
        var atOnce = ServerFlight()
        atOnce.receive(bytes[...])
        var byteByByte = ServerFlight()
        for index in bytes.indices {
            byteByByte.receive(bytes[index...index])
        }
        let (early, late) = (atOnce.answer, byteByByte.answer)
        guard early == late, atOnce.end() == byteByByte.end() else {
            Issue.record("\(name()): \(String(describing: early)) at once, \(String(describing: late)) byte by byte")
            return
        }
    }
}
