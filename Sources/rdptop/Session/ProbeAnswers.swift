import FleetModel
import ProbeEngine

/// What to tell somebody who asked for a probe.
enum ProbeAnswers {
    /// One sentence for all the answers; nil when there is nothing to say beyond what the screen says already.
    static func sentence(_ answers: [ProbeNowAnswer]) -> String? {
        guard let first = answers.first, answers.count == 1 else {
            let accepted = answers.count { $0 == .accepted }
            let behind = answers.count { $0 == .behindGateway }
            let rest = answers.count - accepted - behind
            guard accepted < answers.count else { return nil }
            guard !answers.contains(.paused) else { return "probing is stopped" }
            // What 80 columns hold: first those that are probed, then the others and why not.
            return "probing \(accepted == 0 ? "none" : counted(accepted, "server"))"
                + (rest == 0 ? "" : "; \(rest) under way, or probed in the last 5s")
                + (behind == 0 ? "" : "; \(behind) behind \(behind == 1 ? "a gateway" : "gateways")")
        }
        switch first {
        case .accepted: return nil
        case .tooSoon(let wait): return "probed less than 5s ago; again in \(max(1, wait.wholeSeconds))s"
        case .underWay: return "is being probed now"
        case .paused: return "probing is stopped"
        case .behindGateway: return "is behind a gateway and not probed itself"
        case .unknown: return "is not in this fleet"
        }
    }

    /// What to tell somebody who wants a server asked in other ways.
    static func sentence(_ answer: AskOtherwiseAnswer) -> String {
        switch answer {
        case .accepted(let connections, let left):
            "asking in \(counted(connections, "other way")), a second apart"
                + (left == 0 ? "" : "; \(left) more are left for the next time")
        case .tooSoon(let asked, let wait):
            "asked \(asked.wholeSeconds)s ago; again in \(max(1, wait.wholeSeconds))s"
        case .underWay(let left): "is being asked now, \(left) more to come"
        case .notReached: "its last probe made no connection, so it cannot be asked in other ways"
        case .linkDown: "our own link is down"
        case .paused: "probing is stopped"
        case .behindGateway: "is behind a gateway and not probed itself"
        case .unknown: "is not in this fleet"
        }
    }
}
