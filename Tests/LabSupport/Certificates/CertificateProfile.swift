/// What a test wants a certificate to be like; ``LabAuthority`` makes it.
package struct CertificateProfile: Sendable, Hashable {
    /// The public key.
    package enum Key: Sendable, Hashable {
        case p256
        case p384
        case rsa(bits: Int)
    }

    /// The hash of the issuer's signature.
    package enum Digest: String, Sendable {
        case sha256
        case sha384
        case sha1
        case md5
    }

    /// Who signs it.
    package enum Issuer: Sendable {
        /// The authority's intermediate, as in every orderly PKI.
        case intermediate
        /// Its own key.
        case itself
    }

    /// When it begins and ends, in seconds from now.
    package struct Validity: Sendable, Hashable {
        /// The first second; negative is in the past.
        package var begins: Int
        /// The last second.
        package var ends: Int

        /// Both in days from now.
        package static func days(_ begins: Int, _ ends: Int) -> Validity {
            Validity(begins: begins * 86_400, ends: ends * 86_400)
        }
    }

    /// The CN of the subject, which has nothing else.
    package var commonName: String
    /// The DNS names of the subjectAltName extension, which is left out when there are none.
    package var names: [String]
    /// The algorithm and size of the public key.
    package var key = Key.p256
    /// The hash that is signed.
    package var digest = Digest.sha256
    /// The signer.
    package var issuer = Issuer.intermediate
    /// From yesterday for a year, unless changed.
    package var validity = Validity.days(-1, 364)
    /// OpenSSL's names of keyUsage bits.
    package var keyUsage = "digitalSignature,keyEncipherment"
    /// OpenSSL's names of extended key usages.
    package var extendedKeyUsage = "serverAuth"
    /// Whether the server gets the intermediate too, to present it after its own.
    package var presentsIntermediate = true

    private init(_ name: String) {
        commonName = name
        names = [name]
    }

    private static func make(_ name: String, _ change: (inout CertificateProfile) -> Void = { _ in }) -> Self {
        var profile = CertificateProfile(name)
        change(&profile)
        return profile
    }
}

extension CertificateProfile {
    /// Nothing wrong: P-256, a year, with its intermediate.
    package static func valid(for name: String) -> Self { make(name) }

    /// Ended yesterday.
    package static func expired(for name: String) -> Self { make(name) { $0.validity = .days(-91, -1) } }

    /// Begins in ten days.
    package static func notYetValid(for name: String) -> Self { make(name) { $0.validity = .days(10, 375) } }

    /// Ends in seven days.
    package static func expiringInAWeek(for name: String) -> Self { make(name) { $0.validity = .days(-358, 7) } }

    /// For another name than the server's.
    package static func wrongName() -> Self { make("other.lab.test") }

    /// Valid, on P-384 with SHA-384.
    package static func p384(for name: String) -> Self {
        make(name) {
            $0.key = .p384
            $0.digest = .sha384
        }
    }

    /// Valid but for its RSA key of 1024 bits.
    package static func rsa1024(for name: String) -> Self { make(name) { $0.key = .rsa(bits: 1024) } }

    /// Valid, with an RSA key of 4096 bits.
    package static func rsa4096(for name: String) -> Self { make(name) { $0.key = .rsa(bits: 4096) } }

    /// Signed with sha1WithRSAEncryption.
    package static func sha1(for name: String) -> Self { make(name) { $0.digest = .sha1 } }

    /// Signed with md5WithRSAEncryption.
    package static func md5(for name: String) -> Self { make(name) { $0.digest = .md5 } }

    /// As a Windows host makes its own: CN only, RSA 2048, half a year, no subjectAltName.
    package static func windowsSelfSigned(host: String) -> Self {
        make(host) {
            $0.names = []
            $0.key = .rsa(bits: 2048)
            $0.issuer = .itself
            $0.validity = .days(-1, 181)
            $0.keyUsage = "keyEncipherment,dataEncipherment"
        }
    }

    /// For TLS clients only.
    package static func clientUsage(for name: String) -> Self { make(name) { $0.extendedKeyUsage = "clientAuth" } }

    /// Valid, but the server presents it without the intermediate.
    package static func withoutIntermediate(for name: String) -> Self {
        make(name) { $0.presentsIntermediate = false }
    }
}
