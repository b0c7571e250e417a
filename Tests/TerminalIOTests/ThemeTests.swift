import Drawing
import Testing

@testable import TerminalIO

@Suite struct ThemeTests {
    private static let standard: [(Role, ColorDepth, Paint)] = [
        (.failed, .none, Paint(color: nil, attributes: [.reverse, .bold])),
        (.failed, .eight, Paint(color: 7, background: 1, attributes: .bold)),
        (.failed, .sixteen, Paint(color: 9, attributes: .reverse)),
        (.failed, .palette, Paint(color: 166, attributes: .reverse)),
        (.failed, .direct, Paint(color: 0xD7_5F_00, attributes: .reverse)),
        (.warning, .none, Paint(color: nil, attributes: .bold)), (.warning, .eight, Paint(color: 3, attributes: .bold)),
        (.warning, .sixteen, Paint(color: 11, attributes: .bold)),
        (.warning, .palette, Paint(color: 214, attributes: [])),
        (.unknown, .none, Paint(color: nil, attributes: .underline)),
        (.unknown, .eight, Paint(color: 6, attributes: [])), (.unknown, .palette, Paint(color: 74, attributes: [])),
        (.stale, .none, Paint(color: nil, attributes: .dim)), (.stale, .eight, Paint(color: nil, attributes: .dim)),
        (.stale, .palette, Paint(color: 245, attributes: [])),
        (.stale, .direct, Paint(color: 0x8A_8A_8A, attributes: [])),
        (.acknowledged, .eight, Paint(color: 1, attributes: .bold)),
        (.acknowledged, .palette, Paint(color: 166, attributes: [])),
        (.recovered, .palette, Paint(color: 39, attributes: [])), (.ok, .palette, Paint(color: nil, attributes: [])),
        (.changed, .palette, Paint(color: nil, attributes: .underline)),
    ]

    @Test(arguments: standard)
    func `The default theme shows states as documented`(_ role: Role, _ depth: ColorDepth, _ paint: Paint) {
        #expect(Theme.standard.paint(role, depth: depth) == paint)
    }

    @Test(
        arguments: [
            (0, false, .none), (2, false, .none), (8, false, .eight), (16, false, .sixteen), (88, false, .sixteen),
            (256, false, .palette), (32_767, false, .palette), (1 << 24, true, .direct),
        ] as [(Int, Bool, ColorDepth)])
    func `A terminal's colours are as many as it says`(_ colors: Int, _ isDirect: Bool, _ depth: ColorDepth) {
        #expect(ColorDepth(colors: colors, isDirect: isDirect) == depth)
    }

    @Test func `The monochrome theme has no colour on any terminal`() {
        for role in Role.allCases {
            for depth in ColorDepth.allCases {
                #expect(Theme.mono.paint(role, depth: depth) == Theme.standard.paint(role, depth: .none))
                #expect(!Theme.mono.paint(role, depth: depth).hasColor)
            }
        }
    }

    @Test func `The states differ without any colour`() {
        let looks = [Role.ok, .warning, .failed, .notReached, .unknown].map { Theme.mono.paint($0, depth: .none) }
        #expect(Set(looks).count == looks.count)
    }

    @Test(arguments: Theme.allCases)
    func `The states differ in every theme at every depth`(_ theme: Theme) {
        for depth in ColorDepth.allCases {
            let looks = [Role.ok, .warning, .failed, .unknown].map { theme.paint($0, depth: depth) }
            #expect(Set(looks).count == looks.count, "\(depth)")
        }
    }

    // MARK: Contrast

    /// The ratio a text needs (WCAG 2.1, 1.4.3), the enhanced one of the strongest theme (1.4.6), and what is enough for
    /// text that may be overlooked.
    private static func needed(_ theme: Theme, _ role: Role) -> Double {
        switch role {
        case .dim, .notReached, .notApplicable, .stale, .muted, .border: 3
        default: theme == .highContrast ? 7 : 4.5
        }
    }

    @Test(arguments: Theme.allCases, ColorDepth.allCases)
    func `Every colour can be read on the background it is for`(_ theme: Theme, _ depth: ColorDepth) {
        for role in Role.allCases {
            let paint = theme.paint(role, depth: depth)
            guard paint.hasColor else { continue }
            for scheme in Scheme.allCases {
                let ground: Color = theme == .light ? .white : .black
                // Reverse exchanges the two, which leaves the contrast as it is.
                let text = paint.color == Paint.terminalDefault ? nil : scheme.color(paint, depth)
                let own = paint.background == Paint.terminalDefault ? nil : scheme.color(paint.background)
                let contrast = (text ?? (theme == .light ? .black : .white)).contrast(to: own ?? ground)
                #expect(contrast >= Self.needed(theme, role), "\(role), \(scheme): \(contrast)")
            }
        }
    }

    @Test(arguments: Theme.allCases, ColorDepth.allCases)
    func `Nothing is black, and nothing blue on black, on a background that is not its own`(
        _ theme: Theme, _ depth: ColorDepth
    ) {
        for role in Role.allCases {
            let paint = theme.paint(role, depth: depth)
            guard paint.background == Paint.terminalDefault else { continue }
            // Blue is fit for white, which is what the light theme is for.
            #expect(![0, 4, 8].contains(paint.color) || (theme == .light && paint.color == 4), "\(role)")
        }
    }

    @Test(arguments: [Deficiency.protanopia, .deuteranopia])
    func `Who does not tell red from green tells failed from warning from ok`(_ deficiency: Deficiency) {
        for (depth, scheme) in [(ColorDepth.palette, Scheme.xterm), (.sixteen, .xterm), (.sixteen, .vga)] {
            let roles: [Role] = depth == .palette ? [.failed, .warning, .unknown, .recovered] : [.failed, .warning]
            // A failure is seen by what stands out: its colour in reverse, or its ground.
            let colors = roles.map { role in
                let paint = Theme.cvd.paint(role, depth: depth)
                return scheme.color(paint.background == Paint.terminalDefault ? paint.color : paint.background)
            }
            let seen = (colors + [Color(229, 229, 229)]).map { $0.seen(with: deficiency).lab }
            for (index, one) in seen.enumerated() {
                for other in seen[(index + 1)...] {
                    // 2 is barely seen side by side; 20 is another colour.
                    let difference = zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
                    #expect(difference >= 20, "\(depth): \(difference)")
                }
            }
        }
    }

    @Test func `The high-contrast theme dims nothing`() {
        for role in Role.allCases {
            for depth in ColorDepth.allCases {
                #expect(!Theme.highContrast.paint(role, depth: depth).attributes.contains(.dim))
            }
        }
    }

    @Test func `A failure stands out in a row in reverse, whatever it is made of`() {
        let failed = Theme.standard.paint(.failed, depth: .palette)
        #expect(failed.attributes(with: [.reverse, .bold]) == .bold)
        #expect(failed.attributes(with: .underline) == [.reverse, .underline])
        let onRed = Theme.standard.paint(.failed, depth: .eight)
        #expect(onRed.attributes(with: .reverse) == .bold)
        #expect(Theme.standard.paint(.ok, depth: .palette).attributes(with: .reverse) == .reverse)
    }

    @Test func `Glyphs follow the encoding`() {
        #expect(TerminalCapabilities(colors: 8, utf8: true, eastAsian: false).glyphs == .unicode)
        #expect(TerminalCapabilities(colors: 8, utf8: true, eastAsian: true).glyphs == .ascii)
        #expect(TerminalCapabilities(colors: 8, utf8: false, eastAsian: false).glyphs == .ascii)
    }
}
