/// A row as a filter sees it; its texts are prepared once for each change of the row and not for each key typed.
///
/// A class, so that ten thousand of them are looked at without counting the references in each; what changes is another one.
package final class FilterRow: Sendable {
    /// The row itself.
    package let status: ServerStatus
    /// Its searchable text: lower-case UTF-8, each part on a line of its own.
    package let text: [UInt8]
    /// What people have said of the server.
    package let annotations: ServerAnnotations
    /// Whether the user has marked it.
    package let isMarked: Bool
    /// In lower case, as all names here.
    let name: String
    let site: String?
    let owner: String?
    let tags: [String]
    /// The certificate's issuer in lower-case UTF-8; empty when none was seen.
    let issuer: [UInt8]
    /// How long the server took to answer, in microseconds; nil when it did not.
    let roundTrip: Int64?
    /// From when on what is known is old; nil when nothing is.
    let staleAfter: Instant?

    /// Prepares the texts of a row.
    package init(_ status: ServerStatus, annotations: ServerAnnotations = .none, isMarked: Bool = false) {
        self.status = status
        self.annotations = annotations
        self.isMarked = isMarked
        let server = status.server
        name = server.name.lowercased()
        site = server.site?.lowercased()
        owner = server.owner?.lowercased()
        tags = server.tags.map { $0.lowercased() }
        issuer = Array((status.snapshot?.certificate?.facts?.leaf.issuer ?? "").lowercased().utf8)
        roundTrip = status.snapshot?.roundTrip
        staleAfter = status.staleAfter
        var parts = [server.displayName, server.site, server.owner, server.address?.description].compactMap { $0 }
        parts += server.tags
        if let peer = status.snapshot?.tcp?.facts?.peer { parts.append(peer.address.description) }
        if let headline = status.judgement.headline { parts += [headline.medium, headline.rule] }
        text = Array(parts.joined(separator: "\n").lowercased().utf8)
    }
    /// The same row, of which people say something else.
    package init(_ other: FilterRow, annotations: ServerAnnotations, isMarked: Bool) {
        self.annotations = annotations
        self.isMarked = isMarked
        status = other.status
        text = other.text
        name = other.name
        site = other.site
        owner = other.owner
        tags = other.tags
        issuer = other.issuer
        roundTrip = other.roundTrip
        staleAfter = other.staleAfter
    }
}
