internal import FleetModel

/// When somebody in a neighbourhood last accepted a connection.
struct NeighbourAnswers: Sendable {
    private var last: [[UInt8]: Instant] = [:]

    /// Somebody there has.
    mutating func note(_ neighbourhood: [UInt8], at now: Instant) { last[neighbourhood] = now }

    /// Whether somebody there has, since then.
    func hasAny(in neighbourhood: [UInt8]?, since: Instant) -> Bool {
        neighbourhood.flatMap { last[$0] }.map { $0 > since } ?? false
    }
}
