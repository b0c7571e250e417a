/// A certificate put together byte by byte, for what no library will make; its signature is nonsense.
struct HandMadeCertificate {
    /// The SETs of the subject's Name.
    var subject: [[UInt8]] = [attribute(cn, 0x0C, Array("odd.example.test".utf8))]
    /// The SETs of the issuer's Name.
    var issuer: [[UInt8]] = [attribute(cn, 0x0C, Array("Odd Authority".utf8))]
    var notBefore = tlv(0x17, Array("250101000000Z".utf8))
    var notAfter = tlv(0x17, Array("260101000000Z".utf8))
    /// Extension values by the content bytes of their object identifiers.
    var extensions: [(identifier: [UInt8], value: [UInt8])] = []
    /// The AlgorithmIdentifier of the signature.
    var signatureAlgorithm = tlv(0x30, tlv(0x06, sha256WithRSA) + tlv(0x05, []))
    /// The SubjectPublicKeyInfo.
    var publicKey = rsaKey(bytes: 256)
    var serial = tlv(0x02, [0x00, 0xC0, 0xFF, 0xEE])

    /// The encoding.
    var der: [UInt8] {
        var fields = tlv(0xA0, tlv(0x02, [2])) + serial + signatureAlgorithm + tlv(0x30, issuer.flatMap(\.self))
        fields += tlv(0x30, notBefore + notAfter) + tlv(0x30, subject.flatMap(\.self)) + publicKey
        if !extensions.isEmpty {
            let list = extensions.flatMap { tlv(0x30, tlv(0x06, $0.identifier) + tlv(0x04, $0.value)) }
            fields += tlv(0xA3, tlv(0x30, list))
        }
        return tlv(0x30, tlv(0x30, fields) + signatureAlgorithm + tlv(0x03, [0, 1, 2, 3]))
    }

    static let cn: [UInt8] = [0x55, 0x04, 0x03]
    static let organisation: [UInt8] = [0x55, 0x04, 0x0A]
    static let alternativeNames: [UInt8] = [0x55, 0x1D, 0x11]
    static let keyUsage: [UInt8] = [0x55, 0x1D, 0x0F]
    static let extendedKeyUsage: [UInt8] = [0x55, 0x1D, 0x25]
    static let authorityKeyIdentifier: [UInt8] = [0x55, 0x1D, 0x23]
    static let sha256WithRSA: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B]
    static let rsaEncryption: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]

    /// One SET with one attribute.
    static func attribute(_ type: [UInt8], _ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
        tlv(0x31, tlv(0x30, tlv(0x06, type) + tlv(tag, value)))
    }

    /// An RSA key with a modulus of so many bytes, the highest bit set.
    static func rsaKey(bytes: Int) -> [UInt8] {
        let modulus = tlv(0x02, [0, 0x80] + [UInt8](repeating: 0x55, count: bytes - 1))
        let key = tlv(0x30, modulus + tlv(0x02, [1, 0, 1]))
        return tlv(0x30, tlv(0x30, tlv(0x06, rsaEncryption) + tlv(0x05, [])) + tlv(0x03, [0] + key))
    }
}

/// Tag, length, value (X.690, 8.1).
func tlv(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
    switch value.count {
    case ..<0x80: [tag, UInt8(value.count)] + value
    case ..<0x100: [tag, 0x81, UInt8(value.count)] + value
    case ..<0x10000: [tag, 0x82, UInt8(value.count >> 8), UInt8(value.count & 0xFF)] + value
    default:
        [tag, 0x83, UInt8(value.count >> 16), UInt8(value.count >> 8 & 0xFF), UInt8(value.count & 0xFF)] + value
    }
}
