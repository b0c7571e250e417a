import FleetModel
import SwiftASN1

/// The names of object identifiers that appear in certificates; whatever is not here is shown as its numbers.
enum ObjectIdentifierNames {
    /// Short names of name attributes (RFC 4514, 3; X.520).
    static let attributes: [ASN1ObjectIdentifier: String] = [
        [2, 5, 4, 3]: "CN", [2, 5, 4, 4]: "SN", [2, 5, 4, 5]: "serialNumber", [2, 5, 4, 6]: "C", [2, 5, 4, 7]: "L",
        [2, 5, 4, 8]: "ST", [2, 5, 4, 9]: "STREET", [2, 5, 4, 10]: "O", [2, 5, 4, 11]: "OU", [2, 5, 4, 12]: "title",
        [2, 5, 4, 13]: "description", [2, 5, 4, 15]: "businessCategory", [2, 5, 4, 17]: "postalCode",
        [2, 5, 4, 42]: "GN", [2, 5, 4, 97]: "organizationIdentifier", [0, 9, 2342, 19_200_300, 100, 1, 1]: "UID",
        [0, 9, 2342, 19_200_300, 100, 1, 25]: "DC", [1, 2, 840, 113_549, 1, 9, 1]: "emailAddress",
        [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 3]: "jurisdictionC",
    ]

    /// Extended key usages (RFC 5280, 4.2.1.12), and those of Microsoft.
    static let usages: [ASN1ObjectIdentifier: String] = [
        [2, 5, 29, 37, 0]: "any", [1, 3, 6, 1, 5, 5, 7, 3, 1]: "serverAuth",
        [1, 3, 6, 1, 5, 5, 7, 3, 2]: "clientAuth", [1, 3, 6, 1, 5, 5, 7, 3, 3]: "codeSigning",
        [1, 3, 6, 1, 5, 5, 7, 3, 4]: "emailProtection", [1, 3, 6, 1, 5, 5, 7, 3, 8]: "timeStamping",
        [1, 3, 6, 1, 5, 5, 7, 3, 9]: "OCSPSigning", [1, 3, 6, 1, 5, 2, 3, 5]: "kerberosKDC",
        [1, 3, 6, 1, 4, 1, 311, 20, 2, 2]: "smartcardLogon",
        [1, 3, 6, 1, 4, 1, 311, 54, 1, 2]: "remoteDesktopAuth",
    ]

    /// The usages with which Windows uses a certificate for Remote Desktop: any, serverAuth, remoteDesktopAuth.
    static let serverUsages: Set<ASN1ObjectIdentifier> = [
        [2, 5, 29, 37, 0], [1, 3, 6, 1, 5, 5, 7, 3, 1], [1, 3, 6, 1, 4, 1, 311, 54, 1, 2],
    ]

    /// Elliptic curves with their size in bits (RFC 5480, 2.1.1.1; RFC 5639).
    static let curves: [ASN1ObjectIdentifier: (name: String, bits: Int)] = [
        [1, 2, 840, 10_045, 3, 1, 1]: ("P-192", 192), [1, 3, 132, 0, 33]: ("P-224", 224),
        [1, 2, 840, 10_045, 3, 1, 7]: ("P-256", 256), [1, 3, 132, 0, 34]: ("P-384", 384),
        [1, 3, 132, 0, 35]: ("P-521", 521), [1, 3, 132, 0, 10]: ("secp256k1", 256),
        [1, 3, 36, 3, 3, 2, 8, 1, 1, 7]: ("brainpoolP256r1", 256),
        [1, 3, 36, 3, 3, 2, 8, 1, 1, 11]: ("brainpoolP384r1", 384),
        [1, 3, 36, 3, 3, 2, 8, 1, 1, 13]: ("brainpoolP512r1", 512),
    ]
}

extension ASN1ObjectIdentifier {
    /// Its numbers, bounded: a hostile certificate can carry one of thousands of arcs.
    var numbers: String { CleanText.clean(description, limit: 64) }
}
