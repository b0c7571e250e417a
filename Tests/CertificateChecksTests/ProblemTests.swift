import Crypto
import FleetModel
import Foundation
import SwiftASN1
import Testing
import X509

@testable import CertificateChecks

@Suite struct ProblemTests {
    @Test(
        arguments: [
            (
                "valid", "host1.lab.test", NameMatch.alternativeName("host1.lab.test"),
                [CertificateProblem.incompleteChain],
                TrustPath.missingIntermediate("O=rdp lab, CN=rdp lab issuing CA 1")
            ),
            (
                "valid", "x.fleet.lab.test", .alternativeName("*.fleet.lab.test"), [.incompleteChain],
                .missingIntermediate("O=rdp lab, CN=rdp lab issuing CA 1")
            ),
            (
                "valid", "127.0.0.1", .alternativeName("127.0.0.1"), [.incompleteChain],
                .missingIntermediate("O=rdp lab, CN=rdp lab issuing CA 1")
            ),
            (
                "valid", "other.lab.test", .none, [.nameMismatch, .incompleteChain],
                .missingIntermediate("O=rdp lab, CN=rdp lab issuing CA 1")
            ),
            (
                "labClientAuth", "host1.lab.test", .alternativeName("host1.lab.test"), [.wrongUsage, .incompleteChain],
                .missingIntermediate("O=rdp lab, CN=rdp lab issuing CA 1")
            ),
            ("selfSignedLikeWindows", "win-lab01", .shortName("WIN-LAB01.corp.lab.test"), [.untrusted], .selfSigned),
            ("selfSignedLikeWindows", "10.0.0.1", .none, [.nameMismatch, .untrusted], .selfSigned),
            ("labSHA1SelfSigned", "host1", .commonName("HOST1"), [.weakSignature, .untrusted], .selfSigned),
            (
                "md5SelfSigned", "old-2003", .commonName("OLD-2003"), [.weakKey, .weakSignature, .untrusted],
                .selfSigned
            ),
            ("dsa", "dsa.example.test", .commonName("dsa.example.test"), [.weakKey, .untrusted], .selfSigned),
            ("p192", "curve.example.test", .commonName("curve.example.test"), [.weakKey, .untrusted], .selfSigned),
            ("explicitCurve", "explicit.example.test", .commonName("explicit.example.test"), [.untrusted], .selfSigned),
            ("pss", "pss.example.test", .commonName("pss.example.test"), [.untrusted], .selfSigned),
            ("ed448", "ed448.example.test", .commonName("ed448.example.test"), [.untrusted], .selfSigned),
            (
                "worksSHA1", "ts01.example.test", .alternativeName("ts01.example.test"), [.weakSignature],
                .trusted(["CN=ts01.example.test", "O=Example Works, CN=Example Works Root"])
            ),
            (
                "worksMD5", "ts01.example.test", .alternativeName("ts01.example.test"), [.weakSignature],
                .undecided(
                    "the signatures of CN=ts01.example.test cannot be verified here (RSA 2048, md5WithRSAEncryption)")
            ),
            (
                "worksRSA1024", "ts02", .none, [.nameMismatch, .weakKey],
                .undecided(
                    "the signatures of CN=ts01.example.test cannot be verified here (RSA 1024, sha256WithRSAEncryption)"
                )
            ),
        ] as [(String, String, NameMatch, [CertificateProblem], TrustPath)])
    func allProblemsAreToldAtOnceAndInOrder(
        sample: String, asked: String, match: NameMatch, problems: [CertificateProblem], trust: TrustPath
    ) async throws {
        let der = try #require(Sample.all.first { $0.name == sample }?.der)
        let facts = try #require(
            await examiner(trusting: [Sample.labRoot, Sample.worksRoot]).examine(
                chain: [der], askedFor: asked, pin: nil))
        #expect(facts.nameMatch == match)
        #expect(facts.problems == problems)
        #expect(facts.trust == trust)
        #expect(facts.remarks.count >= problems.count)
    }

    @Test func theLabsWholeChainIsTrusted() async throws {
        let facts = await examiner(trusting: [Sample.labRoot])
            .examine(chain: [Sample.valid, Sample.labIssuing], askedFor: "host1.lab.test", pin: nil)
        #expect(
            facts?.trust
                == .trusted([
                    "CN=host1.lab.test", "O=rdp lab, CN=rdp lab issuing CA 1", "O=rdp lab, CN=rdp lab root CA",
                ]))
        #expect(facts?.problems == [])
    }

    @Test func weakCertificatesFurtherUpAreToldByName() async throws {
        var upper = HandMadeCertificate()
        upper.subject = upper.issuer
        upper.issuer = [HandMadeCertificate.attribute(HandMadeCertificate.cn, 0x0C, Array("Root".utf8))]
        upper.publicKey = HandMadeCertificate.rsaKey(bytes: 128)
        upper.signatureAlgorithm = tlv(0x30, tlv(0x06, Array(HandMadeCertificate.sha256WithRSA.dropLast()) + [0x05]))
        let chain = [HandMadeCertificate().der, upper.der]
        let facts = await examiner().examine(chain: chain, askedFor: "odd.example.test", pin: nil)
        #expect(facts?.problems == [.weakKey, .weakSignature, .untrusted])
        #expect(facts?.remarks.first == "The key of CN=Odd Authority is RSA with 1024 bits; 2048 are the least.")
        #expect(facts?.remarks.dropFirst().first == "CN=Odd Authority is signed with SHA-1 (sha1WithRSAEncryption).")
    }

    @Test(
        arguments: [
            ([ExtendedKeyUsage.Usage.serverAuth], []), ([.clientAuth, .serverAuth], []), ([.clientAuth], [.wrongUsage]),
            ([.any], []), ([ExtendedKeyUsage.Usage(oid: [1, 3, 6, 1, 4, 1, 311, 54, 1, 2])], []), (nil, []),
        ] as [([ExtendedKeyUsage.Usage]?, [CertificateProblem])])
    func usagesAreJudged(usages: [ExtendedKeyUsage.Usage]?, problems: [CertificateProblem]) async throws {
        let pki = try TestPKI()
        let leaf = try TestPKI.leaf(TestPKI.Leaf(usages: usages), by: pki.root)
        let facts = await examiner(trusting: [pki.root.der]).examine(
            chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.problems == problems)
    }

    @Test func aRootsOwnSignatureDoesNotCount() async throws {
        var root = HandMadeCertificate()
        root.subject = root.issuer
        root.signatureAlgorithm = tlv(0x30, tlv(0x06, Array(HandMadeCertificate.sha256WithRSA.dropLast()) + [0x05]))
        let chain = [HandMadeCertificate().der, root.der]
        let facts = await examiner().examine(chain: chain, askedFor: "odd.example.test", pin: nil)
        #expect(facts?.trust == .unknownAuthority("CN=Odd Authority"))
        #expect(facts?.problems == [.untrusted])
    }

    @Test func aKeyUsageWithoutSignaturesIsARemark() async throws {
        let pki = try TestPKI()
        let leaf = try TestPKI.leaf(TestPKI.Leaf(keyUsage: KeyUsage(keyCertSign: true)), by: pki.root)
        let facts = await examiner(trusting: [pki.root.der]).examine(
            chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.problems == [])
        #expect(facts?.remarks == ["Its key usage allows neither digital signatures nor key encipherment."])
    }

    @Test func thePinIsCompared() async throws {
        let digest = "e8530def8aac130f26a92d8806dc0ae8351b9850ec63c62452e76e4628509a92"
        for (pin, problems) in [
            (digest, [CertificateProblem.untrusted]), (digest.uppercased(), [.untrusted]),
            (String(repeating: "0", count: 64), [.untrusted, .pinMismatch]),
        ] {
            let facts = await examiner().examine(
                chain: [Sample.selfSignedLikeWindows], askedFor: "win-lab01.corp.lab.test", pin: pin)
            #expect(facts?.problems == problems)
        }
    }

    @Test func anUnreadableCertificateStillHasItsDigest() async throws {
        let facts = try #require(await examiner().examine(chain: [Array("garbage".utf8)], askedFor: "ts01", pin: nil))
        #expect(facts.problems == [.unreadable])
        #expect(facts.remarks == ["The certificate cannot be read. Its bytes are not ASN.1 or are cut short."])
        #expect(
            facts.leaf.sha256 == SHA256.hash(data: Array("garbage".utf8)).map { String(format: "%02x", $0) }.joined())
        #expect(await examiner().examine(chain: [], askedFor: "ts01", pin: nil) == nil)
    }

    @Test func partsThatCannotBeReadAreToldOnceAsAProblem() async throws {
        var made = HandMadeCertificate()
        made.notAfter = tlv(0x17, [])
        made.notBefore = tlv(0x17, [])
        let facts = await examiner().examine(chain: [made.der], askedFor: "odd.example.test", pin: nil)
        #expect(facts?.problems == [.unreadable, .untrusted])
        #expect(facts?.remarks.first == "The certificate cannot be read whole: the begin of its validity.")
        #expect(facts?.leaf.commonName == "odd.example.test")
    }

    @Test func atMostSixteenCertificatesAreLookedAtAndBadOnesAreTold() async throws {
        let chain = [Sample.valid, [0xFF]] + [[UInt8]](repeating: Sample.labIssuing, count: 20)
        let facts = await examiner(trusting: [Sample.labRoot]).examine(
            chain: chain, askedFor: "host1.lab.test", pin: nil)
        #expect(facts?.intermediates.count == 15)
        #expect(facts?.problems == [])
        #expect(
            facts?.remarks == [
                "Of 22 certificates that were sent only the first 16 are read.",
                "Certificate 2 that was sent cannot be read.",
            ])
    }

    @Test func anUnknownSignatureAlgorithmIsARemark() async throws {
        var made = HandMadeCertificate()
        made.signatureAlgorithm = tlv(0x30, tlv(0x06, [0x2A, 0x03]))
        let facts = await examiner().examine(chain: [made.der], askedFor: "odd.example.test", pin: nil)
        #expect(facts?.problems == [.untrusted])
        #expect(facts?.remarks.first == "It is signed with an algorithm that is not known here: 1.2.3.")
    }

    @Test func theKeyUsageOfWindowsOwnCertificatesIsNotRemarked() async throws {
        // keyEncipherment and dataEncipherment, by oneself.
        var made = HandMadeCertificate()
        made.subject = made.issuer
        made.extensions = [(HandMadeCertificate.keyUsage, tlv(0x03, [4, 0x30]))]
        let examiner = examiner(trusting: [made.der])
        let facts = await examiner.examine(chain: [made.der], askedFor: "Odd Authority", pin: nil)
        #expect(facts?.leaf.sha256.count == 64 && facts?.remarks == [])
    }
}
