/// The number of a handshake message (RFC 6347, 4.3.2), as far as a probe cares.
package struct DTLSHandshakeType: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    package let rawValue: UInt8

    /// Creates a type from its number.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The client's offer.
    package static let clientHello = DTLSHandshakeType(rawValue: 1)
    /// The server's choice.
    package static let serverHello = DTLSHandshakeType(rawValue: 2)
    /// The server's demand to have its cookie back; only DTLS has it.
    package static let helloVerifyRequest = DTLSHandshakeType(rawValue: 3)
    /// The server's certificates.
    package static let certificate = DTLSHandshakeType(rawValue: 11)
}

/// The body of a handshake message, without the twelve bytes before it.
package protocol DTLSHandshakeMessage: Equatable, Sendable {
    /// The number of the message.
    static var handshakeType: DTLSHandshakeType { get }

    /// Decodes exactly one body.
    init(decoding body: ArraySlice<UInt8>) throws(WireError)

    /// The wire form of the body.
    ///
    /// - Throws: ``WireError/tooLong(field:length:limit:)`` for what no length field can say.
    func encoded() throws(WireError) -> [UInt8]
}
