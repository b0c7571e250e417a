import FleetModel

extension JSONReport {
    /// Something that happened.
    func event(_ event: TimelineEvent) -> JSONValue { .object(members(of: event)) }

    func members(of event: TimelineEvent) -> [String: JSONValue?] {
        var members: [String: JSONValue?] = [
            "at": .text(event.at.iso8601), "event": .text(event.kind.rawValue), "text": .text(clean(event.text)),
            "cause": .optional(event.cause.map(clean)), "behind": .optional(event.gateway.map(clean)),
            "previous_state": .optional(event.previous?.rawValue), "lasted_ms": .optional(event.lasted?.milliseconds),
            "first_sight": .bool(event.isFirstSight),
        ]
        switch event.subject {
        case .server(let id): members["server"] = .text(clean(id.text))
        case .gateway(let id): members["gateway"] = .text(clean(id))
        case .fleet: break
        }
        return members
    }
}
