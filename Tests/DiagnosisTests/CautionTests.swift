import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

/// Sentences that would be wrong of a server that is broken, or healthy, in a slightly other way.
@Suite struct CautionTests {
    private func finding(_ rule: String, _ breaking: (inout ServerFacts) -> Void) throws -> Finding {
        var facts = ServerFacts.healthy
        breaking(&facts)
        return try #require(facts.judgement.findings.first { $0.rule == rule })
    }

    @Test func `a name server that fails is not said to have lost the record`() throws {
        for (failure, step) in [
            (LayerFailure.noSuchName, Remedy.addRecord), (.resolverError(2), .zoneAndForwarders),
        ] {
            let said = try finding("dns-works-by-address") {
                $0.dns = failure
                $0.answeredBefore()
                let peer = SampleFleet.endpoint("10.20.4.7")
                $0.snapshot.lastAddressCheck = SampleFleet.seen(
                    TCPFacts(attempts: [TCPFacts.Attempt(peer: peer, failure: nil, microseconds: 900)]), 900)
            }
            #expect(said.remedies.contains { $0.text == step.text })
            #expect(said.long.contains("the record") == (failure == .noSuchName))
            #expect(said.long.contains("SERVFAIL") == (failure == .resolverError(2)))
        }
    }

    @Test func `a server that fails at an old address is not said to answer there`() throws {
        let said = try finding("dns-stale") {
            $0.tcp = .refused
            $0.snapshot.dns?.failure = .resolverSilent
            $0.snapshot.dns?.facts?.source = .stale
        }
        #expect(!said.isNot.contains { $0.contains("answers") })
    }

    @Test func `a port that is silent may be one whose service is stopped, as Windows drops the reset`() throws {
        let filtered = try finding("tcp-filtered") { $0.tcp = .timedOut }
        let silent = try finding("tcp-silent") {
            $0.echoes = 0
            $0.tcp = .timedOut
        }
        for said in [filtered, silent] {
            #expect(said.long.contains("service"))
            #expect(!said.isNot.contains { $0.contains("service") })
            #expect(said.remedies.contains { $0.command == Remedy.listener.command })
        }
    }

    @Test func `a connection that is prohibited is not said to have been answered before`() throws {
        let said = try finding("tcp-possibly-blocked") { $0.tcp = .blocked }
        #expect(!said.medium.contains("before") && !said.long.contains("before"))
    }

    @Test func `a certificate made just now, on a clock ahead of ours, is no outage`() throws {
        for (ahead, severity) in [(Span.minutes(4), Severity.warning), (.minutes(6), .down)] {
            let said = try finding("certificate-not-yet-valid") {
                $0.certificate.leaf.notBefore = SampleFleet.now + ahead
            }
            #expect(said.severity == severity)
        }
    }

    @Test func `Windows' own certificate that has just ended is late, and not broken yet`() throws {
        for (left, severity) in [(Span.minutes(-5), Severity.warning), (.hours(-2), .down)] {
            let said = try finding("certificate-not-renewed") { $0.useOwnCertificate(left: left) }
            #expect(said.severity == severity)
            #expect(said.confidence == (severity == .down ? .likely : .possible))
        }
    }

    @Test func `a server without a usable certificate may have one that has expired`() throws {
        let said = try finding("negotiation-no-certificate") { $0.refuse(3) }
        #expect(!said.isNot.contains { $0.contains("there is none") })
    }

    @Test func `a failure with newer suites in the offer is not for want of a common one`() throws {
        let said = try finding("variant-old-suites") {
            $0.tls = .closed
            $0.asked(.init(offer: .tls12), .closed)
            $0.asked(.init(offer: .tls12Legacy))
        }
        #expect(!said.long.contains("in common"))
    }
}
