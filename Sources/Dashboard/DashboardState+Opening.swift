import FleetModel

extension DashboardState {
    /// Opens the line under the cursor: the details of a server or a gateway, the servers of a heading, or those of a site.
    mutating func openSelected() {
        guard let selectedItem else { return }
        hasMoved = true
        switch selectedItem {
        case .certificate, .eventFold: turn(selectedItem)
        case .event(_, nil, nil): say("this event is about our own side; no server and no gateway to open")
        case .server, .gateway, .event:
            openDetails()
            keepInView()
        case .group(let id): setOpen(id, !isOpen(id))
        case .site(let id):
            guard let filter = id.filter else { return say("no filter finds what has \(id.name)") }
            show(.all)
            list.grouping = Grouping.none
            setFilter(filter)
        }
    }
}

extension GroupID {
    /// The filter that leaves the members: `site:fra`; nil when the language has none.
    var filter: String? {
        switch self {
        case .site(let site): Self.filter("site", site)
        case .tag(let tag): Self.filter("tag", tag)
        case .gateway(let gateway): Self.filter("gateway", gateway)
        case .owner(let owner): Self.filter("owner", owner)
        case .behind, .cause, .verdict, .stale, .state: nil
        }
    }

    /// A name may have blanks in it, but there is no way to write a quotation mark.
    private static func filter(_ key: String, _ name: String?) -> String? {
        guard let name, !name.isEmpty, !name.contains("\"") else { return nil }
        let isPlain = name.allSatisfy { !$0.isWhitespace && $0 != "|" }
        return isPlain ? "\(key):\(name)" : "\(key):\"\(name)\""
    }
}
