import FleetModel

/// What was arranged in a view of the user's own, beside what the configuration said of the view then: its name does not
/// tell whether the user has described it anew meanwhile.
struct KeptOwnView {
    /// The view as it was described; nil when that is not understood.
    let view: OwnView?
    /// What was arranged in it.
    let list: KeptList
    /// What was read and not understood.
    let strange: [String]

    init(_ view: OwnView, _ list: KeptList) {
        self.view = view
        self.list = list
        strange = []
    }

    /// The order in the file, which is always the same.
    func precedes(_ other: KeptOwnView) -> Bool { words.lexicographicallyPrecedes(other.words) }

    private var words: [String] {
        guard let view else { return [] }
        return [
            view.name, view.view.rawValue, view.filter, view.sort?.rawValue ?? "", view.grouping?.rawValue ?? "",
        ]
    }
}

extension KeptOwnView: Codable {
    init(from decoder: any Decoder) throws {
        var fields = try TolerantFields(decoder)
        let name: String? = fields.value("name")
        let lines: ViewID? = fields.name("view")
        let filter: String? = fields.value("filter")
        let sort: SortOrder? = fields.name("sort")
        let grouping: Grouping? = fields.name("group")
        list = fields.value("arranged") ?? KeptList()
        let missing = name == nil ? ["name"] : lines == nil ? ["view"] : []
        let described = Set(fields.strange + missing).sorted()
        strange = described + list.strange.map { "arranged.\($0)" }
        // A view that was described in other words than these is another one.
        guard let name, let lines, described.isEmpty else {
            view = nil
            return
        }
        view = OwnView(name: name, view: lines, filter: filter ?? "", sort: sort, grouping: grouping)
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encodeIfPresent(view?.name, forKey: "name")
        try fields.encodeIfPresent(view?.view.rawValue, forKey: "view")
        try fields.encodeIfPresent((view?.filter).flatMap { $0.isEmpty ? nil : $0 }, forKey: "filter")
        try fields.encodeIfPresent(view?.sort?.rawValue, forKey: "sort")
        try fields.encodeIfPresent(view?.grouping?.rawValue, forKey: "group")
        try fields.encode(list, forKey: "arranged")
    }
}
