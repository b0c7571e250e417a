import FleetModel
import RDPWire

/// What a variant offers in TLS, as a ClientHello.
///
/// The suites are those of Windows' releases (learn.microsoft.com, "Cipher Suites in TLS/SSL (Schannel SSP)"), in
/// Windows' order: ECDHE with GCM exists from Server 2016 on, TLS 1.3 from Server 2022 on.
enum VariantOffer {
    /// The record of a ClientHello.
    ///
    /// - Parameters:
    ///   - offer: What to offer.
    ///   - serverName: What to send as SNI; nil for none. ``HandshakeVariant/Offer/obsolete`` has no place for it.
    ///   - generator: Where the random, the session id and the key share come from.
    /// - Returns: The bytes to send.
    /// - Throws: ``WireError`` for a name that has no wire form.
    static func record(
        of offer: HandshakeVariant.Offer, serverName: String?, using generator: inout some RandomNumberGenerator
    ) throws(WireError) -> [UInt8] {
        try hello(offer, serverName: serverName, using: &generator).record()
    }

    static func hello(
        _ offer: HandshakeVariant.Offer, serverName: String?, using generator: inout some RandomNumberGenerator
    ) -> ClientHello {
        let name = serverName.map { [ClientHelloExtension.serverName($0)] } ?? []
        let random = bytes(using: &generator)
        switch offer {
        case .modern:
            return ClientHello(
                legacyVersion: .tls12, random: random, sessionID: bytes(using: &generator),
                cipherSuites: tls13 + upToTLS12,
                extensions: name + groups + [signatures, .extendedMasterSecret, .renegotiationInfo]
                    + [.supportedVersions([.tls13, .tls12])]
                    // A server agrees on no key before its ServerHello, and any 32 bytes are a point of Curve25519.
                    + [.keyShare(.x25519, publicKey: bytes(using: &generator))])
        case .tls12:
            return ClientHello(
                legacyVersion: .tls12, random: random, cipherSuites: upToTLS12,
                extensions: name + groups + [signatures, .extendedMasterSecret, .renegotiationInfo])
        case .tls12Legacy:
            return ClientHello(
                legacyVersion: .tls12, random: random, cipherSuites: ecdheCBC + rsa + rsa3DES,
                extensions: name + groups + [signatures, .renegotiationInfo])
        case .tls10:
            return ClientHello(
                legacyVersion: .tls10, random: random, cipherSuites: ecdheCBCOfTLS10 + rsaCBCOfTLS10 + rsa3DES,
                extensions: name + groups + [.renegotiationInfo])
        case .obsolete:
            return ClientHello(
                recordVersion: .ssl30, legacyVersion: .tls10, random: random,
                cipherSuites: tripleDES + rc4 + des + export + [.emptyRenegotiationInfoSCSV])
        }
    }

    private static func bytes(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<ClientHello.randomSize).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    // TLS_AES_256_GCM, AES_128_GCM, CHACHA20_POLY1305.
    private static let tls13 = suites(0x1302, 0x1301, 0x1303)
    /// Everything that the regular probe offers for TLS 1.2 and older.
    private static let upToTLS12 = ecdheGCM + dhe + ecdheCBC + rsa + rsa3DES
    // ECDHE_RSA and ECDHE_ECDSA with AES_256_GCM and AES_128_GCM, then with CHACHA20_POLY1305.
    private static let ecdheGCM = suites(0xC030, 0xC02F, 0xC02C, 0xC02B, 0xCCA8, 0xCCA9)
    // DHE_RSA with AES_256_GCM, AES_128_GCM, AES_256_CBC and AES_128_CBC.
    private static let dhe = suites(0x009F, 0x009E, 0x006B, 0x0067, 0x0039, 0x0033)
    // With SHA-384 and SHA-256, then with SHA-1.
    private static let ecdheCBC = suites(0xC028, 0xC027, 0xC024, 0xC023) + ecdheCBCOfTLS10
    // ECDHE_RSA and ECDHE_ECDSA with AES_256_CBC_SHA and AES_128_CBC_SHA.
    private static let ecdheCBCOfTLS10 = suites(0xC014, 0xC013, 0xC00A, 0xC009)
    // RSA with GCM, then CBC with SHA-256, then with SHA-1.
    private static let rsa = suites(0x009D, 0x009C, 0x003D, 0x003C) + rsaCBCOfTLS10
    // RSA_WITH_AES_256_CBC_SHA, AES_128_CBC_SHA.
    private static let rsaCBCOfTLS10 = suites(0x0035, 0x002F)
    private static let rsa3DES = suites(0x000A)
    // RSA, DHE_RSA, ECDHE_RSA and ECDHE_ECDSA with 3DES_EDE_CBC_SHA.
    private static let tripleDES = suites(0x000A, 0x0016, 0xC012, 0xC008)
    // RSA with RC4_128_SHA and RC4_128_MD5; ECDHE_RSA and ECDHE_ECDSA with RC4_128_SHA.
    private static let rc4 = suites(0x0005, 0x0004, 0xC011, 0xC007)
    // RSA and DHE_RSA with DES_CBC_SHA.
    private static let des = suites(0x0009, 0x0015)
    // RSA_EXPORT with DES40, RC2_40, RC4_40; DHE_RSA_EXPORT with DES40.
    private static let export = suites(0x0008, 0x0006, 0x0003, 0x0014)

    /// As the regular probe offers them, and Windows does.
    private static let groups: [ClientHelloExtension] = [
        .supportedGroups([.x25519, .secp256r1, .secp384r1, .secp521r1]), .pointFormats,
    ]
    /// SHA-1 last: a server with an old certificate shall still answer.
    private static let signatures = ClientHelloExtension.signatureAlgorithms([
        .rsaPSSSHA256, .rsaPSSSHA384, .rsaPSSSHA512, .rsaPKCS1SHA256, .rsaPKCS1SHA384, .rsaPKCS1SHA512,
        .ecdsaP256SHA256, .ecdsaP384SHA384, .ecdsaP521SHA512, .rsaPKCS1SHA1, .ecdsaSHA1,
    ])

    private static func suites(_ numbers: UInt16...) -> [CipherSuite] { numbers.map(CipherSuite.init(rawValue:)) }
}
