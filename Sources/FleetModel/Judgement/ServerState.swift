/// The state of a server, worst first.
package enum ServerState: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case down
    /// Failed once and not checked again yet; counted as unknown.
    case unconfirmed
    case warning
    case unknown
    case ok

    /// The word on the screen and in reports.
    package var word: String {
        switch self {
        case .down: "DOWN"
        case .unconfirmed: "DOWN?"
        case .warning: "WARN"
        case .unknown: "?"
        case .ok: "ok"
        }
    }

    /// Whether somebody should look at it; a failure that is not confirmed yet is one.
    package var isProblem: Bool {
        switch self {
        case .down, .unconfirmed, .warning: true
        case .unknown, .ok: false
        }
    }

    /// 0 for the worst.
    package var severity: Int {
        switch self {
        case .down: 0
        case .unconfirmed: 1
        case .warning: 2
        case .unknown: 3
        case .ok: 4
        }
    }

    /// Whether `left` is worse than `right`.
    package static func < (left: ServerState, right: ServerState) -> Bool { left.severity < right.severity }
}
