import Testing

@testable import RDPWire

@Suite("X.224 refusals")
struct DisconnectTests {
    @Test("a Disconnect Request keeps reason and references")
    func disconnect() throws {
        let request = try DisconnectRequest(decoding: disconnectRequest[...])
        #expect(request == DisconnectRequest(sourceReference: 0x1234, reason: 130))
        #expect(try request.encoded() == disconnectRequest)
    }

    @Test("an Error TPDU keeps its cause and the refused bytes")
    func error() throws {
        let error = try TPDUError(decoding: tpduError[...])
        #expect(error == TPDUError(rejectCause: 2, variablePart: hex("c1 02 0e e0")))
        #expect(try error.encoded() == tpduError)
    }

    @Test("neither takes the other for its own, nor a fixed part cut short")
    func refusals() {
        #expect(throws: WireError.unexpected(field: "TPDU code", value: 0x70)) {
            try DisconnectRequest(decoding: tpduError[...])
        }
        #expect(throws: WireError.unexpected(field: "TPDU code", value: 0x80)) {
            try TPDUError(decoding: disconnectRequest[...])
        }
        #expect(throws: WireError.inconsistentLength(field: "length indicator", stated: 5, actual: 6)) {
            try DisconnectRequest(decoding: hex("03 00 00 0a 05 80 00 00 12 34")[...])
        }
    }

    @Test("neither has a wire form beyond one TPDU")
    func tooLong() {
        let filler = [UInt8](repeating: 0, count: 251)
        #expect(throws: WireError.self) { try DisconnectRequest(reason: 0, variablePart: filler).encoded() }
        #expect(throws: WireError.self) { try TPDUError(rejectCause: 0, variablePart: filler).encoded() }
    }
}
