import FleetModel

/// What servers have in common that stand under one heading; the same whoever comes and goes.
enum GroupID: Sendable, Hashable {
    /// They are down because this gateway is.
    case behind(Gateway.ID)
    /// They fail and share something that healthy servers do not.
    case cause(SharedCause.Trait, String)
    /// They are in the same state for the same reason: a rule and its verdict in the fewest words.
    case verdict(ServerState, rule: String, short: String)
    /// They have no problem that is known, and were not probed for long.
    case stale
    /// nil where the fleet file names none.
    case site(String?)
    /// The first of their tags.
    case tag(String?)
    /// The gateway in front of them.
    case gateway(Gateway.ID?)
    case owner(String?)
    case state(ServerState)
}

extension GroupID {
    /// What the members have in common, in as few words as say it.
    var name: String {
        switch self {
        case .behind(let gateway): "behind \(gateway)"
        case .cause(_, let value): value
        case .verdict(_, _, let short): short
        case .stale: "not probed for long"
        case .site(let site): site ?? "no site"
        case .tag(let tag): tag ?? "no tag"
        case .gateway(let gateway): gateway ?? "no gateway"
        case .owner(let owner): owner ?? "no owner"
        case .state(let state): state.word
        }
    }

    /// Whether its servers stand below it until the user folds it: what was found to belong together is one line at
    /// first, what the user wants to see grouped is not.
    var isOpenAtFirst: Bool {
        switch self {
        case .behind, .cause, .verdict, .stale: false
        case .site, .tag, .gateway, .owner, .state: true
        }
    }
}
