import FleetModel

/// A view that the user brings to the front by its number: one of the program's, or one of their own.
enum NumberedView: Sendable, Hashable {
    case program(ViewID)
    case own(OwnView)

    /// The keys that do so, in the order of the strip: those of the program's views, then those of the user's own.
    static let keys: [Character] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

    /// Whose lines it has.
    var view: ViewID {
        switch self {
        case .program(let id): id
        case .own(let own): own.view
        }
    }

    /// The user's own view; nil when it is one of the program's.
    var own: OwnView? { if case .own(let own) = self { own } else { nil } }

    /// What the strip calls it.
    var title: String {
        switch self {
        case .program(let id): ViewTable[id].title
        case .own(let own): own.name
        }
    }

    /// How its list is until the user arranges it.
    var list: ListState {
        var list = ListState(of: ViewTable[view])
        guard case .own(let own) = self else { return list }
        list.sort = own.sort ?? list.sort
        list.filterText = own.filter
        list.grouping = own.grouping
        return list
    }
}

extension DashboardState {
    /// All views that have a number, in the order of the strip.
    var numberedViews: [NumberedView] {
        ViewTable.views.map { .program($0.id) } + setup.ownViews.map(NumberedView.own)
    }

    /// Brings a view to the front as it was left.
    mutating func show(_ view: NumberedView) {
        isDetailOpen = false
        eventCursor = nil
        guard view != front else { return follow() }
        front = view
        arrangeRows()
    }

    /// Brings a view of the program's own to the front as it was left.
    mutating func show(_ view: ViewID) { show(.program(view)) }

    /// Arranges the view in front as it is at first; the cursor stays on its line.
    mutating func resetView() {
        var list = front.list
        // No arrangement, but where the cursor stands, and what was looked for.
        list.selected = self.list.selected
        list.awaited = self.list.awaited
        list.cursor = cursor
        list.firstVisible = firstVisible
        list.hasMoved = hasMoved
        list.searchText = self.list.searchText
        self.list = list
        arrangeRows()
        switch front {
        case .program(let id): say("the view \(ViewTable[id].title) is arranged as at first")
        case .own(let own): say("the view \(own.name) is arranged as config.yaml describes it")
        }
    }

    // MARK: The view's own filter

    /// The filter that the view in front has of itself; empty for none.
    var ownFilter: String { front.list.filterText }

    /// Whether the filter is another one than the view has of itself, so that one step back leads to that.
    var isFilterChanged: Bool { filterText != ownFilter }

    /// Filters by what the view has of itself: one of the user's own may have a filter, all others have none.
    mutating func putFilterBack() { setFilter(ownFilter) }

    /// What Esc does with a filter, in a word: it clears it, or puts back the view's own.
    var verbOfEscape: String { ownFilter.isEmpty ? "clears" : "resets" }

    /// The way out for somebody from whom the filter hides everything, as a sentence.
    var wayOutOfFilter: String {
        guard !isFilterChanged else { return "Esc \(verbOfEscape) it." }
        return "It is this view's own; \(keys.name(of: "filter") ?? ":filter") changes it."
    }
}
