/// How far a sweep has come: first everybody once, and then whoever failed, and whatever else is due of the others.
struct SweepStages: Sendable, Hashable {
    /// Whether everybody has been probed once.
    private(set) var isSecond = false
    /// How many have nothing more to do in this stage.
    private(set) var ended = 0
    /// How many have something to do in this stage.
    private(set) var total: Int

    init(total: Int) {
        self.total = total
    }

    /// Whether this stage has ended.
    var isComplete: Bool { ended >= total }

    /// One more has nothing more to do.
    mutating func end() { ended += 1 }

    /// The second stage begins, for so many.
    mutating func beginSecond(total: Int) {
        isSecond = true
        ended = 0
        self.total = total
    }
}
