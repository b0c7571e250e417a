/// What servers have in common that are told of together: an outage has one, however many servers it hits.
package enum NoticeCause: Sendable, Hashable {
    /// A gateway is down, and with it whoever is behind it.
    case gateway(Gateway.ID)
    /// Failing servers share this and healthy ones do not.
    case shared(SharedCause.Trait, String, isDown: Bool)
    /// They have the same verdict, by its rule.
    case rule(String, isDown: Bool)

    /// Whether nothing but the verdict is what they have in common.
    var isVerdict: Bool {
        switch self {
        case .rule: true
        case .gateway, .shared: false
        }
    }

    /// Whether users cannot connect.
    package var isDown: Bool {
        switch self {
        case .gateway: true
        case .shared(_, _, let isDown), .rule(_, let isDown): isDown
        }
    }
}
