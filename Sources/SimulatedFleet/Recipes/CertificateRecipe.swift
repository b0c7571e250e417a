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
    }

    /// Its extended key usage.
    package enum Usage: Sendable, Hashable {
        case serverAuthentication
        case clientAuthentication
    }

    package let issuer: Issuer
    package let names: Names
    package let key: Key
    package let usage: Usage
    /// notBefore, from now.
    package let begins: Span
    /// notAfter, from now.
    package let ends: Span
    /// By how much both dates may lie later from one server name to the next, in whole days.
    package let spread: Span

    package init(
        issuer: Issuer = .authority, names: Names = .own, key: Key = .p256, usage: Usage = .serverAuthentication,
        begins: Span = .days(-60), ends: Span = .days(88), spread: Span = .zero
    ) {
        self.issuer = issuer
        self.names = names
        self.key = key
        self.usage = usage
        self.begins = begins
        self.ends = ends
        self.spread = spread
    }

    /// In order, and with 75 to 335 days left.
    package static let trusted = CertificateRecipe(
        begins: .days(-330), ends: .days(75) + .hours(4), spread: .days(260))

    /// As Windows makes it for itself: subject = issuer, 182 days, of which 12 to 162 are left.
    package static let windowsSelfSigned = CertificateRecipe(
        issuer: .itself, names: .ownCommonName, begins: .days(-170) + .hours(6), ends: .days(12) + .hours(6),
        spread: .days(150))
}
