import Drawing
import Glibc

@testable import TerminalIO

/// A colour of a screen, each channel from 0 to 1 and linear in light.
struct Color {
    let red, green, blue: Double

    static let black = Color(0, 0, 0)
    static let white = Color(255, 255, 255)

    /// A colour of sRGB, each channel from 0 to 255 (IEC 61966-2-1).
    init(_ red: Int, _ green: Int, _ blue: Int) {
        let linear = [red, green, blue].map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        self.init(linear: linear[0], linear[1], linear[2])
    }

    private init(linear red: Double, _ green: Double, _ blue: Double) {
        self.red = min(max(red, 0), 1)
        self.green = min(max(green, 0), 1)
        self.blue = min(max(blue, 0), 1)
    }

    /// WCAG 2.1, relative luminance.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// WCAG 2.1, contrast ratio: 1 to 21.
    func contrast(to other: Color) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// The colour as somebody without one kind of cones sees it.
    func seen(with deficiency: Deficiency) -> Color {
        let rows = deficiency.matrix.map { $0[0] * red + $0[1] * green + $0[2] * blue }
        return Color(linear: rows[0], rows[1], rows[2])
    }

    /// L*, a* and b* (CIE 1976, D65), whose distances are about those that people see.
    var lab: [Double] {
        let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
        let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
        let (f, g, h) = (Self.root(x), Self.root(luminance), Self.root(z))
        return [116 * g - 16, 500 * (f - g), 200 * (g - h)]
    }

    private static func root(_ value: Double) -> Double {
        value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
}

/// A lack of one kind of cones, as Machado, Oliveira and Fernandes (2009) model it at full severity.
enum Deficiency {
    case protanopia
    case deuteranopia

    var matrix: [[Double]] {
        switch self {
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        }
    }
}

/// What terminals make of the sixteen colours whose look is theirs to choose.
enum Scheme: CaseIterable {
    case xterm
    /// Of the VGA adapter and the Linux console.
    case vga

    /// What a look's text has on the screen: both show bold text of the darker half in the brighter one.
    func color(_ paint: Paint, _ depth: ColorDepth) -> Color {
        if depth == .direct { return Self.direct(paint.color) }
        let isBright = paint.attributes.contains(.bold) && paint.color < 8
        return color(isBright ? paint.color + 8 : paint.color)
    }

    /// A colour by its number.
    func color(_ number: Int32) -> Color {
        guard number < 16 else { return Self.direct(XtermPalette.rgb(number)) }
        let (red, green, blue) = (self == .xterm ? Self.xtermColors : Self.vgaColors)[Int(number)]
        return Color(red, green, blue)
    }

    private static func direct(_ number: Int32) -> Color {
        Color(Int(number >> 16 & 255), Int(number >> 8 & 255), Int(number & 255))
    }

    /// XTerm-col.ad.
    private static let xtermColors = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// drivers/tty/vt/vt.c of Linux.
    private static let vgaColors = [
        (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
        (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
        (255, 255, 255),
    ]
}
