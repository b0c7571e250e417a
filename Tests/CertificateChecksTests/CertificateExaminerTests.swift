import Crypto
import Dispatch
import FleetModel
import Foundation
import SwiftASN1
import Synchronization
import Testing
import X509

@testable import CertificateChecks

/// An examiner that trusts just these.
private func examiner(trusting authorities: [[UInt8]] = [], system: [[UInt8]] = []) -> CertificateExaminer {
    let system = Authorities(system)
    return CertificateExaminer(authorities: authorities, system: { system })
}

@Suite struct TrustTests {
    private let pki: TestPKI

    init() throws { pki = try TestPKI() }

    @Test func aGoodCertificateHasNoProblem() async throws {
        let leaf = try TestPKI.leaf(by: pki.issuing)
        let facts = try #require(
            await examiner(trusting: [pki.root.der])
                .examine(chain: [leaf, pki.issuing.der], askedFor: "ts01.example.test", pin: nil))
        #expect(facts.problems.isEmpty && facts.remarks.isEmpty)
        #expect(facts.nameMatch == .alternativeName("ts01.example.test"))
        #expect(
            facts.trust
                == .trusted([
                    "CN=ts01.example.test", "O=Example Works, CN=Example Issuing 1", "O=Example Works, CN=Example Root",
                ]))
        #expect(facts.leaf.isSelfSigned == false && facts.intermediates.count == 1)
        #expect(facts.leaf.key == "ECDSA P-256" && facts.leaf.signatureAlgorithm == "ecdsa-with-SHA256")
    }

    @Test func datesPlayNoPartInTrust() async throws {
        let long = Date(timeIntervalSince1970: 0)
        var wanted = TestPKI.Leaf()
        (wanted.begin, wanted.end) = (long, long.addingTimeInterval(86_400))
        let issuing = try TestPKI.authority(
            "Old Issuing", below: pki.root, begin: long, end: long.addingTimeInterval(3600))
        let expired = try TestPKI.leaf(wanted, by: issuing)
        let examiner = examiner(trusting: [pki.root.der])
        let facts = await examiner.examine(chain: [expired, issuing.der], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.problems == [])
        guard case .trusted = facts?.trust else {
            Issue.record("\(String(describing: facts?.trust))")
            return
        }
        #expect(facts?.leaf.notAfter == Instant(seconds: 86_400))
    }

    @Test func theSystemsAuthoritiesCountToo() async throws {
        let leaf = try TestPKI.leaf(by: pki.root)
        let facts = await examiner(system: [pki.root.der]).examine(chain: [leaf], askedFor: "ts01", pin: nil)
        #expect(facts?.trust == .trusted(["CN=ts01.example.test", "O=Example Works, CN=Example Root"]))
        #expect(facts?.problems == [])
        #expect(facts?.remarks == ["The short name ts01 stands for ts01.example.test in it."])
    }

    @Test func aSelfSignedCertificateIsUntrustedUnlessItIsItselfTrusted() async throws {
        var wanted = TestPKI.Leaf(commonName: "HOST1", names: [])
        wanted.end = wanted.begin.addingTimeInterval(182 * 86_400)
        let leaf = try TestPKI.leaf(wanted, by: nil)
        let facts = try #require(
            await examiner(trusting: [pki.root.der]).examine(chain: [leaf], askedFor: "host1", pin: nil))
        #expect(facts.trust == .selfSigned && facts.leaf.isSelfSigned && facts.hasWindowsShape)
        #expect(facts.problems == [.untrusted] && facts.nameMatch == .commonName("HOST1"))
        let trusting = await examiner(trusting: [leaf]).examine(chain: [leaf], askedFor: "host1", pin: nil)
        #expect(trusting?.trust == .trusted(["CN=HOST1"]) && trusting?.problems == [])
    }

    @Test func sameNamesDoNotMakeACertificateSelfSigned() async throws {
        // Subject and issuer are the root's name, the signature is another key's.
        let other = try TestPKI.authority("Example Root", below: pki.root)
        let facts = await examiner().examine(chain: [other.der], askedFor: "host1", pin: nil)
        #expect(facts?.trust == .unknownAuthority("O=Example Works, CN=Example Root"))
        #expect(facts?.leaf.isSelfSigned == false)
    }

    @Test func aRootThatWasSentAndIsNotKnownIsUnknown() async throws {
        let leaf = try TestPKI.leaf(by: pki.issuing)
        let facts = await examiner()
            .examine(chain: [leaf, pki.issuing.der, pki.root.der], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.trust == .unknownAuthority("O=Example Works, CN=Example Root"))
        #expect(facts?.problems == [.untrusted])
    }

    @Test func aRootThatWasNotSentIsUnknown() async throws {
        let leaf = try TestPKI.leaf(by: pki.issuing)
        let chain = [leaf, pki.issuing.der]
        let facts = await examiner().examine(chain: chain, askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.trust == .unknownAuthority("O=Example Works, CN=Example Root"))
    }

    @Test func anIntermediateOfAKnownCompanyIsMissing() async throws {
        let leaf = try TestPKI.leaf(by: pki.issuing)
        let facts = await examiner(trusting: [pki.root.der])
            .examine(chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.trust == .missingIntermediate("O=Example Works, CN=Example Issuing 1"))
        #expect(facts?.problems == [.incompleteChain])
        let stranger = await examiner().examine(chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        #expect(stranger?.trust == .unknownAuthority("O=Example Works, CN=Example Issuing 1"))
    }

    @Test(arguments: [
        ("http://ca.test/i.crt", false, true), ("http://ca.test/i.crt", true, false), ("ldap:///CN=i", false, false),
    ])
    func anIssuerPublishedAsPublicOnesAreIsMissing(uri: String, hasTemplate: Bool, isMissing: Bool) async throws {
        var wanted = TestPKI.Leaf()
        let access = AuthorityInformationAccess([
            .init(method: .issuingCA, location: .uniformResourceIdentifier(uri))
        ])
        wanted.more = [try Certificate.Extension(access, critical: false)]
        if hasTemplate {
            wanted.more.append(.init(oid: [1, 3, 6, 1, 4, 1, 311, 21, 7], critical: false, value: [0x30, 0x00]))
        }
        let leaf = try TestPKI.leaf(wanted, by: pki.issuing)
        let facts = await examiner().examine(chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        let name = "O=Example Works, CN=Example Issuing 1"
        #expect(facts?.trust == (isMissing ? .missingIntermediate(name) : .unknownAuthority(name)))
    }

    @Test func anIntermediateThatWasSentMayPointToItsRoot() async throws {
        let uri = tlv(0x86, Array("http://ca.test/root.crt".utf8))
        let access = tlv(0x30, tlv(0x06, [0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02]) + uri)
        var upper = HandMadeCertificate()
        upper.subject = upper.issuer
        upper.issuer = [HandMadeCertificate.attribute(HandMadeCertificate.cn, 0x0C, Array("Root".utf8))]
        upper.extensions = [([0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x01, 0x01], tlv(0x30, access))]
        let chain = [HandMadeCertificate().der, upper.der]
        let facts = await examiner().examine(chain: chain, askedFor: "odd.example.test", pin: nil)
        #expect(facts?.trust == .unknownAuthority("CN=Root"))
    }

    @Test func theAuthorityKeyIdentifierDecidesWhenItNamesTheIssuersIssuer() async throws {
        for (above, expected) in [
            ("Odd Authority", TrustPath.unknownAuthority("CN=Odd Authority")),
            ("Odd Root", .missingIntermediate("CN=Odd Authority")),
        ] {
            var made = HandMadeCertificate()
            let name = tlv(0x30, HandMadeCertificate.attribute(HandMadeCertificate.cn, 0x0C, Array(above.utf8)))
            let identifier = tlv(0x30, tlv(0xA1, tlv(0xA4, name)) + tlv(0x82, [1]))
            made.extensions = [(HandMadeCertificate.authorityKeyIdentifier, identifier)]
            let facts = await examiner().examine(chain: [made.der], askedFor: "odd.example.test", pin: nil)
            #expect(facts?.trust == expected)
        }
    }

    @Test func anAuthorityOfTheSameNameWithAnotherKeyDoesNotCount() async throws {
        let impostor = try TestPKI.authority("Example Root", below: nil)
        let leaf = try TestPKI.leaf(by: impostor)
        let facts = await examiner(trusting: [pki.root.der]).examine(
            chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.trust == .unknownAuthority("O=Example Works, CN=Example Root"))
        #expect(facts?.problems == [.untrusted])
        #expect(
            facts?.remarks.last
                == "An authority of the name O=Example Works, CN=Example Root is known here, but it did not sign this.")
    }

    @Test func anIssuerThatIsNoAuthorityIsRefused() async throws {
        let server = try TestPKI.authority("Just A Server", below: pki.root, isAuthority: false)
        let leaf = try TestPKI.leaf(by: server)
        let chain = [leaf, server.der]
        let facts = await examiner(trusting: [pki.root.der]).examine(
            chain: chain, askedFor: "ts01.example.test", pin: nil)
        guard case .undecided(let why) = facts?.trust else {
            Issue.record("\(String(describing: facts?.trust))")
            return
        }
        #expect(why.hasPrefix("a path to a known authority breaks a rule"))
        #expect(facts?.problems == [.untrusted])
    }

    @Test func anUnknownCriticalExtensionLeavesTrustUndecided() async throws {
        var wanted = TestPKI.Leaf()
        wanted.more = [.init(oid: [1, 2, 3, 4], critical: true, value: [5, 0])]
        let leaf = try TestPKI.leaf(wanted, by: pki.root)
        let facts = await examiner(trusting: [pki.root.der]).examine(
            chain: [leaf], askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.trust == .undecided("nobody here knows its critical extension 1.2.3.4"))
    }

    @Test func theOrderInWhichCertificatesAreSentDoesNotMatter() async throws {
        let second = try TestPKI.authority("Example Issuing 2", below: pki.issuing)
        let leaf = try TestPKI.leaf(by: second)
        let chain = [leaf, pki.root.der, pki.issuing.der, second.der]
        let facts = await examiner(trusting: [pki.root.der]).examine(
            chain: chain, askedFor: "ts01.example.test", pin: nil)
        guard case .trusted(let path) = facts?.trust else {
            Issue.record("\(String(describing: facts?.trust))")
            return
        }
        #expect(path.count == 4)
        let unknown = await examiner().examine(chain: chain, askedFor: "ts01.example.test", pin: nil)
        #expect(unknown?.trust == .unknownAuthority("O=Example Works, CN=Example Root"))
    }

    @Test func manyVariantsOfOneAuthorityAreTriedAsOne() async throws {
        // Eight authorities of one name and key that all issue each other, and none of which leads anywhere: the
        // verifier would try them in every order.
        let key = P256.Signing.PrivateKey()
        let lead = try TestPKI.authority("Maze", below: nil, key: key)
        let maze = try (0..<8).map { try TestPKI.authority("Maze", below: lead, key: key, alias: "m\($0).test").der }
        let chain = [try TestPKI.leaf(by: lead)] + maze
        let decoy = try TestPKI.authority("Maze", below: nil)
        let search = TrustPathSearch(own: Authorities([decoy.der]), system: Authorities([]))
        #expect(search.candidateIntermediates(of: try #require(SentChain(chain))).count == 1)
        let facts = await examiner(trusting: [decoy.der]).examine(chain: chain, askedFor: "x", pin: nil)
        #expect(facts?.trust == .unknownAuthority("O=Example Works, CN=Maze"))
    }

    @Test(arguments: [("md5SelfSigned", true), ("ed448", true), ("dsa", true), ("selfSignedLikeWindows", false)])
    func aSelfSignedCertificateThatCannotBeVerifiedIsRemarked(sample: String, isRemarked: Bool) async throws {
        let der = try #require(Sample.all.first { $0.name == sample }?.der)
        let facts = try #require(await examiner().examine(chain: [der], askedFor: "x", pin: nil))
        #expect(facts.trust == .selfSigned && facts.leaf.isSelfSigned)
        #expect(facts.remarks.contains("Its signature could not be verified here.") == isRemarked)
    }

    @Test func aLongPathIsFollowedToItsEnd() async throws {
        var parties = [pki.root]
        for number in 1...14 {
            parties.append(try TestPKI.authority("Level \(number)", below: parties[parties.count - 1]))
        }
        let leaf = try TestPKI.leaf(by: parties[14])
        let chain = [leaf] + parties.dropFirst().map(\.der)
        let facts = await examiner(trusting: [pki.root.der])
            .examine(chain: chain, askedFor: "ts01.example.test", pin: nil)
        #expect(chain.count == 15 && facts?.problems == [] && facts?.remarks == [])
    }

    @Test(arguments: [14, 15, 20])
    func anIssuerThatMayHaveBeenCutOffIsNotCalledMissing(others: Int) async throws {
        // The authority's organisation is known, so that a short chain without it would lack an intermediate.
        let junk = try TestPKI.authority("Elsewhere", organisation: "Other", below: nil)
        let leaf = try TestPKI.leaf(by: pki.issuing)
        let chain = [leaf] + [[UInt8]](repeating: junk.der, count: others)
        let facts = try #require(
            await examiner(trusting: [pki.root.der]).examine(chain: chain, askedFor: "ts01.example.test", pin: nil))
        let issuer = "O=Example Works, CN=Example Issuing 1"
        if chain.count < CertificateExaminer.chainLimit {
            #expect(facts.trust == .missingIntermediate(issuer) && facts.problems == [.incompleteChain])
        } else {
            #expect(facts.trust == .undecided("the certificate of \(issuer) is not among the 16 that are read"))
            #expect(facts.problems == [])
            #expect(facts.remarks.contains("The server may have sent more than the 16 certificates that are read."))
        }
    }

    @Test func theIssuerMayStandAtTheLastPlace() async throws {
        let junk = try TestPKI.authority("Elsewhere", organisation: "Other", below: nil)
        let leaf = try TestPKI.leaf(by: pki.issuing)
        let chain = [leaf] + [[UInt8]](repeating: junk.der, count: 14) + [pki.issuing.der]
        let facts = await examiner(trusting: [pki.root.der])
            .examine(chain: chain, askedFor: "ts01.example.test", pin: nil)
        #expect(facts?.problems == [] && facts?.intermediates.count == 15)
    }

    @Test func certificatesThatAllIssueEachOtherMakeFewPaths() async throws {
        // Four names with one key, each certified by each other: a verifier that tries every order verifies signatures
        // for seconds.
        let key = P256.Signing.PrivateKey()
        let parties = try (0..<4).map { try TestPKI.authority("Maze \($0)", below: nil, key: key) }
        var maze: [[UInt8]] = []
        for number in parties.indices {
            for (above, issuer) in parties.enumerated() where above != number {
                let alias = "m\(number)-\(above).test"
                maze.append(try TestPKI.authority("Maze \(number)", below: issuer, key: key, alias: alias).der)
            }
        }
        let certificates = try maze.map { try Certificate(derEncoded: $0) }
        let leaf = try TestPKI.leaf(by: parties[0])
        let paths = SignedPaths(from: try Certificate(derEncoded: leaf), among: certificates).paths
        #expect(paths.count == 13 && paths.allSatisfy { $0.count <= 3 })
        // Impostors of every name in the maze, so that every path is tried.
        let impostors = try (0..<4).map { try TestPKI.authority("Maze \($0)", below: nil).der }
        let facts = await examiner(trusting: impostors).examine(chain: [leaf] + maze, askedFor: "x", pin: nil)
        #expect(facts?.problems.contains(.untrusted) == true)
    }
}

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

    @Test func tooManyRemarksAreCountedAndThoseOfProblemsStay() {
        let idle = (0..<30).map { CheckFinding(nil, "oddity \($0)") }
        let weak = (0..<30).map { CheckFinding(.weakKey, "weak \($0)") }
        let findings = Findings(idle + weak + [CheckFinding(.pinMismatch, "pin")], more: ["sent"])
        #expect(findings.problems == [.weakKey, .pinMismatch])
        #expect(findings.remarks.count == 20)
        #expect(Array(findings.remarks.prefix(3)) == ["weak 0", "pin", "oddity 0"])
        #expect(findings.remarks.last == "43 more remarks are left out.")
        let few = Findings(Array(idle.prefix(18)) + [CheckFinding(.pinMismatch, "pin")], more: ["sent"])
        #expect(few.remarks.count == 20 && few.remarks.suffix(2) == ["pin", "sent"])
    }
}

