import Drawing
import FleetModel

/// All keys, from the table that dispatches them, and what the signs on the screen mean.
enum HelpText {
    /// The whole help, broken to a width.
    static func lines(_ state: DashboardState, width: Int) -> [Line] {
        let sections = keys(state, width) + [filter(width), commands(width)] + legend(state.glyphs, width)
        let text = sections.flatMap { $0 + [Line()] }
        return text + [Line(" rdptop \(state.version)", .dim)]
    }

    // MARK: Keys

    /// One section for each group of actions that have a key at the place that is behind the help.
    private static func keys(_ state: DashboardState, _ width: Int) -> [[Line]] {
        ActionTable.groups.map { group in
            [Line(" " + group.title, .heading)]
                + group.actions.filter { !state.keys.keys(of: $0).isEmpty }.flatMap { action in
                    entry(
                        state.keys.keys(of: action).map(\.name).joined(separator: " "), action.help, .key, width,
                        label: 19)
                }
        }
    }

    // MARK: The filter

    private static func filter(_ width: Int) -> [Line] {
        let words = [
            ("fra prod", "rows that contain both, in name, address, site, owner, tags or verdict"),
            ("!lab", "rows that do not"), ("\"two words\"", "taken as they stand; so is \"a:b\""),
            ("a | b", "one or the other"),
            ("is:", Filter.StateWord.allCases.map(\.rawValue).joined(separator: ", ")),
            ("site: tag:", "also owner: and gateway:, as the fleet file says"),
            ("layer:tls", "the layer is failed or a warning"), ("reason:T", "a cell has that letter"),
            ("cert<14d", "the certificate has less left; also >"),
            ("since<10m", "the state is younger; also >"),
        ]
        return [Line(" The filter", .heading)] + words.flatMap { entry($0.0, $0.1, .key, width) }
    }

    // MARK: The command line

    private static func commands(_ width: Int) -> [Line] {
        let words = [
            (":0x904 0x7", "what a code that users see means, and which servers would show it now"),
            (":2308", "the same in decimal; a symbol will do, too"),
            (":explain", "the same, with the code behind it"),
            (":w FILE", "write a report of what the screen shows; JSON when the name ends in .json"),
            (":q", "quit"),
        ]
        return [Line(" The command line", .heading)] + words.flatMap { entry($0.0, $0.1, .key, width) }
    }

    // MARK: Signs

    private static func legend(_ glyphs: Glyphs, _ width: Int) -> [[Line]] {
        [
            [Line(" Layers, from left to right", .heading)]
                + Layer.allCases.flatMap { entry(String($0.letter), $0.title, .strong, width) },
            [Line(" Signs in the cells", .heading)]
                + signs.flatMap { entry($0.sign(glyphs), $0.meaning, $0.role, width) },
            [Line(" Letters in the cells: why a layer failed", .heading)]
                + ReasonLetter.allCases.flatMap {
                    entry("\($0.rawValue) or \($0.abbreviation)", $0.meaning, .failed, width)
                },
            [Line(" Signs in front of a row", .heading)]
                + RowFlag.allCases.flatMap { entry($0.sign, $0.meaning, $0.role, width) },
            [Line(" States", .heading)]
                + ServerState.allCases.flatMap { entry($0.wordAndSign, $0.meaning, $0.role, width) },
        ]
    }

    /// The cells without a letter of their own.
    private static let signs: [FleetModel.Cell] = [.ok, .warning(nil), .notReached, .notApplicable, .unknown]

    private static func entry(
        _ sign: String, _ meaning: String, _ role: Role, _ width: Int, label: Int = 13
    ) -> [Line] {
        let indent = min(label, max(3, width / 3)) + 1
        let lines = wrap(meaning, to: max(8, width - indent - 1))
        let fits = TextWidth.cells(of: sign) <= indent - 3
        let head = Line("  ").adding(fits ? pad(sign, to: indent - 2) : sign, role)
        let blank = Line(String(repeating: " ", count: indent))
        guard fits else { return [head] + lines.map { blank.adding($0) } }
        return lines.enumerated().map { ($0.offset == 0 ? head : blank).adding($0.element) }
    }
}

extension FleetModel.Cell {
    /// The sign's meaning in the legend.
    fileprivate var meaning: String {
        switch self {
        case .ok: "passed"
        case .warning: "not as it should be, and not in anybody's way"
        case .failed(let letter): letter.meaning
        case .notReached: "not reached: a layer that it needs has failed"
        case .notApplicable: "does not apply to this server, or is not permitted here"
        case .unknown: "not known yet"
        }
    }
}
