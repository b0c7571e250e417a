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
            return "probing \(counted(accepted, "server"))"
                + (rest == 0 ? "" : "; \(rest) were probed just now or are being probed")
                + (behind == 0 ? "" : "; \(behind) behind a gateway are not probed themselves")
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
}
