import FleetModel

/// The gateways: a row each, then everything that is known of them, folded.
enum GatewaySection: PageSection {
    static func write(_ report: SnapshotReport, to page: inout PageWriter<some TextOutputStream>) {
        guard !report.gateways.isEmpty else { return }
        let ordered = report.gateways.enumerated().sorted {
            ($0.element.judgement.state.severity, $0.offset) < ($1.element.judgement.state.severity, $1.offset)
        }.map(\.element)
        let rows = ordered.map { status in
            GridRow(
                state: status.judgement.state, name: status.gateway.name, anchor: status.anchor,
                cells: status.judgement.cells, certificate: status.judgement.certificateCountdown,
                since: status.since, age: status.age(at: report.at),
                verdict: status.judgement.headline == nil ? nil : status.verdict)
        }
        let count = rows.count == 1 ? "1 gateway" : "\(rows.count) gateways"
        page.add("<section aria-labelledby=\"gateways\">\n<h2 id=\"gateways\">Gateways</h2>\n")
        Grid(subject: "Gateway", hasSince: report.knowsSince).write(rows, caption: count, to: &page)
        page.add("<div class=\"cards folds\">\n")
        for status in ordered { page.add(gateway(status, at: report.at)) }
        page.add("</div>\n</section>\n")
    }

    private static func gateway(_ status: GatewayStatus, at now: Instant) -> Markup {
        let (judgement, snapshot) = (status.judgement, status.snapshot)
        let since: Markup? = status.since.map { since in
            "\(since)\(status.age(at: now).map { ", for \($0.spoken)" } ?? "")"
        }
        let facts = ServerFacts.list([
            ("Name", "\(status.gateway.host):\(Int(status.gateway.port))"),
            ("Address", snapshot?.lastAddress.map { "\($0)" }), ("Since", since),
            ("Last probe", snapshot.map { "\($0.ended)" }),
        ])
        return """
            <details class="fold \(judgement.state.style)" id="\(status.anchor)">
            <summary>\(judgement.state.badge) <h3>\(status.gateway.name)</h3> \
            <span>\(judgement.headline == nil ? "" : status.verdict)</span></summary>
            <div class="body">
            \(facts)\(FindingMarkup.markup(of: judgement))\(layers(judgement, snapshot))\
            \(CertificateMarkup.markup(of: snapshot?.certificate?.facts))</div>
            </details>

            """
    }

    private static func layers(_ judgement: Judgement, _ snapshot: GatewaySnapshot?) -> Markup? {
        guard let snapshot else { return nil }
        return LayerTable.markup(
            of: judgement.cells, outcome: { snapshot.outcome(of: $0) },
            facts: { layer in
                TraceLines.facts(of: layer, in: snapshot, certificateLeft: judgement.certificateLeft).withoutLabel
            })
    }
}
