import FleetModel
import Testing

@testable import CertificateChecks

@Suite struct CertificateDecoderTests {
    /// What `openssl x509 -text` says of the same certificates.
    @Test func realCertificatesReadAsOpenSSLReadsThem() throws {
        let leaf = try CertificateDecoder.decode(Sample.valid)
        #expect(
            leaf.description
                == CertificateDescription(
                    subject: "CN=host1.lab.test", commonName: "host1.lab.test",
                    issuer: "O=rdp lab, CN=rdp lab issuing CA 1", serial: "0c627860f739ea4e",
                    notBefore: Instant(year: 2026, month: 11, day: 22),
                    notAfter: Instant(year: 2027, month: 11, day: 22),
                    dnsNames: ["host1.lab.test", "*.fleet.lab.test"],
                    addresses: [IPAddress("127.0.0.1")].compactMap(\.self), key: "RSA 2048",
                    signatureAlgorithm: "sha256WithRSAEncryption", usages: ["serverAuth"],
                    sha256: "ccab91b108fdb76e15c34562b8dbc1385ea384bc87b4d1b1befa670364c41624",
                    keySHA256: "96238261874bb605da70c392b69c6c2169dbe99b072f6bc9f4ad1f570aceb3ca"))
        #expect(leaf.remarks.isEmpty && leaf.unreadable.isEmpty)
        #expect(leaf.extensions.keyUsage == 0xA0)

