import FleetModel
import TestSupport
import Testing

@testable import Diagnosis

@Suite("What mstsc would do with a user's file")
struct ForecastTests {
    @Test("goes by the steps and ends as it should", arguments: ForecastSample.all)
    func steps(_ sample: ForecastSample) throws {
        let forecast = sample.forecast
        #expect(forecast.steps.map(\.rule) == sample.rules)
        #expect(forecast.ending == sample.ending)
        #expect(forecast.steps.last { !$0.codes.isEmpty }?.codes ?? [] == sample.codes)
        #expect(sample.decisiveStep(of: forecast)?.confidence == sample.confidence)
    }

    @Test("has texts within their bounds, and never a stop that is certain", arguments: ForecastSample.all)
    func texts(_ sample: ForecastSample) throws {
        let forecast = sample.forecast
        #expect((1...100).contains(forecast.verdict.count) && !forecast.verdict.hasSuffix("~"), "\(forecast.verdict)")
        #expect(forecast.verdict.hasPrefix("mstsc with this file"))
        for step in forecast.steps {
            #expect((1...200).contains(step.words.count) && step.words.hasSuffix("."), "\(step.words)")
            #expect(!step.short.hasSuffix("~"), "\(step.short)")
            guard step.stage != .logOn else { continue }
            switch step.outcome {
            case .stops, .asks, .goesOn: #expect(step.confidence != .certain && !step.short.isEmpty, "\(step.rule)")
            case .unknown, .notTested: #expect(step.confidence == .possible && !step.short.isEmpty, "\(step.rule)")
            case .passes: break
            }
        }
        #expect(forecast.notes.allSatisfy { $0.hasSuffix(".") })
    }

    @Test("has a sample for every rule")
    func everyRule() {
        let seen = Set(ForecastSample.all.flatMap { $0.forecast.steps.map(\.rule) })
        let rules = Forecast.Stage.allCases.flatMap { ForecastTable.rules(of: $0).map(\.id) }
        #expect(Set(rules).count == rules.count)
        #expect(Set(rules).subtracting(seen).subtracting(Self.unlikely).isEmpty, "\(Set(rules).subtracting(seen))")
        #expect(seen.subtracting(rules).isEmpty)
    }

    /// Rules for what only a broken probe, or one of an odd moment, leaves behind; see ``oddMoments()``.
    private static let unlikely: Set = [
        "name-stale", "authentication-not-seen", "nla-failed", "gateway-doubtful", "gateway-name", "gateway-tls",
    ]

