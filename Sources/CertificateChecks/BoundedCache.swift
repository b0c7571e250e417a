import Synchronization

/// What was worked out last, by what it was worked out from; bounded in number and in bytes, and safe to share.
///
/// Two generations: when the young one is full it becomes the old one, and what was not asked for in the meantime is
/// forgotten. That is nearly the order of use without keeping it for every look-up.
final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// How much a cache may hold.
    struct Limits: Sendable {
        /// How many values; at least half as many are kept when they are small.
        var count: Int
        /// How many bytes, by what those who keep values say of them.
        var bytes: Int
    }

    private struct Entry: Sendable {
        var value: Value
        var bytes: Int
    }

    private struct Generation: Sendable {
        private(set) var entries: [Key: Entry] = [:]
        private(set) var bytes = 0

        mutating func insert(_ entry: Entry, _ key: Key) {
            remove(key)
            entries[key] = entry
            bytes += entry.bytes
        }

        @discardableResult
        mutating func remove(_ key: Key) -> Entry? {
            guard let entry = entries.removeValue(forKey: key) else { return nil }
            bytes -= entry.bytes
            return entry
        }
    }

    private struct Generations: Sendable {
        var young = Generation()
        var old = Generation()
    }

    private let generations = Mutex(Generations())
    private let limits: Limits

    /// Keeps two values at least, if their bytes allow it.
    init(limits: Limits) {
        self.limits = Limits(count: max(2, limits.count), bytes: limits.bytes)
    }

    /// The value of that key, which counts as used now; nil when it is not here.
    func value(_ key: Key) -> Value? {
        generations.withLock { generations in
            if let entry = generations.young.entries[key] { return entry.value }
            guard let entry = generations.old.remove(key) else { return nil }
            insert(entry, key, into: &generations)
            return entry.value
        }
    }

    /// Keeps a value of so many bytes, unless it would take half of the room.
    func keep(_ value: Value, _ key: Key, bytes: Int) {
        guard bytes <= limits.bytes / 2 else { return }
        generations.withLock { generations in
            generations.old.remove(key)
            insert(Entry(value: value, bytes: bytes), key, into: &generations)
        }
    }

    /// How many values are kept.
    var count: Int { generations.withLock { $0.young.entries.count + $0.old.entries.count } }

    /// How many bytes they take.
    var bytes: Int { generations.withLock { $0.young.bytes + $0.old.bytes } }

    private func insert(_ entry: Entry, _ key: Key, into generations: inout Generations) {
        if generations.young.entries.count >= limits.count / 2
            || generations.young.bytes + entry.bytes > limits.bytes / 2
        {
            generations.old = generations.young
            generations.young = Generation()
        }
        generations.young.insert(entry, key)
    }
}
