/// What a ClientHello of DTLS says, as far as the simulated gateway needs it (RFC 6347, 4.1, 4.2.2 and 4.2.1).
///
/// Only one that is whole in one datagram is read.
struct DTLSClientHello: Equatable, Sendable {
    /// 0xFEFF for DTLS 1.0, 0xFEFD for 1.2: they count down.
    let version: UInt16
    /// The number of the message in its handshake: 0, and 1 with the cookie.
    let messageNumber: UInt8
    let cookie: [UInt8]
    let suites: [UInt16]

    /// Reads a datagram; nil when it is none.
    init?(decoding datagram: [UInt8]) {
        // Record: type 22, version, epoch 0, sequence number, length. Message: type 1, length, number, fragment.
        guard datagram.count >= 25, datagram[0] == 22, datagram[1] == 0xFE, datagram[13] == 1 else { return nil }
        let length = Self.number(datagram[14...16])
        guard datagram.count >= 25 + length, Self.number(datagram[19...21]) == 0,
            Self.number(datagram[22...24]) == length
        else { return nil }
        let body = datagram[25..<25 + length]
        guard let head = Self.split(body, 34), let session = Self.block(head.rest, lengthOf: 1),
            let cookie = Self.block(session.rest, lengthOf: 1), let suites = Self.block(cookie.rest, lengthOf: 2)
        else { return nil }
        version = UInt16(Self.number(head.first.prefix(2)))
        messageNumber = datagram[18]
        self.cookie = Array(cookie.first)
        self.suites = stride(from: suites.first.startIndex, to: suites.first.endIndex - 1, by: 2).map {
            UInt16(Self.number(suites.first[$0...$0 + 1]))
        }
    }

    private typealias Parts = (first: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func split(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Parts? {
        guard bytes.count >= count else { return nil }
        return (bytes.prefix(count), bytes.dropFirst(count))
    }

    /// What follows its own length of so many bytes, and what comes after it.
    private static func block(_ bytes: ArraySlice<UInt8>, lengthOf size: Int) -> Parts? {
        guard let length = split(bytes, size) else { return nil }
        return split(length.rest, number(length.first))
    }
}
