/// How a DTLS server answers a ClientHello, without remembering anything (RFC 6347, 4.2).
enum DTLSServerFlight {
    /// The datagrams: a request for the cookie first, then ServerHello and Certificate, after which nothing comes.
    ///
    /// - Parameters:
    ///   - hello: What the client has said.
    ///   - chain: Certificates in DER, the server's own first.
    static func answers(to hello: DTLSClientHello, chain: [[UInt8]]) -> [[UInt8]] {
        guard hello.cookie == cookie else { return [helloVerifyRequest] }
        guard let suite = suites.first(where: hello.suites.contains) else {
            // Fatal alert 40, handshake_failure.
            return [record(type: 21, number: 1, [2, 40])]
        }
        let version = max(hello.version, newestVersion)
        let number = hello.messageNumber
        let serverHello = fragments(type: 2, number: number, serverHello(version, suite))
        let certificate = fragments(type: 11, number: number &+ 1, certificateMessage(chain))
        return (serverHello + certificate).enumerated().map { index, fragment in
            record(type: 22, number: UInt8(truncatingIfNeeded: 1 + index), version: version, fragment)
        }
    }

    /// DTLS 1.2; a greater number is an older version.
    private static let newestVersion: UInt16 = 0xFEFD
    private static let oldestVersion: UInt16 = 0xFEFF
    /// What the client must send back, so that nobody can be flooded in its name; in a simulation it may stay the same.
    private static let cookie = [UInt8](repeating: 0xC5, count: 20)
    /// What it accepts, the best first: ECDHE with ECDSA and RSA, then RSA alone.
    private static let suites: [UInt16] = [
        0xC02C, 0xC02B, 0xC030, 0xC02F, 0xC00A, 0xC009, 0xC014, 0xC013, 0x0035, 0x002F,
    ]
    /// The most bytes of a message in one datagram, so that no packet is longer than 1,280.
    private static let fragmentSize = 1_200

    /// In DTLS 1.0 whatever the client speaks (RFC 6347, 4.2.1).
    private static var helloVerifyRequest: [UInt8] {
        let body = bytes(of: oldestVersion) + [UInt8(cookie.count)] + cookie
        return record(type: 22, number: 0, fragments(type: 3, number: 0, body).flatMap { $0 })
    }

    private static func serverHello(_ version: UInt16, _ suite: UInt16) -> [UInt8] {
        // The random, no session, the suite, no compression.
        bytes(of: version) + [UInt8](repeating: 0x5A, count: 32) + [0] + bytes(of: suite) + [0]
    }

    /// RFC 5246, 7.4.2.
    private static func certificateMessage(_ chain: [[UInt8]]) -> [UInt8] {
        let list = chain.flatMap { length($0.count) + $0 }
        return length(list.count) + list
    }

    /// A message in pieces, each with the header of the whole (RFC 6347, 4.2.2).
    private static func fragments(type: UInt8, number: UInt8, _ body: [UInt8]) -> [[UInt8]] {
        stride(from: 0, to: max(1, body.count), by: fragmentSize).map { offset in
            let piece = body[offset..<min(body.count, offset + fragmentSize)]
            return [type] + length(body.count) + [0, number] + length(offset) + length(piece.count) + piece
        }
    }

    /// A record of epoch 0 (RFC 6347, 4.1).
    private static func record(
        type: UInt8, number: UInt8, version: UInt16 = oldestVersion, _ content: [UInt8]
    ) -> [UInt8] {
        [type] + bytes(of: version) + [0, 0, 0, 0, 0, 0, 0, number] + bytes(of: UInt16(content.count)) + content
    }

    private static func bytes(of number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }

    /// A length of three bytes.
    private static func length(_ count: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: count >> 16), UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)]
    }
}
