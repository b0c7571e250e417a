/// One of the certificates that a server has shown since the program was started.
package struct CertificateSighting: Sendable, Hashable, Codable {
    /// SHA-256 of its DER in 64 lower-case hexadecimal digits.
    package var sha256: String
    /// SHA-256 of its public key in the same form; empty when that could not be read.
    package var keySHA256: String
    /// `CN=…, O=…` of the issuer.
    package var issuer: String
    /// Whether it is signed by itself.
    package var isSelfSigned: Bool
    /// Where its path led when it was seen last.
    package var trust: TrustPath.Kind
    /// Not valid before.
    package var notBefore: Instant?
    /// Not valid after.
    package var notAfter: Instant?
    /// When it was first seen.
    package var firstSeen: Instant
    /// When it was last seen.
    package var lastSeen: Instant
    /// How many probes have seen it.
    package var times: Int
    /// The address of the server that showed it last; nil when that is not known.
    package var address: IPAddress?

    /// Creates what is remembered of a certificate.
    package init(
        sha256: String, keySHA256: String = "", issuer: String, isSelfSigned: Bool = false, trust: TrustPath.Kind,
        notBefore: Instant? = nil, notAfter: Instant? = nil, firstSeen: Instant, lastSeen: Instant, times: Int = 1,
        address: IPAddress? = nil
    ) {
        self.sha256 = sha256
        self.keySHA256 = keySHA256
        self.issuer = issuer
        self.isSelfSigned = isSelfSigned
        self.trust = trust
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.times = times
        self.address = address
    }
}

/// The certificate that one probe saw.
struct SeenCertificate {
    let facts: CertificateFacts
    let time: Instant
    let address: IPAddress?

    /// Nil when none was seen.
    init?(_ observation: Observation<CertificateFacts>?, at address: IPAddress?) {
        guard let observation, let facts = observation.facts else { return nil }
        self.facts = facts
        time = observation.at
        self.address = address
    }

    /// What is remembered of it once there are several.
    func sighting(firstSeen: Instant, times: Int) -> CertificateSighting {
        CertificateSighting(
            sha256: facts.leaf.sha256, keySHA256: facts.leaf.keySHA256, issuer: facts.leaf.issuer,
            isSelfSigned: facts.leaf.isSelfSigned, trust: facts.trust.kind, notBefore: facts.leaf.notBefore,
            notAfter: facts.leaf.notAfter, firstSeen: firstSeen, lastSeen: time, times: times, address: address)
    }
}
