package import Drawing

/// What of the screen is kept from one run of the program to the next: how the user has arranged it, and nothing of what
/// was seen of the fleet.
///
/// Not kept are a frozen screen, stopped probing, marks, and a line that was being typed.
package struct KeptScreen: Sendable, Equatable {
    /// Whose lines the view in front has; nil for the one that comes first.
    var view: ViewID?
    /// The name of the view in front, where it is one of the user's own.
    var ownView: String?
    /// The colours, where the user chose others than the program was started with.
    package var theme: Theme?
    /// Whether the mouse is on, where the user chose otherwise.
    package var mouse: Bool?
    /// What was arranged in each view. A view of the user's own is known by all that the configuration says of it, so that
    /// what was arranged in it counts only as long as that is the same.
    var lists: [NumberedView: KeptList] = [:]
    /// What was read and not understood, by its place; it is passed over.
    var strange: [String] = []

    /// The most views of the user's own that are kept, those included that the configuration has no more.
    static let mostOwnViews = 32

    /// Nothing is kept.
    package init() {}
}

/// What of a view is kept; nil is what the view does at first.
struct KeptList: Sendable, Equatable {
    /// What its lines are sorted by.
    var sort: SortOrder?
    /// Whether that is the other way round.
    var isReversed: Bool?
    /// The filter as typed.
    var filter: String?
    /// What its lines are grouped by.
    var grouping: Grouping?
    /// The groups and lines that were folded or unfolded, as `KeptName`s.
    var turned: [String]?
    /// The columns that are not wanted.
    var hiddenColumns: [ColumnID]?
    /// The line under the cursor, as a `KeptName`.
    var cursor: String?
    /// What was read and not understood.
    var strange: [String] = []

    /// Whether nothing of it differs from what the view does at first.
    var isEmpty: Bool { self == KeptList() }
}

extension KeptScreen: Codable {
    package init(from decoder: any Decoder) throws {
        var fields = try TolerantFields(decoder)
        view = fields.name("view")
        ownView = fields.value("ownView")
        theme = fields.name("theme")
        mouse = fields.value("mouse")
        var views = fields.object("views")
        let ownViews: [(number: Int, value: KeptOwnView)] = fields.items("ownViews", atMost: Self.mostOwnViews)
        strange = fields.strange
        for id in ViewID.allCases {
            guard let list: KeptList = views?.value(FieldName(stringLiteral: id.rawValue)) else { continue }
            lists[.program(id)] = list
            strange += list.strange.map { "views.\(id.rawValue).\($0)" }
        }
        strange += (views?.strange ?? []).map { "views.\($0)" }
        for (number, own) in ownViews {
            if let view = own.view { lists[.own(view)] = own.list }
            strange += own.strange.map { "ownViews.\(number).\($0)" }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encodeIfPresent(view, forKey: "view")
        try fields.encodeIfPresent(ownView, forKey: "ownView")
        try fields.encodeIfPresent(theme?.rawValue, forKey: "theme")
        try fields.encodeIfPresent(mouse, forKey: "mouse")
        var views: [String: KeptList] = [:]
        var ownViews: [KeptOwnView] = []
        for (view, list) in lists where !list.isEmpty {
            switch view {
            case .program(let id): views[id.rawValue] = list
            case .own(let own): ownViews.append(KeptOwnView(own, list))
            }
        }
        if !views.isEmpty { try fields.encode(views, forKey: "views") }
        if !ownViews.isEmpty { try fields.encode(ownViews.sorted { $0.precedes($1) }, forKey: "ownViews") }
    }
}

extension KeptList: Codable {
    init(from decoder: any Decoder) throws {
        var fields = try TolerantFields(decoder)
        sort = fields.name("sort")
        isReversed = fields.value("inverted")
        filter = fields.value("filter")
        grouping = fields.name("group")
        turned = fields.value("turned")
        let columns: [String]? = fields.value("hidden")
        hiddenColumns = columns?.compactMap(ColumnID.init)
        cursor = fields.value("cursor")
        strange = fields.strange + (columns ?? []).filter { ColumnID(rawValue: $0) == nil }.map { "hidden.\($0)" }
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encodeIfPresent(sort?.rawValue, forKey: "sort")
        try fields.encodeIfPresent(isReversed, forKey: "inverted")
        try fields.encodeIfPresent(filter, forKey: "filter")
        try fields.encodeIfPresent(grouping, forKey: "group")
        try fields.encodeIfPresent(turned, forKey: "turned")
        try fields.encodeIfPresent(hiddenColumns, forKey: "hidden")
        try fields.encodeIfPresent(cursor, forKey: "cursor")
    }
}
