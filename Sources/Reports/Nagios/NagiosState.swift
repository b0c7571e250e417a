package import FleetModel

/// What a plugin tells its monitoring system.
package enum NagiosState: Int32, Sendable, Hashable, CaseIterable {
    case ok = 0
    case warning = 1
    case critical = 2
    case unknown = 3

    /// What a server's state is to the monitoring system. A failure that was not confirmed is unknown, as for `check`.
    package init(_ state: ServerState) {
        switch state {
        case .down: self = .critical
        case .warning: self = .warning
        case .unknown, .unconfirmed: self = .unknown
        case .ok: self = .ok
        }
    }

    /// The exit status of the plugin.
    package var exitStatus: Int32 { rawValue }

    /// The word on its first line.
    package var word: String {
        switch self {
        case .ok: "OK"
        case .warning: "WARNING"
        case .critical: "CRITICAL"
        case .unknown: "UNKNOWN"
        }
    }

    /// The worst of some states, in the order in which `check` ends: critical, unknown, warning, ok.
    package static func worst(of states: some Sequence<NagiosState>) -> NagiosState {
        let seen = Set(states)
        return [critical, unknown, warning].first(where: seen.contains) ?? .ok
    }
}
