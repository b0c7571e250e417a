import FleetModel
import NIOCore
import RDPWire

/// TLS: a handshake with the server's best offer, at least TLS 1.0, with any certificate.
///
/// Whether the certificate is any good is another layer's question; a server with a bad one shall still be seen.
struct TLSLayer: ConnectionLayer {
    let layer = Layer.tls
    var place: WritableKeyPath<ServerSnapshot, Observation<TLSFacts>?> { \.tls }

    private let context: TLSContext

    /// Sets the library up.
    ///
    /// - Parameters:
    ///   - applicationProtocols: What is offered by ALPN; nothing by default, as RDP clients do.
    ///   - keyLog: Gets the secrets of all sessions; nil to keep none.
    /// - Throws: What the TLS library says when it cannot be set up.
    init(applicationProtocols: [String] = [], keyLog: KeyLog? = nil) throws {
        context = try TLSContext(applicationProtocols: applicationProtocols, keyLog: keyLog)
    }

    func isReachable(over connection: Connection, after snapshot: ServerSnapshot) -> Bool {
        snapshot.hasPassed(.x224) && !snapshot.usesStandardSecurity
    }

    func probe(_ connection: Connection, of server: Server) async -> Sighting<TLSFacts> {
        // Nothing may follow the confirm in the clear before the ClientHello is answered.
        let plaintext = connection.unread
        guard plaintext.isEmpty else {
            return TLSFacts.read(plaintext: plaintext, ending: connection.ending, closer: connection.closer)
        }
        let serverName = Self.serverName(of: server)
        connection.trace.tell(.began(serverName.map { "handshake, SNI \($0)" } ?? "handshake without SNI"))
        do {
            return TLSFacts.read(try await connection.startTLS(context, serverName: serverName))
        } catch {
            // The library could not make a handler, or the channel is gone.
            return Sighting(facts: nil, failure: connection.ending ?? .handshakeFailed)
        }
    }

    /// The name to send as SNI: a DNS name without its final dot (RFC 6066, 3); nil for an address or another text.
    static func serverName(of server: Server) -> String? { serverName(server.name) }

    /// The same for a name by itself.
    static func serverName(_ name: String) -> String? {
        let name = name.hasSuffix(".") ? String(name.dropLast()) : name
        guard IPAddress(name) == nil, (1...253).contains(name.utf8.count), name.utf8.allSatisfy(isHostNameByte),
            name.utf8.contains(where: { !isDigitOrDot($0) })
        else { return nil }
        return name
    }
}

/// Letters, digits, hyphen and dot; and the underscore, which Windows allows in names.
private func isHostNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
    default: isDigitOrDot(byte)
    }
}

private func isDigitOrDot(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
