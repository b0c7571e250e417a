import Crypto
import FleetModel
import Foundation
import SwiftASN1
import X509

/// A small world of certificates made in memory: a root, an issuing authority below it, and leaves.
struct TestPKI {
    /// A certificate with the key that signs in its name.
    struct Party {
        let name: X509.DistinguishedName
        let key: P256.Signing.PrivateKey
        let der: [UInt8]
    }

    /// What a test may want of a leaf; everything else is as usual.
    struct Leaf {
        var commonName = "ts01.example.test"
        var names: [GeneralName] = [.dnsName("ts01.example.test")]
        var usages: [ExtendedKeyUsage.Usage]? = [.serverAuth]
        var keyUsage: KeyUsage? = KeyUsage(digitalSignature: true)
        var begin = TestPKI.begin
        var end = TestPKI.end
        var more: [Certificate.Extension] = []
    }

    static let begin = Date(timeIntervalSince1970: 1_700_000_000)
    static let end = Date(timeIntervalSince1970: 1_731_536_000)

    let root: Party
    let issuing: Party

    init() throws {
        root = try Self.authority("Example Root", below: nil)
        issuing = try Self.authority("Example Issuing 1", below: root)
    }

    /// The name of an authority of the company "Example Works" unless another is given.
    static func name(_ commonName: String, organisation: String = "Example Works") throws -> X509.DistinguishedName {
        try X509.DistinguishedName {
            OrganizationName(organisation)
            CommonName(commonName)
        }
    }

    /// An authority signed by `issuer`, or by itself.
    static func authority(
        _ commonName: String, organisation: String = "Example Works", below issuer: Party?,
        key: P256.Signing.PrivateKey = P256.Signing.PrivateKey(), isAuthority: Bool = true, begin: Date = begin,
        end: Date = end, alias: String? = nil
    ) throws -> Party {
        let name = try name(commonName, organisation: organisation)
        let constraints: BasicConstraints =
            isAuthority ? .isCertificateAuthority(maxPathLength: nil) : .notCertificateAuthority
        var extensions = try Certificate.Extensions { Critical(constraints) }
        if let alias {
            try extensions.append(Certificate.Extension(SubjectAlternativeNames([.dnsName(alias)]), critical: false))
        }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(bytes: [1, 2, 3]), publicKey: .init(key.publicKey),
            notValidBefore: begin, notValidAfter: end, issuer: issuer?.name ?? name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: extensions, issuerPrivateKey: .init(issuer?.key ?? key))
        return Party(name: name, key: key, der: try der(certificate))
    }

    /// A leaf signed by `issuer`, or by itself.
    static func leaf(_ wanted: Leaf = Leaf(), by issuer: Party?) throws -> [UInt8] {
        let key = P256.Signing.PrivateKey()
        let name = try X509.DistinguishedName { CommonName(wanted.commonName) }
        var extensions: [Certificate.Extension] = wanted.more
        if !wanted.names.isEmpty {
            extensions.append(try Certificate.Extension(SubjectAlternativeNames(wanted.names), critical: false))
        }
        if let usages = wanted.usages {
            extensions.append(try Certificate.Extension(ExtendedKeyUsage(usages), critical: true))
        }
        if let keyUsage = wanted.keyUsage {
            extensions.append(try Certificate.Extension(keyUsage, critical: true))
        }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(bytes: [0x4D]), publicKey: .init(key.publicKey),
            notValidBefore: wanted.begin, notValidAfter: wanted.end, issuer: issuer?.name ?? name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: Certificate.Extensions(extensions),
            issuerPrivateKey: .init(issuer?.key ?? key))
        return try der(certificate)
    }

    private static func der(_ certificate: Certificate) throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}
