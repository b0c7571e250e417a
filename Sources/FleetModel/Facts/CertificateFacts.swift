/// What the certificate says, and how it relates to what was asked for. Dates are given, never compared with now.
package struct CertificateFacts: Sendable, Hashable, Codable {
    /// The server's own certificate.
    package var leaf: CertificateDescription
    /// What else the server sent, in its order; at most 15.
    package var intermediates: [CertificateDescription]
    /// The name or address it was checked against.
    package var askedName: String
    /// How the names in it relate to that.
    package var nameMatch: NameMatch
    /// Where its path leads.
    package var trust: TrustPath
    /// What is wrong with it apart from its dates, in the order of the checks; may be several at once.
    package var problems: [CertificateProblem]
    /// One sentence for each problem and for each part that cannot be read, cleaned.
    package var remarks: [String]

    /// Creates the facts of a certificate chain.
    package init(
        leaf: CertificateDescription, intermediates: [CertificateDescription] = [], askedName: String,
        nameMatch: NameMatch, trust: TrustPath, problems: [CertificateProblem] = [], remarks: [String] = []
    ) {
        self.leaf = leaf
        self.intermediates = intermediates
        self.askedName = askedName
        self.nameMatch = nameMatch
        self.trust = trust
        self.problems = problems
        self.remarks = remarks
    }

    /// Self-signed with a life of at most 200 days: what Windows makes for itself and renews by itself.
    package var hasWindowsShape: Bool {
        guard leaf.isSelfSigned, let notBefore = leaf.notBefore, let notAfter = leaf.notAfter else { return false }
        return notAfter - notBefore <= .days(200)
    }
}

/// What one certificate says of itself, every text cleaned. A field that cannot be read is nil or empty.
package struct CertificateDescription: Sendable, Hashable, Codable {
    /// `CN=…, O=…` in the order of the certificate.
    package var subject: String
    /// The last common name of the subject.
    package var commonName: String?
    /// `CN=…, O=…` of the issuer.
    package var issuer: String
    /// The serial number in lower-case hexadecimal.
    package var serial: String
    /// Not valid before.
    package var notBefore: Instant?
    /// Not valid after.
    package var notAfter: Instant?
    /// DNS names of the subject alternative name extension.
    package var dnsNames: [String]
    /// Addresses of the subject alternative name extension.
    package var addresses: [IPAddress]
    /// `RSA 2048`, `ECDSA P-256`, `Ed25519`, or the algorithm's object identifier.
    package var key: String
    /// `sha256WithRSAEncryption`, `ecdsa-with-SHA256`, or the algorithm's object identifier.
    package var signatureAlgorithm: String
    /// Extended key usages: `serverAuth`, `remoteDesktopAuth`, `any`, or object identifiers; empty when there is no such
    /// extension.
    package var usages: [String]
    /// Subject equals issuer, and in a server's own certificate its own key made the signature where that could be
    /// checked.
    package var isSelfSigned: Bool
    /// SHA-256 of its DER in 64 lower-case hexadecimal digits.
    package var sha256: String
    /// SHA-256 of its SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in the same form, which tells whether another certificate
    /// has the same key; empty when it cannot be read.
    package var keySHA256: String

    /// Creates the description of one certificate.
    package init(
        subject: String, commonName: String? = nil, issuer: String, serial: String = "", notBefore: Instant? = nil,
        notAfter: Instant? = nil, dnsNames: [String] = [], addresses: [IPAddress] = [], key: String = "",
        signatureAlgorithm: String = "", usages: [String] = [], isSelfSigned: Bool = false, sha256: String,
        keySHA256: String = ""
    ) {
        self.subject = subject
        self.commonName = commonName
        self.issuer = issuer
        self.serial = serial
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.dnsNames = dnsNames
        self.addresses = addresses
        self.key = key
        self.signatureAlgorithm = signatureAlgorithm
        self.usages = usages
        self.isSelfSigned = isSelfSigned
        self.sha256 = sha256
        self.keySHA256 = keySHA256
    }
}

/// How the names in a certificate relate to the name that was asked for.
package enum NameMatch: Sendable, Hashable, Codable {
    /// A subject alternative name fits; its text.
    case alternativeName(String)
    /// No subject alternative name names a server, and the common name fits, as in the certificates Windows makes.
    case commonName(String)
    /// The target is a short name that equals the first label of a name in the certificate; its text.
    case shortName(String)
    /// Nothing fits.
    case none
}

/// Where a certificate's path leads.
package enum TrustPath: Sendable, Hashable, Codable {
    /// To an authority that is trusted here; the subjects from the leaf to it.
    case trusted([String])
    /// Signed by itself.
    case selfSigned
    /// To an authority that is not known here; its subject.
    case unknownAuthority(String)
    /// A certificate between is missing; the subject of the issuer that was not sent.
    case missingIntermediate(String)
    /// It could not be worked out; why.
    case undecided(String)
}

extension TrustPath {
    /// Where a path leads, without the names on it.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case trusted, selfSigned, unknownAuthority, missingIntermediate, undecided
    }

    /// The same without the names.
    package var kind: Kind {
        switch self {
        case .trusted: .trusted
        case .selfSigned: .selfSigned
        case .unknownAuthority: .unknownAuthority
        case .missingIntermediate: .missingIntermediate
        case .undecided: .undecided
        }
    }

    /// Whether it leads to an authority that is trusted here.
    package var isTrusted: Bool {
        switch self {
        case .trusted: true
        case .selfSigned, .unknownAuthority, .missingIntermediate, .undecided: false
        }
    }
}
