package import FleetModel

/// The servers that are down because one gateway is: one line for people, whatever their number.
package struct GroupBehind: Sendable {
    /// The gateway's name.
    package var gateway: String
    /// In the order of the report; at least one.
    package var servers: [ServerStatus]
    /// What is known of the gateway; nil when the report does not have it.
    package var status: GatewayStatus?

    /// The most names that a report lists.
    package static let mostNames = 20

    /// `17 servers behind rdgw-fra-1`.
    var title: String { StateCounts.behindSentence(servers.count, gateway) }

    /// What is wrong with the gateway; what the servers say of it when it is not in the report.
    var verdict: String {
        status?.judgement.headline?.medium ?? servers.first?.judgement.headline?.medium ?? "the gateway is down"
    }

    /// The servers' names, the first of them when there are many.
    var names: String {
        let first = servers.prefix(Self.mostNames).map(\.server.displayName).joined(separator: ", ")
        let rest = servers.count - Self.mostNames
        return rest > 0 ? "\(first) and \(rest) more" : first
    }

    /// The longest time that one of them has been down; nil when that is not known of any.
    func age(at now: Instant) -> Span? { servers.compactMap { $0.age(at: now) }.max() }
}