        let windows = try CertificateDecoder.decode(Sample.selfSignedLikeWindows).description
        #expect(windows.subject == "CN=WIN-LAB01.corp.lab.test" && windows.subject == windows.issuer)
        #expect(windows.serial == "4f73e5887cc70471cc4a99d98d88102733099658")
        #expect(windows.isSelfSigned && windows.dnsNames.isEmpty)
        #expect(windows.notAfter == Instant(year: 2027, month: 5, day: 23))
        #expect(windows.sha256 == "e8530def8aac130f26a92d8806dc0ae8351b9850ec63c62452e76e4628509a92")
        // openssl x509 -pubkey -noout | openssl pkey -pubin -outform der | sha256sum
        #expect(windows.keySHA256 == "9d2bb9ac21e22a97dfd14a9d74f09febccc70542198e8169ecbb7b94835f7d68")
    }

    @Test(arguments: [
        ("labRSA1024", "RSA 1024", "sha256WithRSAEncryption"), ("labP384", "ECDSA P-384", "sha384WithRSAEncryption"),
        ("labSHA1SelfSigned", "RSA 2048", "sha1WithRSAEncryption"), ("labRoot", "RSA 3072", "sha256WithRSAEncryption"),
        ("md5SelfSigned", "RSA 1024", "md5WithRSAEncryption"), ("dsa", "DSA 1024", "dsa-with-SHA256"),
        ("p192", "ECDSA P-192", "ecdsa-with-SHA256"), ("pss", "RSA 2048", "rsassaPss with SHA-256"),
        ("explicitCurve", "ECDSA with a curve of its own", "ecdsa-with-SHA256"), ("ed448", "Ed448", "Ed448"),
    ])
    func keysAndSignaturesAreNamed(sample: String, key: String, signature: String) throws {
        let der = try #require(Sample.all.first { $0.name == sample }?.der)
        let described = try CertificateDecoder.decode(der).description
        #expect(described.key == key)
        #expect(described.signatureAlgorithm == signature)
    }

    @Test(
        arguments: [
            ("UTF8String", 0x0C, Array("Köln".utf8), "CN=Köln"),
            ("TeletexString", 0x14, [0x4B, 0xF6, 0x6C, 0x6E], "CN=Köln"),
            ("BMPString", 0x1E, [0, 0x4B, 0, 0xF6, 0, 0x6C, 0, 0x6E], "CN=Köln"),
            ("UniversalString", 0x1C, [0, 0, 0, 0x4B, 0, 0x01, 0xF5, 0xA5], "CN=K🖥"),
            ("PrintableString", 0x13, Array("a, b+c\\".utf8), "CN=a\\, b\\+c\\\\"),
            ("empty UTF8String", 0x0C, [], "CN="),
        ] as [(String, UInt8, [UInt8], String)])
    func everyStringTypeIsText(type: String, tag: UInt8, bytes: [UInt8], text: String) throws {
        var made = HandMadeCertificate()
        made.subject = [HandMadeCertificate.attribute(HandMadeCertificate.cn, tag, bytes)]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.subject == text, "\(type)")
        #expect(certificate.remarks.isEmpty, "\(type)")
    }

    @Test(
        arguments: [
            ("escape sequence", 0x0C, [0x1B, 0x5B, 0x32, 0x4A], "CN=\u{FFFD}[2J"),
            ("not UTF-8", 0x0C, [0xC3, 0x28], "CN=\u{FFFD}("),
            ("half a UTF-16 pair", 0x1E, [0xD8, 0x3D], "CN=\u{FFFD}"), ("odd BMPString", 0x1E, [0, 0x41, 0], "CN=A"),
            ("no string at all", 0x02, [0x2A], "CN=#02012a"),
        ] as [(String, UInt8, [UInt8], String)])
    func aStringThatCannotBeReadIsRemarkedAndCleaned(what: String, tag: UInt8, bytes: [UInt8], text: String) throws {
        var made = HandMadeCertificate()
        made.subject = [HandMadeCertificate.attribute(HandMadeCertificate.cn, tag, bytes)]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.subject == text, "\(what)")
        #expect(certificate.remarks == ["A part of its subject cannot be read."], "\(what)")
    }

    @Test func theLastCommonNameCountsAndUnknownAttributesAreNumbered() throws {
        var made = HandMadeCertificate()
        made.subject = [
            HandMadeCertificate.attribute(HandMadeCertificate.cn, 0x13, Array("first".utf8)),
            HandMadeCertificate.attribute(HandMadeCertificate.organisation, 0x13, Array("Example".utf8)),
            HandMadeCertificate.attribute([0x2A, 0x03, 0x04], 0x13, Array("x".utf8)),
            HandMadeCertificate.attribute(HandMadeCertificate.cn, 0x13, Array("last".utf8)),
        ]
        let described = try CertificateDecoder.decode(made.der).description
        #expect(described.subject == "CN=first, O=Example, 1.2.3.4=x, CN=last")
        #expect(described.commonName == "last")
        #expect(described.serial == "c0ffee")
    }

    @Test(
        arguments: [
            (0x17, "491231235959Z", "2049-12-31T23:59:59Z", true),
            (0x17, "500101000000Z", "1950-01-01T00:00:00Z", true),
            (0x17, "2501010000Z", "2025-01-01T00:00:00Z", false),
            (0x17, "250101000000+0200", "2024-12-31T22:00:00Z", false),
            (0x18, "20500101000000Z", "2050-01-01T00:00:00Z", true),
            (0x18, "99991231235959Z", "9999-12-31T23:59:59Z", true),
            (0x18, "20250101000000.25Z", "2025-01-01T00:00:00Z", false),
            (0x18, "2025010112", "2025-01-01T12:00:00Z", false),
            (0x18, "20250101000000-0130", "2025-01-01T01:30:00Z", false),
        ] as [(UInt8, String, String, Bool)])
    func datesAreReadInEveryForm(tag: UInt8, text: String, moment: String, isRegular: Bool) throws {
        var made = HandMadeCertificate()
        made.notBefore = tlv(0x17, Array("500101000000Z".utf8))
        made.notAfter = tlv(tag, Array(text.utf8))
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.notAfter?.iso8601 == moment)
        #expect(certificate.remarks.isEmpty == isRegular)
        #expect(certificate.unreadable.isEmpty)
    }

    @Test(
        arguments: [
            (0x17, "250231000000Z"), (0x17, "25"), (0x17, ""), (0x17, "250101000000"), (0x17, "250101000000Zjunk"),
            (0x17, "25010100000\u{1B}Z"), (0x18, "20251301000000Z"), (0x18, "20250101250000Z"), (0x02, "250101000000Z"),
            (0x17, "250101000000+9900"), (0x17, "２５0101000000Z"),
        ] as [(UInt8, String)])
    func aDateThatDoesNotExistIsMissingAndNamed(tag: UInt8, text: String) throws {
        var made = HandMadeCertificate()
        made.notAfter = tlv(tag, Array(text.utf8))
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.notAfter == nil)
        #expect(certificate.description.notBefore == Instant(year: 2025, month: 1, day: 1))
        #expect(certificate.unreadable == ["the end of its validity"])
    }

    @Test func aValidityThatEndsBeforeItBeginsIsRemarked() throws {
        var made = HandMadeCertificate()
        made.notAfter = tlv(0x17, Array("240101000000Z".utf8))
        #expect(try CertificateDecoder.decode(made.der).remarks == ["Its validity ends before it begins."])
    }

    @Test(arguments: [
        ("alternative names", HandMadeCertificate.alternativeNames, "its alternative names"),
        ("usage", HandMadeCertificate.extendedKeyUsage, "its extended key usage"),
    ])
    func garbageInAnExtensionThatMattersIsNamed(what: String, identifier: [UInt8], part: String) throws {
        for garbage: [UInt8] in [[], [0x30], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x04, 0x01, 0x41], [0xFF, 0xFF]] {
            var made = HandMadeCertificate()
            made.extensions = [(identifier, garbage)]
            #expect(try CertificateDecoder.decode(made.der).unreadable == [part], "\(what) \(garbage)")
        }
    }

    @Test func garbageInOtherExtensionsDoesNotMatter() throws {
        var made = HandMadeCertificate()
        made.extensions = [
            (HandMadeCertificate.keyUsage, [0x03]), (HandMadeCertificate.authorityKeyIdentifier, [0x30, 0x05]),
            ([0x2A, 0x03], [0xFF]),
        ]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.unreadable.isEmpty)
        #expect(certificate.remarks == ["The key usage cannot be read."])
    }

    @Test func atMostAHundredAlternativeNamesAreKept() throws {
        var made = HandMadeCertificate()
        let names = (0..<3000).flatMap { tlv(0x82, Array("h\($0).example.test".utf8)) }
        made.extensions = [(HandMadeCertificate.alternativeNames, tlv(0x30, names))]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.dnsNames.count == 100)
        #expect(certificate.description.dnsNames.last == "h99.example.test")
        #expect(certificate.remarks == ["Of 3000 alternative names only the first 100 are looked at."])
    }

    @Test func anAddressOfAWrongLengthIsRemarked() throws {
        var made = HandMadeCertificate()
        made.extensions = [(HandMadeCertificate.alternativeNames, tlv(0x30, tlv(0x87, [10, 0, 0])))]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.addresses.isEmpty && certificate.extensions.namesServers)
        #expect(certificate.remarks == ["An alternative name is an address of 3 bytes."])
    }

    @Test func thousandsOfBadAddressesAreOneRemarkAndCountAsNames() throws {
        var made = HandMadeCertificate()
        let names = (0..<14_000).flatMap { _ in tlv(0x87, [1, 2]) } + tlv(0x82, Array("late.example.test".utf8))
        made.extensions = [(HandMadeCertificate.alternativeNames, tlv(0x30, names))]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.dnsNames.isEmpty && certificate.description.addresses.isEmpty)
        #expect(
            certificate.remarks == [
                "100 alternative names are addresses of a wrong length.",
                "Of 14001 alternative names only the first 100 are looked at.",
            ])
    }

    @Test func twentyUsagesAreKeptAndAllAreLookedAt() throws {
        var made = HandMadeCertificate()
        let usages = (1...30).flatMap { tlv(0x06, [0x2A, 0x03, UInt8($0)]) }
        let server = tlv(0x06, [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01])
        made.extensions = [(HandMadeCertificate.extendedKeyUsage, tlv(0x30, usages + usages + server))]
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.usages.count == 20 && certificate.description.usages.last == "1.2.3.20")
        #expect(certificate.extensions.allowsServers)
        #expect(certificate.remarks == ["Of 31 extended key usages only the first 20 are shown."])
    }

    @Test func onlyTheFirstExtensionOfAKindCounts() throws {
        var made = HandMadeCertificate()
        let client = tlv(0x30, tlv(0x06, [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x02]))
        let server = tlv(0x30, tlv(0x06, [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01]))
        made.extensions = [(HandMadeCertificate.extendedKeyUsage, client)]
        made.extensions += Array(repeating: (HandMadeCertificate.extendedKeyUsage, server), count: 120)
        let certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.description.usages == ["clientAuth"] && !certificate.extensions.allowsServers)
        #expect(
            certificate.remarks == [
                "It repeats 99 of its extensions; only the first of each kind counts.",
                "Of 121 extensions only the first 100 are looked at.",
            ])
    }

    @Test func nonsenseKeysAndAlgorithmsAreNamed() throws {
        var made = HandMadeCertificate()
        made.publicKey = tlv(0x30, [])
        made.signatureAlgorithm = tlv(0x30, tlv(0x06, [0x2A, 0x03]))
        var certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.unreadable == ["its public key"])
        #expect(certificate.description.signatureAlgorithm == "1.2.3")
        made.signatureAlgorithm = tlv(0x30, tlv(0x02, [1]))
        certificate = try CertificateDecoder.decode(made.der)
        #expect(certificate.unreadable == ["its public key", "its signature algorithm"])
    }

    @Test func anObjectIdentifierOfThousandsOfArcsIsBounded() throws {
        var made = HandMadeCertificate()
        made.signatureAlgorithm = tlv(0x30, tlv(0x06, [0x2A] + [UInt8](repeating: 1, count: 5000)))
        let name = try CertificateDecoder.decode(made.der).description.signatureAlgorithm
        #expect(name.unicodeScalars.count == 64)
    }

    @Test func berIsReadAndRemarked() throws {
        let der = HandMadeCertificate().der
        // The same certificate with the outer length left open (X.690, 8.1.3.6).
        let ber = [0x30, 0x80] + der.dropFirst(4) + [0, 0]
        let certificate = try CertificateDecoder.decode(Array(ber))
        #expect(certificate.description.commonName == "odd.example.test")
        #expect(certificate.remarks == ["It is encoded in BER instead of DER."])
    }

    @Test func whatIsNoCertificateIsRefusedWithAReason() {
        #expect(throws: UnreadableCertificate.notASN1) { try CertificateDecoder.decode([]) }
        #expect(throws: UnreadableCertificate.notASN1) { try CertificateDecoder.decode(Array("<html>".utf8)) }
        #expect(throws: UnreadableCertificate.notACertificate) { try CertificateDecoder.decode([0x30, 0x00]) }
        #expect(throws: UnreadableCertificate.notASN1) { try CertificateDecoder.decode(Sample.valid + [0]) }
        #expect(throws: UnreadableCertificate.tooLarge(bytes: 65_537)) {
            try CertificateDecoder.decode([UInt8](repeating: 0x30, count: 65_537))
        }
        // Deeper than any certificate: must be refused, not overflow the stack.
        let deep = (0..<5000).reduce(into: [UInt8]()) { bytes, _ in bytes = Array(tlv(0x30, bytes).prefix(60_000)) }
        #expect(throws: UnreadableCertificate.notASN1) { try CertificateDecoder.decode(deep) }
    }
}

