/// A version of SSL or TLS as on the wire.
package struct TLSVersion: RawRepresentable, Hashable, Sendable {
    /// Major and minor version, such as 0x0303.
    package let rawValue: UInt16

    /// Creates a version from its two bytes.
    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// SSL 3.0 (RFC 6101).
    package static let ssl30 = TLSVersion(rawValue: 0x0300)
    /// TLS 1.0 (RFC 2246).
    package static let tls10 = TLSVersion(rawValue: 0x0301)
    /// TLS 1.1 (RFC 4346).
    package static let tls11 = TLSVersion(rawValue: 0x0302)
    /// TLS 1.2 (RFC 5246).
    package static let tls12 = TLSVersion(rawValue: 0x0303)
    /// TLS 1.3 (RFC 8446).
    package static let tls13 = TLSVersion(rawValue: 0x0304)

    /// Such as `TLS 1.2`, or the number in hexadecimal.
    package var name: String {
        switch self {
        case .ssl30: "SSL 3.0"
        case .tls10: "TLS 1.0"
        case .tls11: "TLS 1.1"
        case .tls12: "TLS 1.2"
        case .tls13: "TLS 1.3"
        default: hexadecimal(rawValue, digits: 4)
        }
    }
}
