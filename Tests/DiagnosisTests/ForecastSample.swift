import Diagnosis
import FleetModel
import TestSupport

/// A user's file, what was seen of its server and gateway, and what mstsc would make of that.
struct ForecastSample: Sendable, CustomStringConvertible {
    var title: String
    var file = ConnectionFile(source: "kiosk.rdp", name: "ts07.corp.example", serverAuthentication: .asks)
    var snapshot: ServerSnapshot?
    var gateway: GatewayStatus?
    var ourSide = OurSideState.fine
    /// The rules of the steps, in order.
    var rules: [String]
    var ending: Forecast.Ending
    /// The codes of the last step that has any.
    var codes: [UserCode] = []
    /// Of the step that decides; see ``decisiveStep(of:)``.
    var confidence = Confidence.certain

    var description: String { title }

    /// The server that the file leads to.
    var server: Server {
        SampleFleet.server(file.name, port: file.port, path: file.path, gateway: file.gateway.map { _ in "rdgw-fra-1" })
    }

    var forecast: Forecast {
        let judgement = judge(snapshot, of: server, gateway: gateway, ourSide: ourSide, now: SampleFleet.now)
        let status = ServerStatus(server: server, snapshot: snapshot, judgement: judgement)
        return Diagnosis.forecast(file, server: status, gateway: gateway, now: SampleFleet.now)
    }

    /// The step because of which a forecast ends as it does, and the last before the log-on when nothing stands against it.
    func decisiveStep(of forecast: Forecast) -> Forecast.Step? {
        let steps = forecast.steps.filter { $0.stage != .logOn }
        let outcomes: Set<Forecast.Outcome> =
            switch forecast.ending {
            case .stops: [.stops]
            case .unknown: [.unknown, .notTested]
            case .asks: [.asks]
            case .reaches: []
            }
        return steps.first { outcomes.contains($0.outcome) } ?? steps.last
    }

    /// The rules of a direct way on which nothing goes wrong.
    static let healthyRules = [
        "name-found", "tcp-connects", "negotiation-passes", "tls-passes", "authentication-proven", "nla-answers",
        "log-on",
    ]

    /// A server where all is well, with a change; the rules from `at` on are others.
    static func sample(
        _ title: String, _ ending: Forecast.Ending, _ rules: [String], codes: [UserCode] = [],
        _ confidence: Confidence = .certain, _ change: (inout ForecastSample) -> Void = { _ in }
    ) -> ForecastSample {
        var sample = ForecastSample(
            title: title, snapshot: LayerSample.healthy.snapshot, rules: rules, ending: ending, codes: codes,
            confidence: confidence)
        change(&sample)
        return sample
    }

    /// A server of which a layer fails.
    static func failing(
        _ title: String, _ layer: Layer, _ failure: LayerFailure, _ rule: String, _ codes: [UserCode] = [],
        _ confidence: Confidence = .likely, _ change: (inout ForecastSample) -> Void = { _ in }
    ) -> ForecastSample {
        let passed = ["name-found", "tcp-connects", "negotiation-passes", "tls-passes"]
        let rules = passed.prefix([Layer.dns: 0, .tcp: 1, .x224: 2, .tls: 3][layer] ?? 4) + [rule]
        return sample(title, .stops, Array(rules), codes: codes, confidence) { sample in
            sample.snapshot = SampleFleet.failedSnapshot(
                of: sample.server, at: "10.20.4.7", layer: layer, failure)
            change(&sample)
        }
    }

    /// The same server with another certificate.
    mutating func present(_ change: (inout CertificateFacts) -> Void) {
        guard var facts = snapshot?.certificate?.facts else { return }
        change(&facts)
        snapshot?.certificate?.facts = facts
    }
}
