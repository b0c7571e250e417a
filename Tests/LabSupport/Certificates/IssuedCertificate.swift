internal import FoundationEssentials

/// The files of one certificate, in PEM, as servers want them; they live as long as their ``LabAuthority``.
package struct IssuedCertificate: Sendable, Equatable {
    /// The path of what the server presents: the leaf, then perhaps the intermediate.
    package let chain: String
    /// The path of the leaf alone.
    package let leaf: String
    /// The path of the private key, without a passphrase.
    package let key: String

    /// The DER bytes of the leaf.
    package func leafDER() throws -> [UInt8] {
        let body = text(ofFile: leaf).split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        guard let data = Data(base64Encoded: body), !data.isEmpty else {
            throw LabError.malformed(file: leaf, expected: "a PEM certificate")
        }
        return [UInt8](data)
    }
}