@Suite struct ExaminedOnceTests {
    @Test func theSameChainUnderOtherNamesGivesOtherFacts() async throws {
        let examiner = examiner(trusting: [Sample.labRoot])
        let chain = [Sample.valid, Sample.labIssuing]
        let first = await examiner.examine(chain: chain, askedFor: "host1.lab.test", pin: nil)
        let second = await examiner.examine(chain: chain, askedFor: "ts07", pin: nil)
        let third = await examiner.examine(chain: chain, askedFor: "host1.lab.test", pin: nil)
        #expect(first == third && first?.problems == [] && second?.problems == [.nameMismatch])
        #expect(second?.trust == first?.trust && second?.leaf == first?.leaf)
    }

    @Test func theSystemsAuthoritiesAreAskedForOnceForAChain() async throws {
        let asked = Counter()
        let examiner = CertificateExaminer(authorities: [], system: { asked.increase() })
        _ = await examiner.examine(chain: [Sample.valid], askedFor: "a", pin: nil)
        let first = asked.count
        for name in ["a", "b", "c"] { _ = await examiner.examine(chain: [Sample.valid], askedFor: name, pin: nil) }
        #expect(first > 0 && asked.count == first)
    }

    @Test func factsThatAreKnownAreNotWorkedOutAgain() async throws {
        let executor = CountingExecutor()
        let asked = Counter()
        let examiner = CertificateExaminer(authorities: []) {
            #expect(!executor.isCurrent)
            return asked.increase()
        }
        await withTaskExecutorPreference(executor) {
            #expect(executor.isCurrent)
            let first = await examiner.examine(chain: [Sample.valid], askedFor: "a", pin: nil)
            #expect(executor.isCurrent && asked.count == 1)
            let jobs = executor.jobs
            let second = await examiner.examine(chain: [Sample.valid], askedFor: "a", pin: nil)
            #expect(executor.isCurrent && executor.jobs == jobs && first == second && first != nil)
            // Another pin is another question about the same chain.
            let pin = String(repeating: "0", count: 64)
            let third = await examiner.examine(chain: [Sample.valid], askedFor: "a", pin: pin)
            #expect(third?.problems.contains(.pinMismatch) == true && executor.jobs > jobs && asked.count == 1)
        }
    }

