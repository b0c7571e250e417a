import Crypto
import FleetModel
import X509

/// A signer with a certificate of its own.
struct CertificateAuthority: Sendable {
    let signer: Signer
    let certificate: Certificate

    /// A root on P-256 that is valid from five years before `now` to fifteen after.
    static func root(
        _ commonName: String, of organization: String, now: Instant
    ) throws -> CertificateAuthority {
        let signer = Signer(
            name: try authorityName(commonName, of: organization),
            key: Certificate.PrivateKey(P256.Signing.PrivateKey()), signatureAlgorithm: .ecdsaWithSHA256)
        let certificate = try signer.sign(
            subject: signer.name, key: signer.key.publicKey, from: now - .days(5 * 365), to: now + .days(15 * 365),
            extensions: authorityExtensions())
        return CertificateAuthority(signer: signer, certificate: certificate)
    }

    /// An authority below this one that is valid from three years before `now` to eight after.
    func subordinate(
        _ commonName: String, of organization: String, key: Certificate.PrivateKey,
        signatureAlgorithm: Certificate.SignatureAlgorithm, now: Instant
    ) throws -> CertificateAuthority {
        let name = try authorityName(commonName, of: organization)
        let certificate = try signer.sign(
            subject: name, key: key.publicKey, from: now - .days(3 * 365), to: now + .days(8 * 365),
            extensions: authorityExtensions())
        return CertificateAuthority(
            signer: Signer(name: name, key: key, signatureAlgorithm: signatureAlgorithm), certificate: certificate)
    }
}

/// The name of an authority: its organization, as real ones have it, then its own.
private func authorityName(_ commonName: String, of organization: String) throws -> DistinguishedName {
    try DistinguishedName {
        OrganizationName(organization)
        CommonName(commonName)
    }
}

/// RFC 5280, 4.2.1.3 and 4.2.1.9.
private func authorityExtensions() throws -> Certificate.Extensions {
    try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
    }
}
