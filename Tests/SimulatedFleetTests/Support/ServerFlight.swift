import FleetModel

@testable import SimulatedFleet

/// The clear-text messages of a TLS handshake up to 1.2, as a server sends them before the client's key exchange.
struct ServerFlight {
    /// The version that the ServerHello chose.
    let version: UInt16
    /// The certificates in DER, the server's own first.
    let certificates: [[UInt8]]

    /// Collects handshake records until ServerHelloDone (RFC 5246, 7.4); nil when something else comes.
    init?(from client: LoopbackClient) {
        var messages: [UInt8] = []
        var found: [UInt8: [UInt8]] = [:]
        while found[14] == nil {
            let header = client.read(5).bytes
            guard header.count == 5, header[0] == 22 else { return nil }
            messages += client.read(Int(header[3]) << 8 | Int(header[4])).bytes
            while messages.count >= 4 {
                let length = ServerFlight.length(messages[1..<4])
                guard messages.count >= 4 + length else { break }
                found[messages[0]] = Array(messages[4..<4 + length])
                messages.removeFirst(4 + length)
            }
        }
        guard let hello = found[2], hello.count > 2, let list = found[11], list.count > 3 else { return nil }
        version = UInt16(hello[0]) << 8 | UInt16(hello[1])
        var certificates: [[UInt8]] = []
        var rest = list[3...]
        while rest.count > 3 {
            let length = ServerFlight.length(rest.prefix(3))
            certificates.append(Array(rest.dropFirst(3).prefix(length)))
            rest = rest.dropFirst(3 + length)
        }
        self.certificates = certificates
    }

    private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
