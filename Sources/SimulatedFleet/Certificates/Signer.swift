import FleetModel
import FoundationEssentials
import X509

/// A name and a key that sign certificates.
struct Signer: Sendable {
    let name: DistinguishedName
    let key: Certificate.PrivateKey
    let signatureAlgorithm: Certificate.SignatureAlgorithm

    /// Signs a certificate of version 3 with a random serial number; its dates are to the second.
    func sign(
        subject: DistinguishedName, key subjectKey: Certificate.PublicKey, from: Instant, to: Instant,
        extensions: Certificate.Extensions
    ) throws -> Certificate {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: subjectKey,
            notValidBefore: Date(from), notValidAfter: Date(to), issuer: name, subject: subject,
            signatureAlgorithm: signatureAlgorithm, extensions: extensions, issuerPrivateKey: key)
    }
}

extension Date {
    /// The instant to the second, which is all that a certificate can say.
    fileprivate init(_ instant: Instant) {
        self.init(timeIntervalSince1970: Double(instant.milliseconds / 1000))
    }
}
