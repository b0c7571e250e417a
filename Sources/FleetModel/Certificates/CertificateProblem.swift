/// One thing wrong with a certificate. All of them are found at once; a certificate can be expired, misnamed and weak.
package enum CertificateProblem: Sendable, Hashable, Codable {
    /// Past its notAfter.
    case expired
    /// Before its notBefore.
    case notYetValid
    /// No name in it matches what was asked for.
    case nameMismatch
    /// It leads to no authority that is trusted here, leads there against the rules, or is self-signed.
    case untrusted
    /// The server did not send an intermediate certificate that is needed to reach an authority.
    case incompleteChain
    /// It is not the certificate that `pin:` names.
    case pinMismatch
    /// The key is too short, or of a kind that clients refuse.
    case weakKey
    /// Signed with MD5, SHA-1 or another digest that can be forged; an algorithm that is not known here is none of these.
    case weakSignature
    /// Its extended key usage allows neither server authentication nor Remote Desktop authentication.
    case wrongUsage
    /// A part of it cannot be read.
    case unreadable
}
