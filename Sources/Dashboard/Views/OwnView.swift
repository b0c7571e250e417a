package import FleetModel

/// A view of the user's own: the lines of another one, arranged as the configuration says.
package struct OwnView: Sendable, Equatable {
    /// The keys that bring them to the front, in the order of the file; those of the program's own come before them.
    static let keys: [Character] = ["7", "8", "9"]

    /// What the strip calls it; cleaned.
    let name: String
    /// Whose lines it has.
    let view: ViewID
    /// The filter as typed; empty for none.
    let filter: String
    /// What its lines are sorted by; nil for what the other view does.
    let sort: SortOrder?
    /// What they are grouped by; nil for what the other view does.
    let grouping: Grouping?

    /// A view as the configuration has it; a name in it that nobody knows counts for nothing, and ``mistakes(in:)`` says
    /// so.
    package init(_ wanted: ProgramConfiguration.View) {
        let view = wanted.view.flatMap { ViewID(rawValue: $0.value) } ?? .all
        self.view = view
        name = CleanText.clean(wanted.name.value, limit: 20)
        filter = wanted.filter?.value ?? ""
        sort = wanted.sort.flatMap { word in ViewTable[view].sorts.first { $0.title == word.value } }
        grouping = wanted.group.flatMap { Grouping(rawValue: $0.value) }
    }

    /// How its list is at first.
    var list: ListState {
        var list = ListState(of: ViewTable[view])
        list.sort = sort ?? list.sort
        list.filterText = filter
        list.grouping = grouping
        return list
    }

    // MARK: Mistakes

    /// What is wrong with the views of a configuration, and where it stands.
    @Sendable package static func mistakes(in configuration: ProgramConfiguration) -> [ConfigurationMistake] {
        let tooMany = configuration.views.dropFirst(keys.count).map { view in
            view.name.mistake("there are keys for \(keys.count) views of your own, and this is one more")
        }
        return tooMany + configuration.views.flatMap(mistakes)
    }

    private static func mistakes(in wanted: ProgramConfiguration.View) -> [ConfigurationMistake] {
        if let view = wanted.view, ViewID(rawValue: view.value) == nil {
            return [view.unknown("a view", known: ViewID.allCases.map(\.rawValue))]
        }
        let view = ViewTable[wanted.view.flatMap { ViewID(rawValue: $0.value) } ?? .all]
        var mistakes: [ConfigurationMistake] = []
        if let filter = wanted.filter, let mistake = Filter.parseWhileTyping(filter.value).mistake {
            mistakes.append(filter.mistake(mistake.text))
        }
        for (word, what, known) in [
            (wanted.sort, "an order", view.sorts.map(\.title)),
            (wanted.group, "a way to group", view.groupings.map(\.rawValue)),
        ] {
            guard let word, !known.contains(word.value) else { continue }
            mistakes.append(
                known.isEmpty
                    ? word.mistake("the view \(view.id.rawValue) has nothing to choose here")
                    : word.unknown("\(what) of the view \(view.id.rawValue)", known: known))
        }
        return mistakes
    }
}

extension DashboardState {
    /// Why there is no view of the user's own on one of their keys; nil when there is one.
    func whyNoOwnView(_ number: Int) -> String? {
        guard !setup.ownViews.indices.contains(number) else { return nil }
        return setup.ownViews.isEmpty
            ? "no views of your own: config.yaml has none under views:"
            : "config.yaml has \(setup.ownViews.count) under views:, and no more"
    }

    /// Brings a view of the user's own to the front, as it was left in this run.
    mutating func showOwn(_ number: Int) {
        isDetailOpen = false
        eventCursor = nil
        guard number != ownView else { return follow() }
        view = setup.ownViews[number].view
        ownView = number
        arrangeRows()
    }
}
