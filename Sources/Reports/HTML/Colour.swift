/// A colour of sRGB.
struct Colour: Hashable {
    /// Red, green and blue in eight bits each.
    let rgb: UInt32

    init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

    /// `#1d6b3a`.
    var text: String {
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension Markup.Interpolation {
    mutating func appendInterpolation(_ colour: Colour) { appendInterpolation(colour.text) }
}