    @Test func theSystemsAuthoritiesAreReadInTheBackground() async throws {
        let examiner = try CertificateExaminer(authorityFiles: [])
        let facts = await examiner.examine(chain: [Sample.p192], askedFor: "curve.example.test", pin: nil)
        #expect(facts?.problems == [.weakKey, .untrusted])
    }

    @Test func theCacheIsBoundedAndKeepsWhatIsUsed() {
        let cache = BoundedCache<Int, Int>(limits: .init(count: 8, bytes: 1000))
        cache.keep(-1, -1, bytes: 1)
        for number in 0..<100 {
            cache.keep(number, number, bytes: 1)
            #expect(cache.value(-1) == -1 && cache.count <= 8 && cache.bytes == cache.count)
        }
        #expect(cache.value(0) == nil && cache.value(99) == 99)
        cache.keep(7, 99, bytes: 3)
        #expect(cache.value(99) == 7 && cache.bytes == cache.count + 2)
    }

    @Test func theCacheIsBoundedInBytes() {
        let cache = BoundedCache<Int, Int>(limits: .init(count: 1000, bytes: 100))
        for number in 0..<100 {
            cache.keep(number, number, bytes: 1 + number % 50)
            #expect(cache.value(number) == number && cache.bytes <= 100)
        }
        cache.keep(0, 1000, bytes: 51)
        #expect(cache.value(1000) == nil)
    }

