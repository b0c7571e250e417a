import FleetModel

/// The healthy server that is most like another one: what the two do not share is then worth looking at.
struct HealthyPeer: Sendable, Equatable {
    /// Its row.
    let row: Rows.Index
    /// What it shares with the other, in words: `same gateway rdgw-fra-1, same site fra`; empty when nothing.
    let shared: [String]

    /// Looks through all rows; nil when no other server is ok.
    init?(of row: Rows.Index, in rows: Rows) {
        let status = rows[row]
        var best: (row: Rows.Index, weight: Int)?
        for other in 0..<rows.count where other != row && rows[other].judgement.state == .ok && rows[other].isKnown {
            let weight = Self.traits.reduce(0) { $0 * 2 + ($1.isShared(status, rows[other]) ? 1 : 0) }
            if weight > best?.weight ?? -1 { best = (other, weight) }
        }
        guard let best else { return nil }
        self.row = best.row
        shared = Self.traits.compactMap { trait in
            trait.isShared(status, rows[best.row]) ? trait.value(status).map { "same \(trait.title) \($0)" } : nil
        }
    }

    private struct Trait: Sendable {
        let title: String
        let value: @Sendable (ServerStatus) -> String?

        func isShared(_ left: ServerStatus, _ right: ServerStatus) -> Bool {
            guard let value = value(left) else { return false }
            return value == self.value(right)
        }
    }

    /// What makes two servers alike, the weightiest first.
    private static let traits = [
        Trait(title: "site") { $0.server.site },
        Trait(title: "gateway") { $0.server.gatewayID },
        Trait(title: "build") { $0.snapshot?.nla?.facts?.build?.description },
        Trait(title: "port") { String($0.server.port) },
        Trait(title: "tags") { $0.server.tags.isEmpty ? nil : $0.server.tags.joined(separator: " ") },
    ]
}
