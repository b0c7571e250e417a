/// The last failed exchange of each server and gateway, and of the whole fleet no more than the newest 256.
///
/// Of one outage the last failure is kept and not the first: it is the one that the screen shows. A good probe ends nothing
/// here, so that what happened can still be looked at when it is over.
package struct FailedExchanges: Sendable, Equatable {
    /// The most that are kept.
    package static let limit = 256

    /// The oldest first.
    package private(set) var all: [FailedExchange] = []

    /// Nothing has failed yet.
    package init() {}

    /// The last of a server or gateway; nil when none of its probes failed, or when ``limit`` others failed after it.
    package subscript(target: FailedExchange.Target) -> FailedExchange? {
        all.last { $0.target == target }
    }

    /// Keeps an exchange in the place of the one before it; where there are too many, the oldest goes, and before it the
    /// oldest that is of nothing but datagrams, which users do without.
    ///
    /// What comes late, after a newer one of the same target, is not kept.
    package mutating func keep(_ exchange: FailedExchange) {
        if let place = all.lastIndex(where: { $0.target == exchange.target }) {
            guard all[place].began <= exchange.began else { return }
            all.remove(at: place)
        }
        let place = all.lastIndex { $0.began <= exchange.began }.map { $0 + 1 } ?? 0
        all.insert(exchange, at: place)
        guard all.count > Self.limit else { return }
        all.remove(at: all.firstIndex(where: \.isOfDatagramsAlone) ?? 0)
    }

    /// Whether a target's last probe, which began then, is kept.
    package func holds(_ target: FailedExchange.Target, of began: Instant) -> Bool { self[target]?.began == began }

    /// Adds what followed a probe, if that is kept.
    ///
    /// - Parameters:
    ///   - record: What was recorded.
    ///   - title: What it was, in a sentence.
    ///   - time: When it began.
    ///   - target: Who was probed.
    ///   - began: When the probe began that it followed.
    package mutating func append(
        _ record: ExchangeRecord, title: String, at time: Instant, to target: FailedExchange.Target, of began: Instant
    ) {
        guard let place = all.lastIndex(where: { $0.target == target && $0.began == began }) else { return }
        all[place].append(record, title: title, began: time)
    }
}
