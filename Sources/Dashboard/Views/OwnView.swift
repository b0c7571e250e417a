package import FleetModel

/// A view of the user's own: the lines of another one, arranged as the configuration says.
package struct OwnView: Sendable, Hashable {
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
        self.init(
            name: wanted.name.value, view: view, filter: wanted.filter?.value ?? "",
            sort: wanted.sort.flatMap { word in ViewTable[view].sorts.first { $0.title == word.value } },
            grouping: wanted.group.flatMap { Grouping(rawValue: $0.value) })
    }

    /// A view of these.
    init(name: String, view: ViewID, filter: String, sort: SortOrder?, grouping: Grouping?) {
        self.name = Self.clean(name)
        (self.view, self.filter, self.sort, self.grouping) = (view, filter, sort, grouping)
    }

    /// A name as the strip has room for it.
    private static func clean(_ name: String) -> String { CleanText.clean(name, limit: longestName) }

    /// The most characters of a name.
    private static let longestName = 20

    /// The keys that bring them to the front, in the order of the file.
    static let keys = Array(NumberedView.keys.dropFirst(ViewTable.views.count))

    // MARK: Mistakes

    /// What is wrong with the views of a configuration, and where it stands.
    @Sendable package static func mistakes(in configuration: ProgramConfiguration) -> [ConfigurationMistake] {
        let tooMany = configuration.views.dropFirst(keys.count).map { view in
            view.name.mistake("there are keys for \(keys.count) views of your own, and this is one more")
        }
        return tooMany + configuration.views.flatMap(mistakes)
    }

    private static func mistakes(in wanted: ProgramConfiguration.View) -> [ConfigurationMistake] {
        // What is kept of a view goes by its name, which two views must not share.
        guard clean(wanted.name.value) == wanted.name.value else {
            return [wanted.name.mistake("the name of a view has at most \(longestName) characters, all printable")]
        }
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
    /// What the help says of one of their keys: which view it shows, or for the first that shows none, how to get one.
    func helpOfOwnView(_ number: Int) -> String? {
        let views = setup.ownViews
        if views.indices.contains(number) { return "show \(views[number].name), a view of your own" }
        guard number == views.count else { return nil }
        return "show \(number == 0 ? "a" : "another") view of your own, once views: in config.yaml describes one"
    }

    /// Why there is no view of the user's own on one of their keys; nil when there is one.
    func whyNoOwnView(_ number: Int) -> String? {
        guard !setup.ownViews.indices.contains(number) else { return nil }
        return setup.ownViews.isEmpty
            ? "no view yet; views: in config.yaml makes one (man rdptop-config)"
            : "config.yaml has \(setup.ownViews.count) under views:, and no more"
    }
}