    @Test("says in one sentence what happens")
    func verdicts() throws {
        let verdicts = Dictionary(
            ForecastSample.all.map { ($0.title, $0.forecast.verdict) }, uniquingKeysWith: { first, _ in first })
        #expect(
            verdicts["all is well"] == "mstsc with this file reaches the log-on; what comes after needs credentials")
        #expect(verdicts["refused"] == "mstsc with this file stops at TCP (0x204): TCP 3389 refuses")
        #expect(
            verdicts["self-signed, level 2, no domain"]
                == "mstsc with this file asks about the certificate, then reaches the log-on")
        #expect(
            verdicts["self-signed, level 2, in a domain"]
                == "mstsc with this file may ask about the certificate, then reaches the log-on")
        #expect(
            verdicts["NLA forbidden and required"]
                == "mstsc with this file stops at negotiation (0xB09): the server requires NLA, the file forbids it")
        #expect(
            verdicts["always by a gateway that works"]
                == "mstsc with this file reaches the gateway's log-on; what comes after needs credentials")
        #expect(
            verdicts["Entra ID"] == "mstsc with this file: cannot be told, sign-in by Entra ID, not tested")
    }

    @Test("goes on to the gateway without a code for what nobody sees")
    func failover() throws {
        let sample = try #require(
            ForecastSample.all.first { $0.title == "a gateway when the direct way fails, and it does" })
        let step = try #require(sample.forecast.steps.first { $0.stage == .tcp })
        #expect(step.outcome == .goesOn && step.codes.isEmpty)
    }

    @Test("is no surer of a code than of the step", arguments: ForecastSample.all)
    func sureOfCodes(_ sample: ForecastSample) {
        let ranks: [Confidence: Int] = [.certain: 0, .likely: 1, .possible: 2]
        for step in sample.forecast.steps {
            #expect((ranks[step.codeConfidence] ?? 0) >= (ranks[step.confidence] ?? 0), "\(step.rule)")
        }
    }

    @Test("is sure that a silent server stops mstsc, and not by which code")
    func silence() throws {
        let sample = try #require(ForecastSample.all.first { $0.title == "silent at the first message" })
        #expect(
            sample.forecast.verdict
                == "mstsc with this file stops at negotiation: no answer to the first message")
        #expect(sample.forecast.steps.last?.codeConfidence == .possible)
    }

    @Test("is not sure of a gateway that has failed once")
    func unconfirmedGateway() throws {
        var sample = try #require(ForecastSample.all.first)
        sample.file.gateway = .init(host: "rdgw-fra-1.corp.example")
        sample.file.gatewayUsage = .always
        sample.gateway = SampleFleet.refusedGateway()
        #expect(sample.forecast.steps.first?.confidence == .likely)
        sample.gateway?.judgement.state = .unconfirmed
        #expect(sample.forecast.steps.first?.confidence == .possible)
        #expect(sample.forecast.verdict.contains("may stop"))
    }

    @Test("notes what may surprise")
    func notes() throws {
        var sample = try #require(ForecastSample.all.first)
        sample.file.alternateName = "farm.corp.example"
        sample.file.routingToken = RoutingToken("tsv://a.1.B")
        sample.file.usesRedirectionServerName = true
        sample.file.isSigned = true
        sample.file.gateway = .init(host: "rdgw-fra-1.corp.example")
        sample.file.gatewayUsage = .whenDirectFails
        sample.gateway = SampleFleet.refusedGateway()
        let notes = sample.forecast.notes
        #expect(notes.count == 5)
        #expect(notes[0].contains("mstsc would stop there: the gateway cannot be reached."))
        #expect(notes[1].contains("gatewayprofileusagemethod 0"))
        #expect(notes[2].contains("farm.corp.example"))
        #expect(notes[3].contains("another server after the log-on") && notes[3].contains("name that the broker gives"))
        #expect(notes[4].contains("signed"))
    }

    @Test("tells the odd moments apart")
    func oddMoments() throws {
        let healthy = try #require(ForecastSample.all.first)
        func rules(_ change: (inout ForecastSample) -> Void) -> [String] {
            var sample = healthy
            change(&sample)
            return sample.forecast.steps.map(\.rule)
        }
        #expect(
            rules {
                $0.snapshot?.dns?.facts?.source = .stale
                $0.snapshot?.dns?.failure = .resolverSilent
            }[0] == "name-stale")
        #expect(rules { $0.snapshot?.certificate = nil }[4] == "authentication-not-seen")
        #expect(rules { $0.snapshot?.nla?.failure = .timedOut }.last == "nla-failed")
        func gateway(_ change: (inout GatewayStatus) -> Void) -> [String] {
            rules {
                $0.file.gateway = .init(host: "rdgw-fra-1.corp.example")
                $0.file.gatewayUsage = .always
                var gateway = SampleFleet.workingGateway()
                change(&gateway)
                $0.gateway = gateway
            }
        }
        #expect(gateway { $0.snapshot?.dns?.failure = .noSuchName } == ["gateway-name"])
        #expect(gateway { $0.snapshot?.tls?.failure = .closed } == ["gateway-tls"])
        #expect(gateway { $0.judgement.state = .unknown } == ["gateway-doubtful"])
    }

    @Test("never names a code of a TLS alert that Windows does not document")
    func alerts() {
        #expect((0...255).filter { TLSAlertCode.code(of: $0) != nil }.count == 24)
    }
}
