/// Reads a server's answers to a ClientHello as the datagrams come, up to its certificates, which are in the clear.
///
/// A value fed with datagrams; it neither decrypts nor verifies. What does not parse is dropped, as the protocol wants
/// it (RFC 6347, 4.1.2.7), and remembered in ``error``. It holds at most three messages of 64 KiB.
package struct DTLSServerFlight: Sendable {
    /// The most bytes looked at, in bytes; more is no handshake.
    package static let byteLimit = 131_072

    /// The demand to have a cookie back; nil when none came.
    package private(set) var helloVerifyRequest: DTLSHelloVerifyRequest?
    /// The server's choice; nil when none came.
    package private(set) var serverHello: DTLSServerHello?
    /// The server's certificates in DER, its own first, once the message is whole.
    package private(set) var certificates: [[UInt8]]?
    /// The alert that ended the handshake, else the last warning.
    package private(set) var alert: TLSAlert?
    /// Whether a record of DTLS came, whatever was in it.
    package private(set) var hasDTLSRecord = false
    /// Why the last datagram that did not parse did not.
    package private(set) var error: WireError?
    /// All bytes received.
    package private(set) var byteCount = 0

    private var assemblies: [DTLSHandshakeType: DTLSMessageAssembly] = [:]
    private static let types: Set<DTLSHandshakeType> = [.helloVerifyRequest, .serverHello, .certificate]

    /// Creates a reader that has received nothing.
    package init() {}

    /// Whether everything is known that the server says in the clear: its certificates came, or it refused.
    package var isOver: Bool { certificates != nil || alert?.endsHandshake ?? false }

    /// Takes in a datagram.
    package mutating func receive(_ datagram: ArraySlice<UInt8>) {
        byteCount += datagram.count
        guard !isOver, byteCount <= Self.byteLimit else { return }
        do {
            try read(datagram)
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ datagram: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(datagram)
        repeat {
            let header = try DTLSRecordHeader(from: &reader)
            let content = try reader.readBytes(Int(header.length))
            hasDTLSRecord = true
            // From the first change of keys on nothing can be read.
            guard header.epoch == 0 else { continue }
            switch header.contentType {
            case .handshake: try readFragments(content)
            case .alert: try readAlert(content)
            case .changeCipherSpec, .applicationData, .heartbeat: continue
            }
        } while reader.remaining > 0
    }

    private mutating func readAlert(_ content: ArraySlice<UInt8>) throws(WireError) {
        let alert = try TLSAlert(decoding: content)
        if !(self.alert?.endsHandshake ?? false) { self.alert = alert }
    }

    private mutating func readFragments(_ content: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(content)
        repeat {
            let fragment = try DTLSHandshakeFragment(from: &reader)
            guard Self.types.contains(fragment.type), !isKnown(fragment.type) else { continue }
            assemblies[fragment.type, default: DTLSMessageAssembly(fragment)].take(fragment)
            guard let body = assemblies[fragment.type]?.whole else { continue }
            // One that does not parse may come again in order.
            assemblies[fragment.type] = nil
            try read(body, of: fragment.type)
        } while reader.remaining > 0
    }

    private func isKnown(_ type: DTLSHandshakeType) -> Bool {
        switch type {
        case .helloVerifyRequest: helloVerifyRequest != nil
        case .serverHello: serverHello != nil
        default: certificates != nil
        }
    }

    private mutating func read(_ body: ArraySlice<UInt8>, of type: DTLSHandshakeType) throws(WireError) {
        switch type {
        case .helloVerifyRequest: helloVerifyRequest = try DTLSHelloVerifyRequest(decoding: body)
        case .serverHello: serverHello = try DTLSServerHello(decoding: body)
        default: certificates = try DTLSCertificateMessage(decoding: body).certificates
        }
    }
}
