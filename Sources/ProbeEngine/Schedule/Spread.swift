internal import FleetModel

/// Numbers that spread targets over time: the same for the same target and cycle, unlike for others.
struct Spread: Sendable, Hashable {
    private let seed: UInt64

    /// FNV-1a over the target's identity.
    init(_ identity: String) {
        seed = identity.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    /// A length of time in a range, by the cycle.
    func span(in range: ClosedRange<Span>, cycle: Int64) -> Span {
        let width = UInt64(max(0, (range.upperBound - range.lowerBound).milliseconds))
        let (product, _) = mixed(cycle).multipliedFullWidth(by: width + 1)
        return range.lowerBound + .milliseconds(Int64(product))
    }

    /// The finalizer of SplitMix64 over seed and cycle.
    private func mixed(_ cycle: Int64) -> UInt64 {
        var value = seed &+ UInt64(bitPattern: cycle) &* 0x9e37_79b9_7f4a_7c15
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
