/// A row as a filter sees it; the text is prepared once for each change of the row and not for each key typed.
package struct FilterRow: Sendable {
    /// The row itself.
    package let status: ServerStatus
    /// Its searchable text: lower-case UTF-8.
    package let text: [UInt8]
    /// What people have said of the server.
    package var annotations: ServerAnnotations
    /// Whether the user has marked it.
    package var isMarked: Bool

    /// Prepares the text of a row.
    package init(_ status: ServerStatus, annotations: ServerAnnotations = .none, isMarked: Bool = false) {
        self.status = status
        self.annotations = annotations
        self.isMarked = isMarked
        let server = status.server
        var parts = [server.displayName, server.site, server.owner, server.address?.description].compactMap { $0 }
        parts += server.tags
        if let peer = status.snapshot?.tcp?.facts?.peer { parts.append(peer.address.description) }
        if let headline = status.judgement.headline { parts += [headline.medium, headline.rule] }
        text = Array(parts.joined(separator: "\n").lowercased().utf8)
    }
}
