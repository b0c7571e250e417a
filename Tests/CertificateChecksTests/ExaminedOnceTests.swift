import FleetModel
import Testing

@testable import CertificateChecks

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
        let asked = AuthorityCounter()
        let examiner = CertificateExaminer(authorities: [], system: { asked.increase() })
        _ = await examiner.examine(chain: [Sample.valid], askedFor: "a", pin: nil)
        let first = asked.count
        for name in ["a", "b", "c"] { _ = await examiner.examine(chain: [Sample.valid], askedFor: name, pin: nil) }
        #expect(first > 0 && asked.count == first)
    }

    @Test func factsThatAreKnownAreNotWorkedOutAgain() async throws {
        let executor = CountingExecutor()
        let asked = AuthorityCounter()
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
            // Another pin is another question about the same chain, which need not be read again.
            let pin = String(repeating: "0", count: 64)
            let third = await examiner.examine(chain: [Sample.valid], askedFor: "a", pin: pin)
            #expect(third?.problems.contains(.pinMismatch) == true && executor.jobs == jobs && asked.count == 1)
        }
    }

    @Test func theSystemsAuthoritiesAreReadInTheBackground() async throws {
        let examiner = try CertificateExaminer(authorityFiles: [])
        let facts = await examiner.examine(chain: [Sample.p192], askedFor: "curve.example.test", pin: nil)
        #expect(facts?.problems == [.weakKey, .untrusted])
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
