package import FleetModel

/// Says whether mstsc would connect with a user's file, and where it would stop.
///
/// Pure: the same arguments give the same answer. What was seen was seen from here; users may stand elsewhere, so that a
/// stop is at most likely.
/// - Parameters:
///   - file: What the file asks for.
///   - server: The server that it leads to, probed and judged.
///   - gateway: The gateway that it names; nil when there is none, or it was not probed.
///   - now: The moment that certificates' dates are compared with.
/// - Returns: The steps up to the one where mstsc stops, and the sentence over them.
package func forecast(
    _ file: ConnectionFile, server: ServerStatus, gateway: GatewayStatus?, now: Instant
) -> Forecast {
    let seen = ForecastCase(file: file, status: server, gateway: gateway, now: now)
    let steps = seen.steps
    let ending = ending(of: steps)
    return Forecast(file: file, steps: steps, ending: ending, verdict: verdict(ending, steps), notes: seen.notes)
}

extension ForecastCase {
    /// The stages of the direct way.
    private static let directly: [Forecast.Stage] = [
        .name, .tcp, .negotiation, .tls, .authentication, .nla, .logOn,
    ]
    /// The stages of the way through the gateway that can be seen.
    private static let throughGateway: [Forecast.Stage] = [.gateway, .logOn]

    /// Whether mstsc comes to the server through the gateway: always, or since there is no direct way from here.
    var isThroughGateway: Bool {
        switch file.path {
        case .direct: false
        case .gateway: true
        case .both: directFailure != nil
        }
    }

    /// The first step of the direct way that keeps mstsc from a connection, after which it tries the gateway.
    private var directFailure: Forecast.Step? {
        for stage in [Forecast.Stage.name, .tcp] {
            let step = ForecastTable.step(stage, in: self)
            if step.outcome == .stops { return step }
        }
        return nil
    }

    /// The steps up to the first that stops.
    fileprivate var steps: [Forecast.Step] {
        var steps: [Forecast.Step] = []
        if file.path == .both, var failure = directFailure {
            if failure.stage == .tcp { steps.append(ForecastTable.step(.name, in: self)) }
            failure.outcome = .goesOn
            // Nobody sees them: mstsc tries the gateway.
            failure.codes = []
            steps.append(failure)
        }
        for stage in isThroughGateway ? Self.throughGateway : Self.directly {
            let step = ForecastTable.step(stage, in: self)
            steps.append(step)
            if step.outcome == .stops || step.hidesTheRest { break }
        }
        return steps
    }
}

extension Forecast.Step {
    /// Whether nothing is known of what comes after it, as nobody came that far.
    fileprivate var hidesTheRest: Bool {
        switch stage {
        case .gateway: outcome == .unknown || outcome == .notTested
        case .name, .tcp, .tls: outcome == .unknown
        case .negotiation, .authentication, .nla, .logOn: false
        }
    }
}

/// The worst of all steps but the log-on: a stop, then what cannot be told, then a question.
private func ending(of steps: [Forecast.Step]) -> Forecast.Ending {
    let outcomes = Set(steps.filter { $0.stage != .logOn }.map(\.outcome))
    if outcomes.contains(.stops) { return .stops }
    if outcomes.contains(.unknown) || outcomes.contains(.notTested) { return .unknown }
    return outcomes.contains(.asks) ? .asks : .reaches
}

/// The answer in at most 100 characters.
private func verdict(_ ending: Forecast.Ending, _ steps: [Forecast.Step]) -> String {
    let isAtGateway = steps.contains { $0.stage == .gateway }
    let goal = isAtGateway ? "the gateway's log-on" : "the log-on"
    let text: String
    switch ending {
    case .stops:
        let step = steps.last { $0.outcome == .stops }
        let verb = step?.confidence == .possible ? "may stop" : "stops"
        // A code stands here only when it is as sure as the stop.
        let code =
            step.flatMap { $0.codeConfidence == $0.confidence ? $0.codes.first : nil }.map { " (\($0.text))" } ?? ""
        text = "mstsc with this file \(verb) at \(step?.stage.title ?? "a step")\(code): \(step?.short ?? "")"
    case .unknown:
        let step = steps.first { $0.stage != .logOn && ($0.outcome == .unknown || $0.outcome == .notTested) }
        text = "mstsc with this file: cannot be told, \(step?.short ?? "")"
    case .asks:
        let step = steps.first { $0.outcome == .asks }
        let verb = step?.confidence == .possible ? "may ask" : "asks"
        text = "mstsc with this file \(verb) \(step?.short ?? ""), then reaches \(goal)"
    case .reaches:
        text = "mstsc with this file reaches \(goal); what comes after needs credentials"
    }
    return plain(text, limit: 100)
}
