import Crypto
import Synchronization

/// The chains that were examined last, by the digest of their bytes; bounded, and safe to share.
///
/// Two generations: when the young one is full it becomes the old one, and what was not asked for in the meantime is
/// forgotten. That is nearly the order of use without keeping it for every look-up.
final class ChainCache: Sendable {
    /// A digest over the certificates and their lengths.
    struct Key: Sendable, Hashable {
        private let digest: SHA256Digest

        init(_ chain: [[UInt8]]) {
            var hash = SHA256()
            for certificate in chain {
                withUnsafeBytes(of: certificate.count.littleEndian) { hash.update(bufferPointer: $0) }
                hash.update(data: certificate)
            }
            digest = hash.finalize()
        }
    }

    private struct Generations: Sendable {
        var young: [Key: ExaminedChain] = [:]
        var old: [Key: ExaminedChain] = [:]
    }

    private let generations = Mutex(Generations())
    private let limit: Int

    /// Keeps at least `limit` / 2 chains and at most `limit`.
    init(limit: Int) {
        self.limit = max(2, limit)
    }

    /// The chain of that key, which counts as used now; nil when it is not here.
    func chain(_ key: Key) -> ExaminedChain? {
        generations.withLock { generations in
            if let chain = generations.young[key] { return chain }
            guard let chain = generations.old.removeValue(forKey: key) else { return nil }
            insert(chain, key, into: &generations)
            return chain
        }
    }

    /// Keeps a chain.
    func keep(_ chain: ExaminedChain, _ key: Key) {
        generations.withLock { insert(chain, key, into: &$0) }
    }

    /// How many chains are kept.
    var count: Int { generations.withLock { $0.young.count + $0.old.count } }

    private func insert(_ chain: ExaminedChain, _ key: Key, into generations: inout Generations) {
        if generations.young.count >= limit / 2 {
            generations.old = generations.young
            generations.young.removeAll()
        }
        generations.young[key] = chain
    }
}
