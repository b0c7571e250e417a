import LabSupport
import Testing

@Suite("The laboratory's certification authority")
struct LabAuthorityTests {
    /// A profile, and what `openssl x509 -text` must say about it.
    private static let profiles: [(CertificateProfile, [String])] = [
        (.valid(for: "a.lab.test"), ["DNS:a.lab.test", "ASN1 OID: prime256v1", "ecdsa-with-SHA256", "Issuing CA 1"]),
        (.p384(for: "a.lab.test"), ["ASN1 OID: secp384r1", "ecdsa-with-SHA384"]),
        (.rsa1024(for: "a.lab.test"), ["Public-Key: (1024 bit)"]),
        (.rsa4096(for: "a.lab.test"), ["Public-Key: (4096 bit)"]),
        (.sha1(for: "a.lab.test"), ["sha1WithRSAEncryption"]),
        (.md5(for: "a.lab.test"), ["md5WithRSAEncryption"]),
        (
            .windowsSelfSigned(host: "TS01"),
            ["Issuer: CN = TS01", "Subject: CN = TS01", "TLS Web Server Authentication"]
        ),
        (.clientUsage(for: "a.lab.test"), ["TLS Web Client Authentication"]),
        (.wrongName(), ["DNS:other.lab.test"]),
    ]

    @Test("makes each certificate as its profile says", arguments: profiles)
    func profile(profile: CertificateProfile, phrases: [String]) async throws {
        let certificate = try await LabAuthority.shared.certificate(profile)
        let text = try await run(.openssl, ["x509", "-in", certificate.leaf, "-noout", "-text"])
        for phrase in phrases { #expect(text.contains(phrase)) }
        #expect(text.contains("Subject Alternative Name") == !profile.names.isEmpty)
    }

    @Test(
        "issues what verifies against its root, or fails for the one reason of its profile",
        arguments: [
            (CertificateProfile.valid(for: "a.lab.test"), "OK"), (.expiringInAWeek(for: "a.lab.test"), "OK"),
            (.rsa4096(for: "a.lab.test"), "OK"), (.expired(for: "a.lab.test"), "certificate has expired"),
            (.notYetValid(for: "a.lab.test"), "certificate is not yet valid"),
            (.wrongName(), "hostname mismatch"), (.clientUsage(for: "a.lab.test"), "unsuitable certificate purpose"),
            (.withoutIntermediate(for: "a.lab.test"), "unable to get local issuer certificate"),
            (.rsa1024(for: "a.lab.test"), "EE certificate key too weak"),
            (.windowsSelfSigned(host: "a.lab.test"), "self-signed certificate"),
        ]
    )
    func verification(profile: CertificateProfile, verdict: String) async throws {
        let authority = LabAuthority.shared
        let certificate = try await authority.certificate(profile)
        let result = try await run(
            executable: LabProgram.openssl.path(),
            arguments: ["verify", "-CAfile", authority.rootCertificate(), "-untrusted", certificate.chain]
                + ["-purpose", "sslserver", "-verify_hostname", "a.lab.test", "-auth_level", "2", certificate.leaf]
        )
        #expect((result.standardOutput + result.standardError).contains(verdict))
        #expect((result.status == 0) == (verdict == "OK"))
    }

    @Test("ends the certificate that expires in a week in a week")
    func expiringInAWeek() async throws {
        let certificate = try await LabAuthority.shared.certificate(.expiringInAWeek(for: "a.lab.test"))
        let openssl = try LabProgram.openssl.path()
        // Six days and seven days from now, in seconds; the status is 1 when it will have ended by then.
        for (seconds, status) in [(518_400, 0), (604_801, 1)] as [(Int, Int32)] {
            let result = try await run(
                executable: openssl,
                arguments: ["x509", "-in", certificate.leaf, "-noout", "-checkend", "\(seconds)"]
            )
            #expect(result.status == status, "\(result)")
        }
    }

    @Test("makes a certificate once, also when asked twice at the same time")
    func cache() async throws {
        let authority = LabAuthority()
        async let first = authority.certificate(.valid(for: "once.lab.test"))
        async let second = authority.certificate(.valid(for: "once.lab.test"))
        #expect(try await first == second)
    }
}
