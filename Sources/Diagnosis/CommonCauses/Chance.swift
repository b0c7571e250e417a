/// How probable it is that chance alone shows what is seen, as natural logarithms.
struct Chance: Sendable {
    private let factorials: LogFactorials

    /// For populations of at most so many servers.
    init(upTo limit: Int) {
        factorials = LogFactorials(upTo: limit)
    }

    /// Fisher's exact test, one-sided: that of `carriers` drawn out of a fleet with `failing` failing and `healthy`
    /// healthy servers at least `failingCarriers` fail.
    ///
    /// Exact, so that it holds for three servers as well as for ten thousand.
    func ofSeparation(failingCarriers: Int, failing: Int, healthyCarriers: Int, healthy: Int) -> Double {
        let (carriers, all) = (failingCarriers + healthyCarriers, failing + healthy)
        let first =
            factorials.choose(failing, failingCarriers) + factorials.choose(healthy, healthyCarriers)
            - factorials.choose(all, carriers)
        return min(
            0,
            first
                + tail(from: failingCarriers, to: min(carriers, failing)) { count in
                    Double((carriers - count) * (failing - count))
                        / Double((count + 1) * (healthy - carriers + count + 1))
                })
    }

    /// That of `count` moments at random in `span`, some `many` lie within a stretch of `window` of each other.
    ///
    /// An upper bound: each moment may be the first of the stretch, and the others fall into it by a binomial law.
    func ofBurst(_ many: Int, of count: Int, within window: Double, of span: Double) -> Double {
        guard many >= 2, window < span else { return 0 }
        let (share, others, needed) = (window / span, count - 1, many - 1)
        let first =
            factorials.choose(others, needed) + Double(needed) * naturalLogarithm(share)
            + Double(others - needed) * naturalLogarithm(1 - share)
        let sum = tail(from: needed, to: others) { count in
            Double(others - count) / Double(count + 1) * share / (1 - share)
        }
        return min(0, naturalLogarithm(Double(count)) + first + sum)
    }

    /// The logarithm of 1 + r(first) + r(first) r(first + 1) + ...: a whole tail over its first term.
    private func tail(from first: Int, to last: Int, ratio: (Int) -> Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for count in stride(from: first, to: last, by: 1) {
            term *= ratio(count)
            sum += term
            if term < sum * 1e-12 { break }
        }
        return naturalLogarithm(sum)
    }
}
