/// A place along an axis in tenths of a percent, so that a chart is as wide as its page and its letters keep their size.
struct Percentage: Hashable {
    let tenths: Int

    init(tenths: Int) { self.tenths = tenths }

    /// A part of a whole; everything lies between none and all of it.
    init(_ part: Int, of whole: Int) {
        guard whole > 0 else {
            tenths = 0
            return
        }
        // In this order nothing overflows, whatever the numbers.
        let share = Double(min(max(0, part), whole)) / Double(whole)
        tenths = Int((share * 1000).rounded())
    }

    /// `37.5%`.
    var text: String { "\(tenths / 10).\(tenths % 10)%" }

    static func - (left: Percentage, right: Percentage) -> Percentage {
        Percentage(tenths: max(0, left.tenths - right.tenths))
    }
}

extension Markup.Interpolation {
    mutating func appendInterpolation(_ percentage: Percentage) { appendInterpolation(percentage.text) }
}
