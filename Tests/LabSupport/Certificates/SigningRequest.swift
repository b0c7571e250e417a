internal import FoundationEssentials

/// One certificate to be signed with `openssl ca`, the only openssl command that takes both dates.
struct SigningRequest: Sendable {
    var commonName: String
    /// The path of the subject's private key.
    var key: String
    var digest: CertificateProfile.Digest
    var validity: CertificateProfile.Validity
    /// Lines of an openssl extension section.
    var extensions: String
    var presentsIssuer = false

    /// Signs with the issuer's key, or with its own when there is no issuer, and leaves the files in the folder.
    func sign(by issuer: IssuedCertificate?, in folder: String) async throws -> IssuedCertificate {
        let configuration = "\(folder)/openssl.cnf"
        try write(configurationText(folder: folder), to: configuration)
        try write("", to: "\(folder)/index.txt")
        let csr = "\(folder)/request.csr"
        let leaf = "\(folder)/leaf.crt"
        try await run(.openssl, ["req", "-new", "-config", configuration, "-key", key, "-out", csr])
        let now = Int(Date.now.timeIntervalSince1970)
        let signature =
            issuer.map { ["-cert", $0.leaf, "-keyfile", $0.key] } ?? ["-selfsign", "-keyfile", key]
        try await run(
            .openssl,
            ["ca", "-batch", "-notext", "-config", configuration, "-extensions", "extensions", "-md", digest.rawValue]
                + ["-startdate", Self.opensslTime(now + validity.begins)]
                + ["-enddate", Self.opensslTime(now + validity.ends)]
                + signature + ["-in", csr, "-out", leaf]
        )
        let chain = "\(folder)/chain.crt"
        let presented = issuer.map { presentsIssuer ? text(ofFile: $0.leaf) : "" } ?? ""
        try write(text(ofFile: leaf) + presented, to: chain)
        return IssuedCertificate(chain: chain, leaf: leaf, key: key)
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private func configurationText(folder: String) -> String {
        """
        [req]
        distinguished_name = name
        prompt = no
        string_mask = utf8only
        [name]
        CN = \(commonName)
        [ca]
        default_ca = lab
        [lab]
        database = \(folder)/index.txt
        new_certs_dir = \(folder)
        rand_serial = yes
        unique_subject = no
        email_in_dn = no
        policy = any
        [any]
        commonName = supplied
        [extensions]
        \(extensions)
        """
    }

    /// Seconds since 1970 as YYYYMMDDHHMMSSZ.
    private static func opensslTime(_ seconds: Int) -> String {
        let style = Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted)
        return Date(timeIntervalSince1970: Double(seconds)).formatted(style).filter { $0 != "T" }
    }
}
