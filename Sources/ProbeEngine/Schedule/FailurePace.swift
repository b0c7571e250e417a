package import FleetModel

/// How soon a failing server is probed again.
///
/// | failures in a row | DNS, TCP, UDP | other layers |
/// | --- | --- | --- |
/// | 1 | 3 to 10 s | 3 to 10 s |
/// | 2, 3, 4, 5 | 15, 30, 60, 120 s | 15 s, for five minutes |
/// | 6 and more | 300 s | after five minutes at the server's interval |
package enum FailurePace {
    /// The first failure is checked again within this range.
    package static let recheck = Span.seconds(3)...Span.seconds(10)
    /// From the second failure on, when the server cannot be reached at all.
    package static let backOff: [Span] = [.seconds(15), .seconds(30), .seconds(60), .seconds(120), .seconds(300)]
    /// From the second failure on, when it can be reached and something above fails.
    package static let watch = Span.seconds(15)
    /// ... for so long.
    package static let watchFor = Span.minutes(5)
    /// Between two probes of a server that may have blocked us.
    static let blocked = Span.hours(1)
    /// Between two probes of a scout while our own link is down.
    static let scouting = Span.seconds(5)
    /// The longest that a gateway's Retry-After is obeyed.
    static let longestRetryAfter = Span.hours(1)
    /// Between the end of a connection and the next one to the same target.
    static let betweenConnections = Span.seconds(1)

    /// The pause after `failures` failed probes in a row, two or more, of which the last failed at `layer`; nil for the
    /// server's own interval.
    static func pause(failures: Int, layer: Layer, failingFor: Span) -> Span? {
        switch layer {
        case .dns, .tcp, .udp: backOff[min(max(0, failures - 2), backOff.count - 1)]
        case .ping, .x224, .tls, .certificate, .nla, .gateway: failingFor < watchFor ? watch : nil
        }
    }
}
