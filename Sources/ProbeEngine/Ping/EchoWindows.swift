internal import FleetModel

/// The windows of all addresses, up to a bound; beyond it, those that were unused for longest are dropped.
struct EchoWindows: Sendable {
    /// The most windows that are kept.
    static let limit = 20_000

    private struct Entry {
        var window = EchoWindow()
        var lastUse: UInt64
    }

    private let limit: Int
    private var entries: [IPAddress: Entry] = [:]
    private var uses: UInt64 = 0

    init(limit: Int = limit) {
        self.limit = limit
    }

    /// How many there are.
    var count: Int { entries.count }

    /// The window of an address; an empty one when nothing is known of it.
    subscript(address: IPAddress) -> EchoWindow { entries[address]?.window ?? EchoWindow() }

    /// Changes a window, making it when there is none.
    mutating func use(_ address: IPAddress, _ body: (inout EchoWindow) -> Void) {
        if entries[address] == nil { makeRoom() }
        uses += 1
        body(&entries[address, default: Entry(lastUse: uses)].window)
        entries[address]?.lastUse = uses
    }

    /// Changes a window, unless there is none; what `body` said, or false.
    mutating func change(_ address: IPAddress, _ body: (inout EchoWindow) -> Bool) -> Bool {
        guard entries[address] != nil else { return false }
        // In place; the default is never used.
        return body(&entries[address, default: Entry(lastUse: uses)].window)
    }

    /// Drops the oldest tenth at once, so that the work for each new address stays the same on the whole.
    private mutating func makeRoom() {
        guard entries.count >= limit else { return }
        let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }.prefix(max(1, limit / 10))
        for (address, _) in oldest { entries[address] = nil }
    }
}
