import Crypto
import FleetModel
import Foundation
import SwiftASN1
import Testing
import X509

@testable import CertificateChecks

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
