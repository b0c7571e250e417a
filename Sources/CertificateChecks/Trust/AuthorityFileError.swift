/// Why a PEM file of authorities cannot be used; names the file and what to do.
package enum AuthorityFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no file of that name.
    case missing(file: String)
    /// The file is there and cannot be read, or is larger than `AuthorityFile.sizeLimit`.
    case unreadable(file: String, reason: String)
    /// The file holds one certificate in DER.
    case binary(file: String)
    /// The file holds no PEM block at all.
    case notPEM(file: String)
    /// The file holds PEM blocks, and none of them is a certificate.
    case noCertificate(file: String)
    /// The certificate of that number, counted from 1, cannot be used.
    case unreadableCertificate(file: String, number: Int, reason: String)

    /// One or two sentences.
    package var description: String {
        switch self {
        case .missing(let file):
            "\(file): no such file. Give the path of a PEM file with the authority's certificate."
        case .unreadable(let file, let reason):
            "\(file): cannot be read: \(reason)."
        case .binary(let file):
            "\(file): is in DER, not in PEM. Convert it: openssl x509 -inform der -in \(file) -out \(file).pem"
        case .notPEM(let file):
            "\(file): is not PEM. It must hold lines between BEGIN CERTIFICATE and END CERTIFICATE."
        case .noCertificate(let file):
            "\(file): holds no certificate. It must hold a BEGIN CERTIFICATE block; keys and requests do not count."
        case .unreadableCertificate(let file, let number, let reason):
            "\(file): certificate \(number) cannot be used: \(reason). Remove it from the file or replace it."
        }
    }
}
