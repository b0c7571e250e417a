import Drawing
import Testing

@testable import TerminalIO

@Suite struct ThemeTests {
    @Test(
        arguments: [
            (Role.failed, 0, Int16(-1), [.reverse, .bold]), (.failed, 8, 1, .reverse), (.failed, 256, 166, .reverse),
            (.warning, 0, -1, .bold), (.warning, 16, 3, .bold), (.warning, 256, 214, []),
            (.unknown, 0, -1, .underline), (.unknown, 8, 6, []), (.unknown, 256, 74, []),
            (.stale, 0, -1, .dim), (.stale, 8, -1, .dim), (.stale, 256, 245, []),
            (.acknowledged, 8, 1, []), (.acknowledged, 256, 166, []), (.recovered, 256, 39, []),
            (.ok, 256, -1, []), (.changed, 256, -1, .underline), (.failed, 2, -1, [.reverse, .bold]),
        ] as [(Role, Int, Int16, Style.Attributes)])
    func `The default theme shows states as documented`(
        _ role: Role, _ colors: Int, _ color: Int16, _ attributes: Style.Attributes
    ) {
        #expect(Theme.standard.paint(role, colors: colors) == Paint(color: color, attributes: attributes))
    }

    @Test func `The monochrome theme has no colour on any terminal`() {
        for role in Role.allCases {
            #expect(Theme.mono.paint(role, colors: 256) == Theme.standard.paint(role, colors: 0))
            #expect(Theme.mono.paint(role, colors: 256).color == Paint.terminalDefault)
        }
    }

    @Test func `The states differ without any colour`() {
        let looks = [Role.ok, .warning, .failed, .notReached, .unknown].map { Theme.mono.paint($0, colors: 0) }
        #expect(Set(looks).count == looks.count)
    }

    @Test(arguments: Theme.allCases)
    func `Every colour can be read on the background it is for`(_ theme: Theme) {
        for role in Role.allCases {
            let color = theme.paint(role, colors: 256).color
            guard color != Paint.terminalDefault else { continue }
            let light = Self.luminance(color)
            let contrast = theme == .light ? 1.05 / (light + 0.05) : (light + 0.05) / 0.05
            #expect(contrast >= (theme == .highContrast ? 7 : 4.5), "\(role)")
        }
    }

    @Test func `The high-contrast theme dims nothing`() {
        for role in Role.allCases {
            for colors in [0, 8, 256] {
                #expect(!Theme.highContrast.paint(role, colors: colors).attributes.contains(.dim))
            }
        }
    }

    @Test func `Reverse on reverse turns back`() {
        let failed = Theme.standard.paint(.failed, colors: 256)
        #expect(failed.attributes(with: [.reverse, .bold]) == .bold)
        #expect(failed.attributes(with: .underline) == [.reverse, .underline])
        #expect(Theme.standard.paint(.ok, colors: 256).attributes(with: .reverse) == .reverse)
    }

    @Test func `Glyphs follow the encoding`() {
        #expect(TerminalCapabilities(colors: 8, utf8: true, eastAsian: false).glyphs == .unicode)
        #expect(TerminalCapabilities(colors: 8, utf8: true, eastAsian: true).glyphs == .ascii)
        #expect(TerminalCapabilities(colors: 8, utf8: false, eastAsian: false).glyphs == .ascii)
    }

    /// Relative luminance (WCAG 2.1) of a colour of xterm's palette from 16 on.
    private static func luminance(_ color: Int16) -> Double {
        let number = Int(color)
        let levels = [0, 95, 135, 175, 215, 255]
        let gray = 8 + (number - 232) * 10
        let channels =
            number >= 232
            ? [gray, gray, gray]
            : [levels[(number - 16) / 36], levels[(number - 16) / 6 % 6], levels[(number - 16) % 6]]
        let linear = channels.map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// x to the power of 2.4, as x² times the fifth root of x², by Newton's method.
    private static func power(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 {
            root = (4 * root + square / (root * root * root * root)) / 5
        }
        return square * root
    }
}
