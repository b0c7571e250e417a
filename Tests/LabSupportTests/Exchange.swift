import LabSupport

/// An X.224 Connection Request and the Connection Confirm that a server gave to it.
struct Exchange: Sendable, CustomStringConvertible {
    /// requestedProtocols of RDP_NEG_REQ, or `nil` for a request without RDP_NEG_REQ (MS-RDPBCGR 2.2.1.1).
    let mask: UInt8?
    let confirm: String

    init(_ mask: UInt8?, _ confirm: String) {
        self.mask = mask
        self.confirm = confirm
    }

    var description: String { "mask \(mask.map(String.init) ?? "absent")" }

    /// Sends the request on a connection of its own and receives the answer.
    func answer(of endpoint: LoopbackEndpoint) async throws -> String {
        hex(try await LiteralNegotiation.perform(mask: mask, with: endpoint).bytes)
    }
}

/// Two digits a byte, a space between bytes.
func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
    .joined(separator: " ")
}

/// A TLS 1.2 ClientHello (RFC 5246, 7.4.1.2): ECDHE with AES-128-GCM on P-256, little else.
let clientHello: [UInt8] =
    // Record: handshake, version 3.1, 71 bytes. Message: client_hello, 67 bytes, version 3.3.
    [0x16, 3, 1, 0, 71, 1, 0, 0, 67, 3, 3]
    + [UInt8](repeating: 0x5A, count: 32)
    // No session id; two suites: ECDHE_ECDSA and ECDHE_RSA with AES_128_GCM_SHA256; no compression; 22 bytes more.
    + [0, 0, 4, 0xC0, 0x2B, 0xC0, 0x2F, 1, 0, 0, 22]
    // supported_groups: secp256r1. signature_algorithms: ECDSA, PKCS #1 and PSS with SHA-256,
    // PKCS #1 with SHA-1.
    + [0, 10, 0, 4, 0, 2, 0, 23, 0, 13, 0, 10, 0, 8, 4, 3, 4, 1, 8, 4, 2, 1]
