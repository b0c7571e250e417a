package import FleetModel

/// How a server's certificate is made, relative to the moment at which it is first shown.
package struct CertificateRecipe: Sendable, Hashable {
    /// Who signs it, and what is sent with it.
    package enum Issuer: Sendable, Hashable {
        /// The demo's intermediate authority, which is sent too.
        case authority
        /// The same, but the intermediate certificate is not sent.
        case authorityAlone
        /// An intermediate of the demo's root that still signs with SHA-1; it is sent too.
        case legacyAuthority
        /// An authority that nobody trusts; its certificate is sent too.
        case unknownAuthority
        /// Its own key: subject and issuer are the same.
        case itself
    }

    /// Which names it carries.
    package enum Names: Sendable, Hashable {
        /// The server's name as common name and alternative name.
        case own
        /// The server's name as common name only, as in the certificates that Windows makes for itself.
        case ownCommonName
        /// `*.` and the server's domain.
        case wildcard
        /// Somebody else's name.
        case other(String)
    }

    /// Its key.
    package enum Key: Sendable, Hashable {
        case p256
        case rsa1024
        case rsa2048
    }

    /// Its key usage (RFC 5280, 4.2.1.3).
    package enum KeyUsage: Sendable, Hashable {
        /// digitalSignature and keyEncipherment, as authorities issue it for servers.
        case signing
        /// keyEncipherment and dataEncipherment, as Windows makes it for itself: strict clients refuse that in TLS 1.3.
        case enciphering
    }

    /// Its extended key usage.
    package enum Usage: Sendable, Hashable {
        case serverAuthentication
        case clientAuthentication
    }

    /// Who signs it.
    package let issuer: Issuer
    /// Which names it carries.
    package let names: Names
    /// The kind of its key.
    package let key: Key
    /// What its key may be used for.
    package let keyUsage: KeyUsage
    /// What the certificate may be used for.
    package let usage: Usage
    /// notBefore, from now.
    package let begins: Span
    /// notAfter, from now.
    package let ends: Span
    /// By how much both dates may lie later from one server name to the next, in whole days.
    package let spread: Span

    package init(
        issuer: Issuer = .authority, names: Names = .own, key: Key = .p256, keyUsage: KeyUsage = .signing,
        usage: Usage = .serverAuthentication, begins: Span = .days(-60), ends: Span = .days(88), spread: Span = .zero
    ) {
        self.issuer = issuer
        self.names = names
        self.key = key
        self.keyUsage = keyUsage
        self.usage = usage
        self.begins = begins
        self.ends = ends
        self.spread = spread
    }

    /// In order, and with 75 to 335 days left.
    package static let trusted = CertificateRecipe(
        begins: .days(-330), ends: .days(75) + .hours(4), spread: .days(260))

    /// As Windows makes it for itself, with 12 to 162 days left.
    package static let windowsSelfSigned = windowsSelfSigned(ends: .days(12) + .hours(6), spread: .days(150))

    /// As Windows makes it for itself: subject = issuer, common name only, RSA 2048, not for signatures, 182 days.
    package static func windowsSelfSigned(ends: Span, spread: Span = .zero) -> CertificateRecipe {
        CertificateRecipe(
            issuer: .itself, names: .ownCommonName, key: .rsa2048, keyUsage: .enciphering, begins: ends - .days(182),
            ends: ends, spread: spread)
    }
}
