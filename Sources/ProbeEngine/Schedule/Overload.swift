internal import FleetModel

/// Whether this machine cannot keep up: an event loop is late, or nothing more can be opened.
struct Overload: Sendable {
    /// An event loop that is later than this is overloaded.
    static let lagLimit = Span.milliseconds(250)
    /// It lasts for so long after the last sign of it.
    static let lasts = Span.seconds(5)
    /// The rate is halved at most once in this time.
    static let pause = Span.seconds(1)
    /// The rate is halved at most so often.
    static let mostHalvings = 8

    /// The longest lag seen since it began; zero when something else is short; nil when all is well.
    private(set) var lag: Span?
    /// The last sign.
    private(set) var last: Instant?
    /// How often the rate is halved.
    private(set) var halvings = 0
    private var lastHalving: Instant?

    /// When it is past, unless there is another sign.
    var end: Instant? { lag == nil ? nil : last.map { $0 + Self.lasts } }

    /// There is a sign of it.
    mutating func notice(_ lag: Span, at now: Instant) {
        self.lag = max(lag, self.lag ?? .zero)
        last = now
        guard lastHalving.map({ now - $0 >= Self.pause }) ?? true else { return }
        lastHalving = now
        halvings = min(Self.mostHalvings, halvings + 1)
    }

    /// Time has passed.
    mutating func pass(to now: Instant) {
        guard let end, now >= end else { return }
        lag = nil
        halvings = 0
        lastHalving = nil
    }
}
