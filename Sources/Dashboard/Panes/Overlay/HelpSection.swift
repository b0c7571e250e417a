import Drawing
import FleetModel

/// What stands under one heading of the help.
struct HelpSection {
    /// A key or a sign, and what it means.
    struct Item {
        let sign: String
        let meaning: String
        let role: Role
        /// What Enter does on it; nil when it is only to be read.
        var action: Action?
        /// The cells of the sign, the blanks around it included.
        var label = 13
    }

    let title: String
    let items: [Item]

    // MARK: What can be done

    /// The actions of a place in the groups of the table, those of other places behind them, and what can be typed.
    static func actions(_ state: DashboardState, at place: Place) -> [HelpSection] {
        let here = ActionTable.groups.map { group in
            let actions = group.actions.filter { $0.places.contains(place) }
            return HelpSection(title: group.title, items: actions.compactMap { item($0, state) })
        }
        let elsewhere = Place.allCases.filter { $0 != place }
        let others = elsewhere.enumerated().map { index, other in
            let actions = ActionTable.actions.filter { action in
                action.places.contains(other) && !action.places.contains(place)
                    && action.places.isDisjoint(with: elsewhere[..<index])
            }
            return HelpSection(title: "Only \(other.title)", items: actions.compactMap { item($0, state) })
        }
        return here + others + [filter, commands]
    }

    private static func item(_ action: Action, _ state: DashboardState) -> Item? {
        guard let help = action.helpHere(state) else { return nil }
        let names = state.keys.keys(of: action).map(\.name)
        let sign = names.isEmpty ? ":\(action.id)" : names.joined(separator: " ")
        return Item(sign: sign, meaning: help, role: .key, action: action, label: 19)
    }

    private static let filter = HelpSection(
        title: "The filter", items: FilterForm.all.map { Item(sign: $0.sign, meaning: $0.meaning, role: .key) })

    private static let commands = HelpSection(
        title: "The command line",
        items: [
            (":0x904 0x7", "what a code that users see means, and which servers would show it now"),
            (":2308", "the same in decimal; a symbol will do, too"),
            (":next-problem", "any action by its name; Tab completes, Up and Down bring back what was typed"),
        ].map { Item(sign: $0.0, meaning: $0.1, role: .key, label: 19) }
            + CommandTable.commands.map { command in
                let argument = command.argument.isEmpty ? "" : " " + command.argument
                return Item(sign: ":\(command.name)\(argument)", meaning: command.help, role: .key, label: 19)
            })

    // MARK: What the signs mean

    /// Layers, cells, letters, flags and states.
    static func legend(_ glyphs: Glyphs) -> [HelpSection] {
        [
            HelpSection(
                title: "Layers, from left to right",
                items: Layer.allCases.map { Item(sign: String($0.letter), meaning: $0.title, role: .strong) }),
            HelpSection(
                title: "Signs in the cells",
                items: signs.map { Item(sign: $0.sign(glyphs), meaning: $0.meaning, role: $0.role) }),
            HelpSection(
                title: "Letters in the cells: why a layer failed",
                items: ReasonLetter.allCases.map {
                    Item(sign: "\($0.rawValue) or \($0.abbreviation)", meaning: $0.meaning, role: .failed)
                }),
            HelpSection(
                title: "Numbers in the view Sites",
                items: SiteTable.signs.map { Item(sign: $0.sign, meaning: $0.meaning, role: .strong) }),
            HelpSection(
                title: "Signs in front of a row",
                items: RowFlag.allCases.map { Item(sign: $0.sign, meaning: $0.meaning, role: $0.role) }),
            HelpSection(
                title: "States",
                items: ServerState.allCases.map { Item(sign: $0.wordAndSign, meaning: $0.meaning, role: $0.role) }),
        ]
    }

    /// The cells without a letter of their own.
    private static let signs: [FleetModel.Cell] = [.ok, .warning(nil), .notReached, .notApplicable, .unknown]
}

extension HelpSection.Item {
    /// Whether all words stand in it, in any case; also in the name of its action.
    func contains(_ words: [String]) -> Bool {
        let text = "\(sign) \(meaning) \(action?.id ?? "")".lowercased()
        return words.allSatisfy { text.contains($0) }
    }

    /// ` sign   meaning`, broken to a width.
    func lines(_ width: Int) -> [Line] {
        let indent = min(label, max(3, width / 3)) + 1
        let texts = wrap(meaning, to: max(8, width - indent - 1))
        let fits = TextWidth.cells(of: sign) <= indent - 3
        let head = Line("  ").adding(fits ? pad(sign, to: indent - 2) : sign, role)
        let blank = Line(String(repeating: " ", count: indent))
        guard fits else { return [head] + texts.map { blank.adding($0) } }
        return texts.enumerated().map { ($0.offset == 0 ? head : blank).adding($0.element) }
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
