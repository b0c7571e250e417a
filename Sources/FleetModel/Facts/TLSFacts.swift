/// What the TLS handshake showed.
package struct TLSFacts: Sendable, Hashable, Codable {
    /// Who ended the connection first.
    package enum Closer: String, Sendable, Hashable, Codable, CaseIterable {
        case server, us
    }

    /// The negotiated version as on the wire: 0x0301 TLS 1.0 to 0x0304 TLS 1.3; nil when no ServerHello came.
    package var version: UInt16?
    /// The cipher suite of the ServerHello.
    package var cipherSuite: UInt16?
    /// The suite's IANA name, or its number in hexadecimal.
    package var cipherSuiteName: String?
    /// The number of the alert the server sent; nil when it sent none.
    package var alert: UInt8?
    /// Who closed first, when the handshake did not end well; nil otherwise.
    package var closedFirst: Closer?
    /// Bytes received from the server after the X.224 confirm until the handshake ended.
    package var bytesReceived: Int

    /// Creates the facts of a handshake.
    package init(
        version: UInt16? = nil, cipherSuite: UInt16? = nil, cipherSuiteName: String? = nil, alert: UInt8? = nil,
        closedFirst: Closer? = nil, bytesReceived: Int = 0
    ) {
        self.version = version
        self.cipherSuite = cipherSuite
        self.cipherSuiteName = cipherSuiteName
        self.alert = alert
        self.closedFirst = closedFirst
        self.bytesReceived = bytesReceived
    }

    /// `TLS 1.2`, or nil when no version was negotiated.
    package var versionName: String? {
        guard let version else { return nil }
        switch version {
        case 0x0300: return "SSL 3.0"
        case 0x0301: return "TLS 1.0"
        case 0x0302: return "TLS 1.1"
        case 0x0303: return "TLS 1.2"
        case 0x0304: return "TLS 1.3"
        default: return "0x" + String(version, radix: 16)
        }
    }
}