@Suite struct HostileCertificateTests {
    @Test(arguments: Sample.all.map(\.name))
    func everyTruncationIsRefused(sample: String) throws {
        let der = try #require(Sample.all.first { $0.name == sample }?.der)
        #expect((try? CertificateDecoder.decode(der)) != nil)
        for length in 0..<der.count {
            #expect(throws: UnreadableCertificate.notASN1) { try CertificateDecoder.decode(Array(der.prefix(length))) }
        }
    }

    @Test(arguments: ["valid", "selfSignedLikeWindows", "explicitCurve", "pss"])
    func everyChangeOfOneByteDecodesOrIsRefusedAndStaysClean(sample: String) throws {
        let der = try #require(Sample.all.first { $0.name == sample }?.der)
        var decoded = 0
        for place in der.indices {
            for change in [0x01, 0x80, 0xFF, der[place]] as [UInt8] {
                var changed = der
                changed[place] ^= change
                guard let certificate = try? CertificateDecoder.decode(changed) else { continue }
                decoded += 1
                _ = NameMatching.match("host1.lab.test", certificate)
                let about = certificate.description
                let texts = [about.subject, about.issuer, about.key, about.signatureAlgorithm] + about.dnsNames
                #expect(texts.allSatisfy { $0 == CleanText.clean($0) }, "byte \(place)")
            }
        }
        #expect(decoded > der.count)
    }
}
