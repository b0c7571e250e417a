internal import FoundationEssentials

/// A private certification authority of one test process, made with the openssl command when first needed.
///
/// There is a root, and below it an intermediate on P-256. SHA-1 and MD5 signatures come from a second intermediate on
/// RSA, because those hashes met RSA in the field and MD5 has no ECDSA form. Each certificate is made once per process.
package actor LabAuthority {
    /// The authority that all tests of this process share.
    package static let shared = LabAuthority()

    private var folder: Task<ScratchFolder, any Error>?
    private var authorities: [SigningRole: Task<IssuedCertificate, any Error>] = [:]
    private var certificates: [CertificateProfile: Task<IssuedCertificate, any Error>] = [:]
    private var rsaKeys: [Int: Task<String, any Error>] = [:]

    private enum SigningRole: String {
        case root
        case intermediate
        case rsaIntermediate

        var commonName: String {
            switch self {
            case .root: "Lab Root CA"
            case .intermediate: "Lab Issuing CA 1"
            case .rsaIntermediate: "Lab Issuing CA 2"
            }
        }
    }

    /// Makes an authority with a root of its own, whom nobody trusts who trusts the shared one.
    package init() {}

    /// The path of the root certificate, in PEM, for the `ca:` of a fleet file.
    package func rootCertificate() async throws -> String {
        try await authority(.root).leaf
    }

    /// Makes the certificate and its key, or returns the one made before.
    package func certificate(_ profile: CertificateProfile) async throws -> IssuedCertificate {
        if let made = certificates[profile] { return try await made.value }
        let making = Task { try await self.make(profile) }
        certificates[profile] = making
        return try await making.value
    }

    private func authority(_ role: SigningRole) async throws -> IssuedCertificate {
        if let made = authorities[role] { return try await made.value }
        let making = Task { try await self.make(role) }
        authorities[role] = making
        return try await making.value
    }

    private func make(_ role: SigningRole) async throws -> IssuedCertificate {
        let usage = "keyUsage = critical,keyCertSign,cRLSign\nsubjectKeyIdentifier = hash\n"
        let signer: IssuedCertificate?
        let key: CertificateProfile.Key
        let constraints: String
        switch role {
        case .root: (signer, key, constraints) = (nil, .p256, "critical,CA:TRUE")
        case .intermediate:
            (signer, key, constraints) = (try await authority(.root), .p256, "critical,CA:TRUE,pathlen:0")
        case .rsaIntermediate:
            (signer, key, constraints) = (try await authority(.root), .rsa(bits: 2048), "critical,CA:TRUE,pathlen:0")
        }
        return try await sign(
            SigningRequest(
                commonName: role.commonName,
                key: try await makeKey(key),
                digest: .sha256,
                validity: .days(-1000, 2650),
                extensions: "basicConstraints = \(constraints)\n" + usage
            ),
            by: signer
        )
    }

    private func make(_ profile: CertificateProfile) async throws -> IssuedCertificate {
        var extensions = """
            keyUsage = \(profile.keyUsage)
            extendedKeyUsage = \(profile.extendedKeyUsage)
            subjectKeyIdentifier = hash

            """
        if !profile.names.isEmpty {
            extensions += "subjectAltName = " + profile.names.map { "DNS:\($0)" }.joined(separator: ",") + "\n"
        }
        let signer: IssuedCertificate?
        switch profile.issuer {
        case .itself:
            signer = nil
        case .intermediate:
            extensions += "basicConstraints = CA:FALSE\nauthorityKeyIdentifier = keyid\n"
            switch profile.digest {
            case .sha256, .sha384: signer = try await authority(.intermediate)
            case .sha1, .md5: signer = try await authority(.rsaIntermediate)
            }
        }
        return try await sign(
            SigningRequest(
                commonName: profile.commonName,
                key: try await makeKey(profile.key),
                digest: profile.digest,
                validity: profile.validity,
                extensions: extensions,
                presentsIssuer: profile.presentsIntermediate
            ),
            by: signer
        )
    }

    private func scratch() async throws -> ScratchFolder {
        if let folder { return try await folder.value }
        let making = Task { try ScratchFolder() }
        folder = making
        return try await making.value
    }

    /// Makes a private key and returns its path; RSA keys, which are slow, are made once per size.
    private func makeKey(_ key: CertificateProfile.Key) async throws -> String {
        switch key {
        case .p256: return try await generateKey(["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        case .p384: return try await generateKey(["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"])
        case .rsa(let bits):
            if let made = rsaKeys[bits] { return try await made.value }
            let making = Task {
                try await self.generateKey(["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:\(bits)"])
            }
            rsaKeys[bits] = making
            return try await making.value
        }
    }

    private func generateKey(_ options: [String]) async throws -> String {
        let file = try await scratch()["\(UUID().uuidString).key"]
        try await run(.openssl, ["genpkey", "-quiet"] + options + ["-out", file])
        return file
    }

    private func sign(_ request: SigningRequest, by signer: IssuedCertificate?) async throws -> IssuedCertificate {
        // A folder each: `openssl ca` keeps a database and would not share it with another that runs beside it.
        let folder = try await scratch().makeFolder(UUID().uuidString)
        return try await request.sign(by: signer, in: folder)
    }
}
