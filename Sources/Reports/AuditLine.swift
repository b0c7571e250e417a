package import FleetModel

/// A line of the audit log: one JSON object with its keys sorted (docs/report-schema.md).
package enum AuditLine {
    /// The line of an entry, with its end.
    package static func text(of entry: AuditEntry) -> String {
        let line = JSONValue.object([
            "time": .text(entry.at.iso8601WithMilliseconds), "target": .text(clean(entry.target)),
            "kind": .text(entry.kind.rawValue), "address": .text(entry.peer.address.description),
            "port": .integer(Int64(entry.peer.port)), "source_address": .optional(entry.local?.address.description),
            "source_port": .optional(entry.local.map { Int64($0.port) }), "depth": .text(entry.depth.rawValue),
            "result": .text(entry.result?.words ?? "ok"),
        ])
        var text = ""
        line.writeLine(to: &text)
        return text + "\n"
    }
}
