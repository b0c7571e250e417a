import FleetModel

/// Where a server stands, whose it is, and since when it is as it is.
enum ServerFacts {
    static func markup(of status: ServerStatus, at now: Instant) -> Markup? {
        let server = status.server
        let since: Markup? = status.since.map { since in
            "\(since)\(status.age(at: now).map { ", for \($0.spoken)" } ?? "")"
        }
        return list([
            ("Address", status.lastAddress.map { "\($0)" }), ("Since", since),
            ("Site", server.site.map { "\($0)" }), ("Owner", server.owner.map { "\($0)" }),
            ("Tags", server.tags.isEmpty ? nil : "\(server.tags.joined(separator: ", "))"),
            ("Gateway", server.gateway.map { "\($0)" }), ("Runbook", server.runbook.map(link)),
            ("Last probe", status.snapshot.map { "\($0.ended)" }),
        ])
    }

    /// Pairs of a title and a value, without those that have none.
    static func list(_ facts: [(title: String, value: Markup?)]) -> Markup? {
        let rows = facts.compactMap { fact in
            fact.value.map { value -> Markup in "<div><dt>\(fact.title)</dt><dd>\(value)</dd></div>\n" }
        }
        guard !rows.isEmpty else { return nil }
        return """
            <dl class="facts">
            \(rows)</dl>

            """
    }

    /// A link where the address is one of the web; anything else is text and leads nowhere.
    static func link(_ address: String) -> Markup {
        let isWeb = ["https://", "http://"].contains { address.lowercased().hasPrefix($0) }
        let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isWeb, isPlain, address.utf8.count <= 1_024 else { return "\(address)" }
        return "<a href=\"\(address)\" rel=\"noreferrer\">\(address)</a>"
    }
}
