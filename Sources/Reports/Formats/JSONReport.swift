import FleetModel

/// The report for programs: one JSON document, keys sorted, described in docs/report-schema.md.
package struct JSONReport: ReportFormat {
    /// The number of the schema; it changes when a field changes its meaning or goes, not when one is added.
    package static let schema: Int64 = 3

    package init() {}

    package var name: String { "json" }
    package var title: String { "JSON" }
    package var fileExtension: String { "json" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let events = report.events
        var document = header(of: report)
        document["shared_causes"] = sharedCauses(report.causes)
        document["gateways"] = .rows(report.gateways.count) { gateway(report.gateways[$0], at: report.at) }
        document["servers"] = .rows(report.statuses.count) { server(report.statuses[$0], at: report.at) }
        document["events"] = .rows(events.count) { event(events[$0]) }
        JSONValue.object(document).write(to: &output)
        output.write("\n")
    }

    /// How the report came about, what it is not about, and the counts.
    func header(of report: SnapshotReport) -> [String: JSONValue?] {
        [
            "schema": .integer(JSONReport.schema),
            "generator": .object(["name": .text("rdptop"), "version": .text(report.version)]),
            "at": .text(report.at.iso8601),
            "watched_since": .optional(report.watchedSince?.iso8601),
            "source_address": .optional(report.sourceAddress.map(clean)),
            "fleet": .text(clean(report.fleetName)),
            "command": .optional(report.commandLine.map(clean)),
            "filter": .optional(report.filter.map(clean)),
            "left_out": .integer(Int64(report.leftOut)),
            "order": .optional(report.order.map(clean)),
            "demo": .bool(report.isDemo),
            "not_tested": .list(report.notTested.map { .text(clean($0)) }),
            "counts": counts(report),
            "frozen_until": .optional(report.frozenUntil?.iso8601),
            "forecast": report.forecast.map(forecast),
            "events_dropped": .integer(Int64(report.timeline.dropped)),
        ]
    }

    private func counts(_ report: SnapshotReport) -> JSONValue {
        let counts = report.counts
        return .object([
            "down": .integer(Int64(counts.down)),
            "behind": .object(counts.behind.mapValues { .integer(Int64($0)) }),
            "warning": .integer(Int64(counts.warning)),
            "unknown": .integer(Int64(counts.unknown)), "ok": .integer(Int64(counts.ok)),
            "through_gateway": .integer(Int64(report.throughGateway)),
            "muted": .integer(Int64(report.muted)), "acknowledged": .integer(Int64(report.acknowledged)),
            "total": .integer(Int64(counts.total + report.muted)),
        ])
    }

    func server(_ status: ServerStatus, at now: Instant) -> JSONValue { .object(members(of: status, at: now)) }

    func members(of status: ServerStatus, at now: Instant) -> [String: JSONValue?] {
        let (judgement, snapshot) = (status.judgement, status.snapshot)
        var members = inventory(status.server)
        members["state"] = .text(judgement.state.rawValue)
        members["since"] = .optional(status.since?.iso8601)
        members["previous_state"] = .optional(status.previous?.rawValue)
        members["probed_at"] = .optional(snapshot?.ended.iso8601)
        members["judged_by"] = .text(status.judgedBy)
        members["failures_in_a_row"] = .optional(snapshot.map { Int64($0.consecutiveFailures) })
        members["address"] = .optional(status.lastAddress)
        members["behind"] = .optional(judgement.behind.map(clean))
        members["cells"] = cells(judgement) { snapshot?.outcome(of: $0) }
        members["layers"] = layers(snapshot)
        members["variants"] = .list(snapshot?.variants.map(variant) ?? [])
        members["findings"] = .list(judgement.findings.map(finding))
        members["certificate"] = certificate(snapshot?.certificate, judgement, at: now)
        members["since_start"] = sinceStart(
            snapshot?.sinceStart, probes: snapshot?.probes, snapshot?.certificatesSinceStart)
        return members
    }

    private func inventory(_ server: Server) -> [String: JSONValue?] {
        [
            "id": .text(clean(server.id.text)), "name": .text(clean(server.name)), "port": .integer(Int64(server.port)),
            "site": .optional(server.site.map(clean)), "owner": .optional(server.owner.map(clean)),
            "tags": .list(server.tags.map { .text(clean($0)) }), "runbook": .optional(server.runbook.map(clean)),
            "gateway": .optional(server.gateway.map(clean)), "path": .text(server.path.rawValue),
        ]
    }

    func cells(_ judgement: Judgement, outcome: (Layer) -> LayerOutcome?) -> JSONValue {
        var members: [String: JSONValue?] = [:]
        for layer in Layer.allCases {
            let cell = judgement.cells[layer]
            let outcome = outcome(layer)
            members[layer.rawValue] = .object([
                "state": .text(cell.word), "sign": .text(String(cell.sign)),
                "letter": cell.reason.map { .text($0.rawValue) }, "reason": cell.reason.map { .text($0.meaning) },
                "ms": outcome.map { .number($0.microseconds.asMilliseconds) },
                "at": outcome.map { .text($0.at.iso8601) },
            ])
        }
        return .object(members)
    }
}

extension Cell {
    /// Why a cell has failed or warns.
    var reason: ReasonLetter? {
        switch self {
        case .failed(let letter): letter
        case .warning(let letter): letter
        case .ok, .notReached, .notApplicable, .unknown: nil
        }
    }
}
