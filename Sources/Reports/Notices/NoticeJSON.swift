package import FleetModel

/// A notice as a hook gets it: one JSON object on one line, described by docs/notice-1.schema.json.
package struct NoticeJSON: Sendable {
    /// The number of the schema; it changes when a field changes its meaning or goes, not when one is added.
    package static let schema: Int64 = 1

    /// Of the program.
    let version: String
    /// The name of the fleet.
    let fleetName: String
    /// Whether the servers are simulated.
    let isDemo: Bool

    /// A writer of notices.
    package init(version: String, fleetName: String, isDemo: Bool = false) {
        self.version = version
        self.fleetName = fleetName
        self.isDemo = isDemo
    }

    /// The document, with a line feed at its end.
    ///
    /// - Parameters:
    ///   - notice: What is told.
    ///   - hook: The name of whom it is for.
    /// - Returns: One line.
    package func text(of notice: Notice, for hook: String) -> String {
        var text = ""
        JSONValue.object(members(of: notice, hook)).writeLine(to: &text)
        return text + "\n"
    }

    private func members(of notice: Notice, _ hook: String) -> [String: JSONValue?] {
        [
            "schema": .integer(NoticeJSON.schema),
            "generator": .object(["name": .text("rdptop"), "version": .text(version)]),
            "fleet": .text(clean(fleetName)), "hook": .text(clean(hook)), "demo": .bool(isDemo),
            "event": .text(notice.event.rawValue), "id": .text(notice.id), "at": .text(notice.at.iso8601),
            "state": .text(notice.state.rawValue), "title": .text(clean(notice.title)),
            "text": .text(body(of: notice)),
            "since": .optional(notice.since?.iso8601), "lasted_ms": .optional(notice.lasted?.milliseconds),
            "first_sight": .bool(notice.isFirstSight), "shared": .optional(notice.shared.map(clean)),
            "threshold": .optional(notice.threshold?.rawValue), "count": .integer(Int64(notice.count)),
            "added": .integer(Int64(notice.added)), "members": .list(notice.members.map(member)),
            "parts": .list(notice.parts.map(part)),
            "continues": .list(notice.continues.map(JSONValue.text)),
            "held_back": notice.heldBack.map { heldBack in
                .object([
                    "count": .integer(Int64(heldBack.count)),
                    "titles": .list(heldBack.titles.map { .text(clean($0)) }),
                ])
            } ?? .null,
        ]
    }

    /// All of it for people, with the fleet's name in front.
    private func body(of notice: Notice) -> String {
        let held = notice.heldBack.map { heldBack in
            ["Held back before this: \(heldBack.count)"] + heldBack.titles.map { "- \($0)" }
        }
        let lines = ["\(isDemo ? "DEMO " : "")rdptop \(fleetName): \(notice.title)"] + notice.details + (held ?? [])
        return lines.map(clean).joined(separator: "\n")
    }

    private func part(_ part: Notice.Part) -> JSONValue {
        .object([
            "event": .text(part.event.rawValue), "id": .text(part.id), "state": .text(part.state.rawValue),
            "title": .text(clean(part.title)), "count": .integer(Int64(part.count)),
            "continues": .list(part.continues.map(JSONValue.text)),
        ])
    }

    private func member(_ member: Notice.Member) -> JSONValue {
        .object([
            "kind": .text(member.subject.isGateway ? "gateway" : "server"), "id": .text(clean(member.subject.text)),
            "name": .text(clean(member.name)), "site": .optional(member.site.map(clean)),
            "owner": .optional(member.owner.map(clean)), "runbook": .optional(member.runbook.map(clean)),
            "state": .text(member.state.rawValue), "since": .optional(member.since?.iso8601),
            "rule": .optional(member.rule), "diagnosis": .optional(member.verdict.map(clean)),
            "confidence": .optional(member.confidence?.rawValue), "behind": .optional(member.behind.map(clean)),
            "first_step": .optional(member.firstStep.map(clean)),
            "certificate_not_after": .optional(member.certificateEnds?.iso8601),
        ])
    }
}
