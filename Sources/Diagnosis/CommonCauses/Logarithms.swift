/// The natural logarithm of a number that is greater than zero.
///
/// Written out, since this target imports nothing that has it. With x = m * 2^e and 1 <= m < 2 it is
/// e * ln 2 + 2 artanh((m - 1) / (m + 1)), whose series ends below 1e-15 after fifteen terms.
func naturalLogarithm(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x > 0 ? .infinity : -.infinity }
    let z = (x.significand - 1) / (x.significand + 1)
    let square = z * z
    var power = z
    var sum = 0.0
    for term in 0..<15 {
        sum += power / Double(2 * term + 1)
        power *= square
    }
    return Double(x.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}

/// Natural logarithms of factorials, so that chances of large fleets neither overflow nor vanish.
struct LogFactorials: Sendable {
    private let sums: [Double]

    /// Those of 0 to `limit`.
    init(upTo limit: Int) {
        var sums = [0.0]
        sums.reserveCapacity(limit + 1)
        var sum = 0.0
        for number in stride(from: 1, through: limit, by: 1) {
            sum += naturalLogarithm(Double(number))
            sums.append(sum)
        }
        self.sums = sums
    }

    /// ln (n over k), for 0 <= k <= n <= limit.
    func choose(_ n: Int, _ k: Int) -> Double { sums[n] - sums[k] - sums[n - k] }
}
