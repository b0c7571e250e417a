import Drawing
import FleetModel

/// The order of the lines, held still while the user moves among them.
struct OrderHold: Sendable, Equatable {
    /// How long the lines stay where they are after the user has moved.
    static let length = Span.seconds(6)

    /// When it ends.
    var until: Instant
    /// The servers that have got a problem meanwhile and stand where they stood without one.
    var newProblems: Set<Rows.Index> = []
}

extension DashboardState {
    /// Holds the order for a while: the user has moved and must not hit another line than the one in sight.
    mutating func holdOrder() {
        held = OrderHold(until: clock + OrderHold.length, newProblems: held?.newProblems ?? [])
    }

    /// Lets the lines take the places that they have by now, once the hold is over.
    mutating func releaseOrder() {
        guard let held, held.until <= clock else { return }
        self.held = nil
        follow()
    }

    /// Counts the problems that come and go while the order is held; to be asked before the rows take them.
    mutating func noteWhileHeld(_ changes: [ServerStatus]) {
        guard held != nil else { return }
        for status in changes {
            guard let index = rows.index(of: status.server.id) else { continue }
            let (had, has) = (rows[index].judgement.state.isProblem, status.judgement.state.isProblem)
            if has, !had { held?.newProblems.insert(index) }
            if had, !has { held?.newProblems.remove(index) }
        }
    }

    /// Why the view in front cannot be sorted by something else; nil when it can.
    var whyNoSort: String? { ViewTable[view].order.map { "this view has one order: \($0)" } }

    /// Sorts the view in front.
    mutating func sort(by sort: SortOrder, isReversed: Bool = false) {
        list.sort = sort
        list.isReversed = isReversed
        shown.rows.sort(by: sort, isReversed: isReversed)
        follow()
        say("sorted by \(sort.words(isReversed: isReversed))")
    }

    /// Sorts by the next order of the view, or with -1 by the one before; behind the last comes the first.
    mutating func stepSort(_ direction: Int) {
        let orders = ViewTable[view].sorts
        guard !orders.isEmpty else { return }
        let position = orders.firstIndex(of: list.sort) ?? 0
        sort(by: orders[(position + direction + orders.count) % orders.count])
    }

    /// The question of the sort strip, one letter for each order of the view in front.
    var sortMenu: Menu {
        let orders = ViewTable[view].sorts.map { order in
            Menu.Choice(key: .character(order.letter), title: order.title) { state in
                // The order that is in force already is turned round, as by a click on a heading.
                state.sort(by: order, isReversed: order == state.list.sort && !state.list.isReversed)
                return []
            }
        }
        let inversion = Menu.Choice(key: .character("I"), title: "invert") { state in
            state.sort(by: state.list.sort, isReversed: !state.list.isReversed)
            return []
        }
        return Menu(title: "sort", choices: orders + [inversion])
    }
}

extension SortOrder {
    /// The key of the order in the sort strip.
    fileprivate var letter: Character {
        switch self {
        case .severity: "s"
        case .name: "n"
        case .site: "i"
        case .roundTrip: "r"
        case .certificate: "c"
        case .since: "t"
        case .issuer: "u"
        case .servers: "v"
        }
    }
}
