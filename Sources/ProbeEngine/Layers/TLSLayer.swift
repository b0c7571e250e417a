import FleetModel
import NIOCore
import NIOSSL
import RDPWire

/// TLS: a handshake with the server's best offer, at least TLS 1.0, with any certificate.
///
/// Whether the certificate is any good is another layer's question; a server with a bad one shall still be seen.
struct TLSLayer: ConnectionLayer {
    /// How long the server may take to answer our close_notify; many just drop the connection.
    static let shutdownLimit = TimeAmount.milliseconds(200)

    let layer = Layer.tls
    var place: WritableKeyPath<ServerSnapshot, Observation<TLSFacts>?> { \.tls }

    /// One for all probes: making one costs more than a hundred handshakes.
    private let context: NIOSSLContext

    init() throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv1
        // With full verification the library compares names even after the callback has accepted the certificate.
        configuration.certificateVerification = .noHostnameVerification
        // The callback decides; loading the system's roots here would be for nothing.
        configuration.trustRoots = .certificates([])
        // What Windows offers. The library's own list begins with a post-quantum key share of 1,184 bytes, which makes a
        // ClientHello that some middle boxes drop although every RDP client gets through.
        configuration.curves = [.x25519, .secp256r1, .secp384r1, .secp521r1]
        configuration.shutdownTimeout = Self.shutdownLimit
        context = try NIOSSLContext(configuration: configuration)
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
    static func serverName(of server: Server) -> String? {
        let name = server.name.hasSuffix(".") ? String(server.name.dropLast()) : server.name
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
