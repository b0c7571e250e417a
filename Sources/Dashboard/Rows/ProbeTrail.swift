import FleetModel

/// How the last probes of a server ended and how long its round trips were: one byte for each, in a ring.
///
/// A new sample takes the place of the oldest and all others stay where they are, so that a drawing of the ring changes in
/// two cells and not in all.
struct ProbeTrail: Sendable {
    /// One probe.
    struct Sample: Sendable, Equatable {
        /// What the server was judged to be after it.
        var state: ServerState
        /// How long the round trip was, in steps of the square root of two from one millisecond on; nil when nothing
        /// answered.
        var level: Int?
    }

    /// The most probes that are remembered.
    static let limit = 20

    private var bytes = InlineArray<20, UInt8>(repeating: 0)
    /// How many probes there have been.
    private(set) var total = 0

    /// How many probes are remembered; at most ``limit``.
    var count: Int { min(total, Self.limit) }

    /// The probes that are remembered, the oldest first.
    var samples: [Sample] { (total - count..<total).map(sample) }

    /// Adds one more probe; the oldest is forgotten when there are too many.
    mutating func append(_ state: ServerState, roundTrip: Int64?) {
        let level = roundTrip.map { Self.level(of: $0) + 1 } ?? 0
        bytes[total % Self.limit] = UInt8(state.severity) << 5 | UInt8(level)
        total += 1
    }

    /// What stands in a cell of a drawing of `width` cells, from 1 on; nil where nothing does: the gap behind the newest
    /// probe, and what has not been probed yet.
    func sample(at cell: Int, of width: Int) -> Sample? {
        guard width > 1, (0..<width).contains(cell) else { return nil }
        let gap = total % width
        let age = cell < gap ? gap - cell : gap + width - cell
        return age < width && age <= count ? sample(total - age) : nil
    }

    /// The lowest level of the ring, which is what the others are compared with; nil when nothing ever answered.
    var lowestLevel: Int? { (total - count..<total).compactMap { sample($0).level }.min() }

    private func sample(_ number: Int) -> Sample {
        let byte = bytes[number % Self.limit]
        let state = ServerState.allCases.first { $0.severity == Int(byte >> 5) } ?? .unknown
        let level = Int(byte & 0b1_1111)
        return Sample(state: state, level: level == 0 ? nil : level - 1)
    }

    /// The level of a time: 0 up to 1.4 ms, 1 up to 2 ms, 2 up to 2.8 ms, and so on to 30.
    private static func level(of microseconds: Int64) -> Int {
        let value = max(1_000, min(microseconds, 60_000_000))
        var level = 0
        var step: Int64 = 1_000
        while value >= step * 2 {
            step *= 2
            level += 2
        }
        // 1.414 is the square root of two.
        return min(30, value * 1_000 >= step * 1_414 ? level + 1 : level)
    }
}
