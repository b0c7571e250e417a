import Crypto
package import FleetModel
import SwiftASN1
import X509
import _CryptoExtras

/// The certificate authorities of a simulated fleet, made at its start.
///
/// One root for the fleet with two intermediates, of which one still signs with SHA-1, and one root that nobody trusts.
/// Keys are on P-256, whose signatures cost a tenth of a millisecond; the RSA keys of weak certificates and of those in
/// the shape that Windows makes are embedded. Servers of a fleet share their keys, which nobody checks here.
package struct Authority: Sendable {
    /// The certificate to trust, in PEM.
    package let rootPEM: String

    /// Whose authorities these are.
    private static let organization = "rdptop demo"

    private let intermediate: CertificateAuthority
    private let legacyIntermediate: CertificateAuthority
    private let unknownRoot: CertificateAuthority
    private let serverKey: P256.Signing.PrivateKey
    private let rsaKey: _RSA.Signing.PrivateKey
    private let weakServerKey: _RSA.Signing.PrivateKey

    /// Makes keys and authorities that were valid years before `now` and will be for years.
    package init(now: Instant) throws {
        rsaKey = try _RSA.Signing.PrivateKey(derRepresentation: EmbeddedKeys.rsa2048)
        let root = try CertificateAuthority.root("rdptop demo root", of: Self.organization, now: now)
        rootPEM = try root.certificate.serializeAsPEM().pemString
        intermediate = try root.subordinate(
            "rdptop demo issuing CA", of: Self.organization, key: Certificate.PrivateKey(P256.Signing.PrivateKey()),
            signatureAlgorithm: .ecdsaWithSHA256, now: now)
        legacyIntermediate = try root.subordinate(
            "rdptop demo legacy CA", of: Self.organization, key: Certificate.PrivateKey(rsaKey),
            signatureAlgorithm: .sha1WithRSAEncryption, now: now)
        unknownRoot = try CertificateAuthority.root("Unknown Corp CA", of: "Unknown Corp", now: now)
        serverKey = P256.Signing.PrivateKey()
        weakServerKey = try _RSA.Signing.PrivateKey(unsafeDERRepresentation: EmbeddedKeys.rsa1024)
    }

    /// The certificate of the server `name` by this recipe, with what is sent beside it.
    package func chain(for recipe: CertificateRecipe, name: String, now: Instant) throws -> CertificateChain {
        let key =
            switch recipe.key {
            case .p256: Certificate.PrivateKey(serverKey)
            case .rsa1024: Certificate.PrivateKey(weakServerKey)
            case .rsa2048: Certificate.PrivateKey(rsaKey)
            }
        let subject = try DistinguishedName { CommonName(commonName(recipe.names, name)) }
        let signer =
            switch recipe.issuer {
            case .authority, .authorityAlone: intermediate.signer
            case .legacyAuthority: legacyIntermediate.signer
            case .unknownAuthority: unknownRoot.signer
            case .itself: Signer(name: subject, key: key, signatureAlgorithm: signatureAlgorithm(of: recipe.key))
            }
        let shift = shift(of: name, within: recipe.spread)
        let leaf = try signer.sign(
            subject: subject, key: key.publicKey, from: now + recipe.begins + shift, to: now + recipe.ends + shift,
            extensions: extensions(recipe, name: name))
        let sentBeside: [Certificate] =
            switch recipe.issuer {
            case .authority: [intermediate.certificate]
            case .legacyAuthority: [legacyIntermediate.certificate]
            case .unknownAuthority: [unknownRoot.certificate]
            case .authorityAlone, .itself: []
            }
        return CertificateChain(
            certificates: try ([leaf] + sentBeside).map(derBytes),
            privateKey: privateKeyBytes(recipe.key))
    }

    private func privateKeyBytes(_ key: CertificateRecipe.Key) -> [UInt8] {
        switch key {
        case .p256: Array(serverKey.derRepresentation)
        case .rsa1024: EmbeddedKeys.rsa1024
        case .rsa2048: EmbeddedKeys.rsa2048
        }
    }
}

/// How a key signs its own certificate.
private func signatureAlgorithm(of key: CertificateRecipe.Key) -> Certificate.SignatureAlgorithm {
    switch key {
    case .p256: .ecdsaWithSHA256
    case .rsa1024, .rsa2048: .sha256WithRSAEncryption
    }
}

private func derBytes(_ certificate: Certificate) throws -> [UInt8] {
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    return serializer.serializedBytes
}

private func commonName(_ names: CertificateRecipe.Names, _ server: String) -> String {
    switch names {
    case .own, .ownCommonName: server
    case .wildcard: "*" + server.drop { $0 != "." }
    case .other(let name): name
    }
}

private func extensions(_ recipe: CertificateRecipe, name: String) throws -> Certificate.Extensions {
    let usage: ExtendedKeyUsage.Usage =
        switch recipe.usage {
        case .serverAuthentication: .serverAuth
        case .clientAuthentication: .clientAuth
        }
    let alternativeName: SubjectAlternativeNames? =
        switch recipe.names {
        case .own, .wildcard, .other: SubjectAlternativeNames([.dnsName(commonName(recipe.names, name))])
        case .ownCommonName: nil
        }
    let keyUsage =
        switch recipe.keyUsage {
        case .signing: KeyUsage(digitalSignature: true, keyEncipherment: true)
        case .enciphering: KeyUsage(keyEncipherment: true, dataEncipherment: true)
        }
    return try Certificate.Extensions {
        keyUsage
        try ExtendedKeyUsage([usage])
        if let alternativeName { alternativeName }
    }
}

/// A number of whole days from zero to `spread` that depends on nothing but the name.
private func shift(of name: String, within spread: Span) -> Span {
    let days = spread.wholeDays
    guard days > 0 else { return .zero }
    // FNV-1a: the standard library's hashes differ from run to run.
    let hash = name.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return .days(Int64(hash >> 32) % (days + 1))
}
