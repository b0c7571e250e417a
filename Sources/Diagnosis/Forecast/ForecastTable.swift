import FleetModel

/// The rules of each stage, in the order in which they are tried; the last of each always applies.
enum ForecastTable {
    /// The rules of a stage.
    static func rules(of stage: Forecast.Stage) -> [ForecastRule] {
        switch stage {
        case .name: names
        case .gateway: gateways
        case .tcp: connections
        case .negotiation: negotiations
        case .tls: handshakes
        case .authentication: authentications
        case .nla: securities
        case .logOn: logOns
        }
    }

    /// How a stage goes.
    static func step(_ stage: Forecast.Stage, in seen: ForecastCase) -> Forecast.Step {
        for rule in rules(of: stage) {
            guard let answer = rule.answer(seen).map({ weighed($0, of: stage, in: seen) }) else { continue }
            return Forecast.Step(
                stage, rule: rule.id, answer.outcome, short: plain(answer.short, limit: 48), words: answer.words,
                codes: answer.codes, confidence: answer.confidence, codeConfidence: answer.codeConfidence)
        }
        return Forecast.Step(
            stage, rule: "not-seen", .unknown, short: "\(stage.title) was not seen", words: "It was not seen.",
            confidence: .possible)
    }

    /// A stop at the server that may be this machine's fault says nothing of users; one that was seen once, and not
    /// again a second later, is only possible.
    private static func weighed(
        _ answer: ForecastRule.Answer, of stage: Forecast.Stage, in seen: ForecastCase
    ) -> ForecastRule.Answer {
        guard answer.outcome == .stops else { return answer }
        if stage == .gateway {
            var answer = answer
            if seen.gateway?.judgement.state == .unconfirmed { answer.confidence = .possible }
            return answer
        }
        guard seen.snapshot?.firstFailure != nil else { return answer }
        if seen.isDoubtful {
            return .unknown(
                "the fault may be on this machine",
                "\(answer.words) That is from here, and this machine may be why: users may get on.")
        }
        var answer = answer
        if seen.status.judgement.state == .unconfirmed { answer.confidence = .possible }
        return answer
    }
}
