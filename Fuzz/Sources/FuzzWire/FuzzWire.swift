import RDPWire

/// The entry point that libFuzzer calls with each input; a broken promise ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    decodedMessagesEncodeAlike(bytes[...])
    decodedChallengesEncodeAlike(bytes[...])
    greetingDoesNotDependOnTiming(bytes[...])
    flightDoesNotDependOnPieces(bytes[...])
    datagramsDecodeAlike(bytes[...])
    return 0
}

/// Whatever decodes has a wire form, and that decodes to the same value.
private func decodedMessagesEncodeAlike(_ bytes: ArraySlice<UInt8>) {
    if let request = try? ConnectionRequest(decoding: bytes) {
        precondition((try? ConnectionRequest(decoding: request.encoded()[...])) == request)
    }
    if let confirm = try? ConnectionConfirm(decoding: bytes) {
        precondition((try? ConnectionConfirm(decoding: confirm.encoded[...])) == confirm)
    }
    if let request = try? DisconnectRequest(decoding: bytes) {
        precondition((try? DisconnectRequest(decoding: request.encoded()[...])) == request)
    }
    if let error = try? TPDUError(decoding: bytes) {
        precondition((try? TPDUError(decoding: error.encoded()[...])) == error)
    }
    if let ultimatum = try? DisconnectProviderUltimatum(decoding: bytes) {
        precondition((try? DisconnectProviderUltimatum(decoding: ultimatum.encoded[...])) == ultimatum)
    }
    if let header = try? TLSRecordHeader(decoding: bytes) {
        precondition(header.encoded == Array(bytes.prefix(TLSRecordHeader.size)))
    }
    if let syn = try? SynDatagram(decoding: bytes) {
        precondition((try? SynDatagram(decoding: syn.encoded[...])) == syn)
    }
    if let answer = try? SynAckDatagram(decoding: bytes) {
        precondition((try? SynAckDatagram(decoding: answer.encoded[...])) == answer)
    }
    for family in EchoMessage.Family.allCases {
        if let echo = try? EchoMessage(decoding: bytes, family) {
            precondition((try? EchoMessage(decoding: echo.encoded(family)[...], family)) == echo)
        }
    }
    _ = try? EchoMessage.afterIPv4Header(bytes)
    _ = try? ServerHello(decoding: bytes)
    _ = try? TLSAlert(decoding: bytes)
}

/// So it is inside TLS: a TSRequest, the messages in its tokens, and those that stand alone.
private func decodedChallengesEncodeAlike(_ bytes: ArraySlice<UInt8>) {
    var tokens = [bytes]
    if let request = try? TSRequest(decoding: bytes) {
        precondition((try? TSRequest(decoding: request.encoded[...])) == request)
        precondition(TSRequestFrame(startOf: bytes) == .complete(length: bytes.count))
        tokens += request.negoTokens.map { $0[...] }
    }
    for message in tokens.compactMap(NTLMMessage.find) {
        if let challenge = try? NTLMChallenge(decoding: message) {
            precondition((try? NTLMChallenge(decoding: challenge.encoded()[...])) == challenge)
        }
        if let negotiate = try? NTLMNegotiate(decoding: message) {
            precondition((try? NTLMNegotiate(decoding: negotiate.encoded[...])) == negotiate)
        }
    }
}

/// A greeting once known is the same with every further byte, and known at the latest in the end.
private func greetingDoesNotDependOnTiming(_ bytes: ArraySlice<UInt8>) {
    precondition(bytes.isEmpty || ServerGreeting.classify(bytes, ended: true) != nil)
    let whole = ServerGreeting.classify(bytes)
    for count in 0..<min(bytes.count, 600) {
        guard let early = ServerGreeting.classify(bytes.prefix(count)) else { continue }
        precondition(early == whole)
        return
    }
}

/// A flight is answered alike in one piece and byte by byte.
private func flightDoesNotDependOnPieces(_ bytes: ArraySlice<UInt8>) {
    var atOnce = ServerFlight()
    atOnce.receive(bytes)
    var byteByByte = ServerFlight()
    for index in bytes.indices {
        byteByByte.receive(bytes[index...index])
    }
    precondition(atOnce.answer == byteByByte.answer)
    precondition(atOnce.warnings == byteByByte.warnings)
    let end = atOnce.end()
    precondition(end == byteByByte.end())
    precondition(bytes.isEmpty || end != nil)
}

/// DTLS of a gateway: what decodes encodes alike, and a flight keeps to what it knows when its datagrams come again.
private func datagramsDecodeAlike(_ bytes: ArraySlice<UInt8>) {
    if let header = try? DTLSRecordHeader(decoding: bytes) {
        precondition(header.encoded == Array(bytes.prefix(DTLSRecordHeader.size)))
    }
    for hello in [try? DTLSClientHello(datagram: bytes), try? DTLSClientHello(decoding: bytes)].compactMap(\.self) {
        precondition((try? DTLSClientHello(decoding: hello.encoded[...])) == hello)
    }
    if let hello = try? DTLSServerHello(decoding: bytes) {
        precondition((try? DTLSServerHello(decoding: hello.encoded[...])) == hello)
    }
    if let request = try? DTLSHelloVerifyRequest(decoding: bytes) {
        precondition((try? DTLSHelloVerifyRequest(decoding: request.encoded[...])) == request)
    }
    if let message = try? DTLSCertificateMessage(decoding: bytes) {
        precondition((try? DTLSCertificateMessage(decoding: message.encoded[...])) == message)
    }
    var flight = DTLSServerFlight()
    flight.receive(bytes)
    let (request, hello, certificates) = (flight.helloVerifyRequest, flight.serverHello, flight.certificates)
    flight.receive(bytes)
    precondition(request == nil || flight.helloVerifyRequest == request)
    precondition(hello == nil || flight.serverHello == hello)
    precondition(certificates == nil || flight.certificates == certificates)
}