    @Test func theFootprintGrowsWithTheCertificates() async throws {
        let search = TrustPathSearch(own: Authorities([]), system: Authorities([]))
        let small = try #require(await ExaminedChain([Sample.p192], search: search))
        var made = HandMadeCertificate()
        let names = (0..<100).flatMap { _ in tlv(0x82, [UInt8](repeating: 0x61, count: 250)) }
        made.extensions = [(HandMadeCertificate.alternativeNames, tlv(0x30, names))]
        let large = try #require(await ExaminedChain([made.der], search: search))
        #expect((1000..<4000).contains(small.footprint) && (25_000..<40_000).contains(large.footprint))
    }

    @Test func theDigestOfAChainKnowsItsCertificatesApart() {
        #expect(ChainDigest([[1, 2], [3]]) != ChainDigest([[1], [2, 3]]))
        #expect(ChainDigest([[1, 2], [3]]) == ChainDigest([[1, 2], [3]]))
    }

    @Test func manyTasksMayShareAnExaminer() async throws {
        let examiner = examiner(trusting: [Sample.labRoot])
        let answers = await withTaskGroup(of: CertificateFacts?.self) { group in
            for number in 0..<64 {
                let sample = Sample.all[number % 4].der
                group.addTask { await examiner.examine(chain: [sample], askedFor: "host1.lab.test", pin: nil) }
            }
            return await group.reduce(into: [CertificateFacts]()) { if let facts = $1 { $0.append(facts) } }
        }
        #expect(answers.count == 64 && Set(answers).count == 4)
    }
}

/// Counts how often the system's authorities are asked for, which are none.
private final class Counter: Sendable {
    private let value = Mutex(0)

    func increase() -> Authorities {
        value.withLock { $0 += 1 }
        return Authorities([])
    }

    var count: Int { value.withLock(\.self) }
}

/// One serial queue that knows whether it is running and counts its jobs.
private final class CountingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "counting")
    private let key = DispatchSpecificKey<Bool>()
    private let counted = Mutex(0)

    init() { queue.setSpecific(key: key, value: true) }

    func enqueue(_ job: consuming ExecutorJob) {
        counted.withLock { $0 += 1 }
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    var isCurrent: Bool { DispatchQueue.getSpecific(key: key) == true }
    var jobs: Int { counted.withLock(\.self) }
}
