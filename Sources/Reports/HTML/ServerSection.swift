import FleetModel

/// Everything that is known of each server, folded.
enum ServerSection: PageSection {
    /// The most names of servers behind one gateway.
    private static let mostBehind = 500

    static func write(_ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>) {
        guard !report.statuses.isEmpty else { return }
        let folded = FoldedServers(of: report)
        page.add(
            """
            <section aria-labelledby="servers">
            <h2 id="servers">Server by server</h2>
            <p>Open one for the evidence, the steps, and what each layer showed. A click on a command selects it.</p>
            \(leftOut(folded))<div class="cards folds">

            """)
        for group in report.groupsBehind { page.add(markup(of: group, at: report.at)) }
        for status in folded.troubled + folded.healthy { page.add(markup(of: status, at: report.at)) }
        page.add("</div>\n</section>\n")
    }

    private static func leftOut(_ folded: FoldedServers) -> Markup? {
        let parts = [
            folded.leftOut.healthy > 0 ? "\(countedServers(folded.leftOut.healthy)) that are ok" : nil,
            folded.leftOut.troubled > 0 ? "\(countedServers(folded.leftOut.troubled)) with a problem" : nil,
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return """
            <p>To keep this page light, the details of \(parts.joined(separator: " and of ")) are left out. The list \
            above has the names of all, and the JSON report all details.</p>

            """
    }

    private static func markup(of group: GroupBehind, at now: Instant) -> Markup {
        let rest = group.servers.count - mostBehind
        let gateway: Markup? = group.status.map {
            "<p><a href=\"#\($0.anchor)\">What is known of the gateway</a></p>\n"
        }
        return """
            <details class="fold down" id="\(PageAnchor(.behind, group.gateway))">
            <summary>\(ServerState.down.badge) <h3>\(group.title)</h3> <span>\(group.verdict)</span></summary>
            <div class="body">
            \(group.age(at: now).map { "<p>For \($0.spoken).</p>\n" })\(gateway)\
            <ul class="names">
            \(group.servers.prefix(mostBehind).map { "<li>\($0.server.displayName)</li>\n" as Markup })</ul>
            \(rest > 0 ? "<p class=\"quiet\">and \(rest) more</p>\n" : nil as Markup?)\
            </div>
            </details>

            """
    }

    private static func markup(of status: ServerStatus, at now: Instant) -> Markup {
        let (judgement, snapshot) = (status.judgement, status.snapshot)
        let isHealthy = judgement.state == .ok
        return """
            <details class="fold \(judgement.state.style)" id="\(status.anchor)">
            <summary>\(judgement.state.badge) <h3>\(status.server.displayName)</h3> \
            <span>\(isHealthy ? status.remark ?? "" : status.verdict)</span></summary>
            <div class="body">
            \(ServerFacts.markup(of: status, at: now))\(FindingMarkup.markup(of: judgement))\
            \(layers(judgement, snapshot))\(VariantTable.markup(of: snapshot?.variants ?? []))\
            \(isHealthy ? nil : CertificateMarkup.markup(of: snapshot?.certificate?.facts))</div>
            </details>

            """
    }

    private static func layers(_ judgement: Judgement, _ snapshot: ServerSnapshot?) -> Markup? {
        guard let snapshot else { return nil }
        return LayerTable.markup(
            of: judgement.cells, outcome: { snapshot.outcome(of: $0) },
            facts: { layer in
                TraceLines.facts(of: layer, in: snapshot, certificateLeft: judgement.certificateLeft).withoutLabel
            })
    }
}
