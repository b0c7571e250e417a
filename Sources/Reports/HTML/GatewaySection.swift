import FleetModel

/// The gateways: a row each, then everything that is known of them, folded.
enum GatewaySection: PageSection {
    static func markup(of report: SnapshotReport) -> Markup? {
        guard !report.gateways.isEmpty else { return nil }
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
        return """
            <section aria-labelledby="gateways">
            <h2 id="gateways">Gateways</h2>
            \(Grid(subject: "Gateway", hasSince: report.knowsSince).markup(of: rows, caption: count))\
            <div class="cards">
            \(ordered.map { gateway($0, at: report.at) })</div>
            </section>

            """
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
