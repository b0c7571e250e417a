import FleetModel

/// One certificate as far as it can be read, with what the checks need beyond what is shown.
struct DecodedCertificate: Sendable, Hashable {
    /// What is shown of it.
    var description: CertificateDescription
    var subject = DistinguishedName.empty
    var issuer = DistinguishedName.empty
    var key = PublicKeyKind.unreadable
    var signature: SignatureKind?
    var extensions = CertificateExtensions()
    /// Parts that a judgement needs and that cannot be read, such as `the end of its validity`.
    var unreadable: [String] = []
    /// Lesser oddities, as sentences.
    var remarks: [String] = []

    /// Whether its issuer has its own name.
    var isSelfIssued: Bool { !subject.encoded.isEmpty && subject.encoded == issuer.encoded }

    /// Whether its outer structure could be read.
    var isReadable: Bool { signature != nil }

    init(description: CertificateDescription) {
        self.description = description
    }
}

/// A certificate whose outer structure cannot be read.
enum UnreadableCertificate: Error, Sendable, Hashable, CustomStringConvertible {
    /// More bytes than `CertificateDecoder.sizeLimit`.
    case tooLarge(bytes: Int)
    /// Not ASN.1, or cut short.
    case notASN1
    /// ASN.1, and not a certificate.
    case notACertificate

    /// A sentence.
    var description: String {
        switch self {
        case .tooLarge(let bytes): "It has \(bytes) bytes; no more than \(CertificateDecoder.sizeLimit) are read."
        case .notASN1: "Its bytes are not ASN.1 or are cut short."
        case .notACertificate: "Its bytes are ASN.1 and not an X.509 certificate."
        }
    }
}
