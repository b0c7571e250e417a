import Testing

@testable import RDPWire

@Suite("The ServerHello")
struct ServerHelloTests {
    /// The body of the ServerHello at the front of a flight of one record.
    private func body(of flight: [UInt8]) throws -> ArraySlice<UInt8> {
        let header = try TLSRecordHeader(decoding: flight[...])
        return flight.dropFirst(TLSRecordHeader.size).prefix(Int(header.length)).dropFirst(4)
    }

    @Test("shows version and suite as real servers chose them", arguments: serverFlightSamples.dropLast())
    func choices(sample: Sample<ServerHello>) throws {
        #expect(try ServerHello(decoding: body(of: sample.bytes)) == sample.value)
    }

    @Test("cut anywhere is truncated, or an older one where the extensions would begin")
    func truncations() throws {
        for sample in serverFlightSamples {
            let whole = try body(of: sample.bytes)
            let extensionsBegin = 2 + 32 + 1 + Int(whole[whole.startIndex + 34]) + 2 + 1
            for count in 0..<whole.count where count != extensionsBegin {
                do {
                    _ = try ServerHello(decoding: whole.prefix(count))
                    Issue.record("\(sample.name): \(count) bytes decoded")
                } catch {
                    guard case .truncated(_, count) = error else {
                        Issue.record("\(sample.name), \(count) bytes: \(error)")
                        continue
                    }
                }
            }
            let old = try ServerHello(decoding: whole.prefix(extensionsBegin))
            #expect(old.version == old.legacyVersion)
        }
    }

    @Test("in the guise of a HelloRetryRequest is recognised")
    func helloRetryRequest() throws {
        let hello = try ServerHello(decoding: body(of: helloRetryRequestFlight))
        #expect(
            hello
                == ServerHello(
                    legacyVersion: .tls12, version: .tls13, cipherSuite: CipherSuite(rawValue: 0x1302),
                    isHelloRetryRequest: true))
    }

    @Test(
        "is refused when its parts do not fit",
        arguments: [
            ("0200", "", WireError.unexpected(field: "legacy_version", value: 0x0200)),
            ("0303", "21", .tooLong(field: "session_id", length: 33, limit: 32)),
            ("0303", "00 1302 00 0006 002b 0003 030400", .truncated(needed: 7, have: 6)),
            (
                "0303", "00 1302 00 0007 002b 0003 030400",
                .inconsistentLength(field: "supported_versions", stated: 2, actual: 3)
            ),
            (
                "0303", "00 1302 00 000c 002b 0002 0304 002b 0002 0303",
                .unexpected(field: "second extension", value: 43)
            ),
            ("0303", "00 1302 00 0000 00", .inconsistentLength(field: "ServerHello", stated: 40, actual: 41)),
        ])
    func refusals(version: String, rest: String, error: WireError) {
        let random = [UInt8](repeating: 0x5A, count: 32)
        #expect(throws: error) { try ServerHello(decoding: (hex(version) + random + hex(rest))[...]) }
    }
}
