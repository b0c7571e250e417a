package import FleetModel

/// A fleet that is watched, as lines of JSON: each server as it was found, and then what has changed of it.
///
/// docs/report-schema.md describes the lines: an event is the line of a ``JSONLinesReport`` with a few fields more, and what
/// is short here has the names that it has in the CSV report. A failure that has not been checked again is no line; a server that a
/// filter leaves out is told of from the moment at which the filter first leaves it in.
package struct ChangeStream: Sendable {
    /// What has happened since the beginning, whatever the filter leaves out; for reports.
    package private(set) var timeline = EventTimeline()

    private let filter: Filter?
    private let keepsTimelineOnly: Bool
    private var servers: [Server.ID: ServerStatus] = [:]
    private var gateways: [Gateway.ID: GatewayStatus] = [:]
    /// Those of which there has been a line.
    private var told: Set<Server.ID> = []
    private var toldGateways: Set<Gateway.ID> = []
    private var ourSide: String?
    private var causes: [SharedCause] = []

    /// Nothing is known yet.
    ///
    /// - Parameters:
    ///   - filter: Which servers are told of; nil for all.
    ///   - keepsTimelineOnly: Whether no line is made, as nobody reads them.
    package init(filter: Filter? = nil, keepsTimelineOnly: Bool = false) {
        self.filter = filter
        self.keepsTimelineOnly = keepsTimelineOnly
    }

    /// The first line: what is watched, by what, since when.
    ///
    /// - Parameters:
    ///   - fleet: How many servers and gateways it has is told.
    ///   - version: Of the program.
    ///   - command: The command line that makes it again.
    ///   - filterText: The filter as typed; nil for none.
    ///   - now: When.
    /// - Returns: The line, without its end.
    package func opening(
        of fleet: Fleet, version: String, command: String, filterText: String?, at now: Instant
    ) -> String {
        line(
            "begin", now,
            [
                "schema": .integer(JSONReport.schema), "fleet": .text(clean(fleet.name)),
                "generator": .object(["name": .text("rdptop"), "version": .text(clean(version))]),
                "command": .text(clean(command)), "filter": .optional(filterText.map(clean)),
                "servers": .integer(Int64(fleet.servers.count)), "gateways": .integer(Int64(fleet.gateways.count)),
            ])
    }

    /// The last line: why it ends.
    package func closing(_ reason: String, at now: Instant) -> String {
        line("end", now, ["reason": .text(clean(reason))])
    }

    /// Takes servers as they are now.
    ///
    /// - Returns: A line for each that is settled for the first time, and one for each thing that has happened to another.
    package mutating func take(_ statuses: [ServerStatus], at now: Instant) -> [String] {
        statuses.sorted { $0.server.id < $1.server.id }.flatMap { take($0, at: now) }
    }

    private mutating func take(_ status: ServerStatus, at now: Instant) -> [String] {
        let id = status.server.id
        let old = servers.updateValue(status, forKey: id) ?? ServerStatus(server: status.server)
        let events = TimelineEvent.between(old, status, now: now)
        timeline.append(events)
        if keepsTimelineOnly { return [] }
        if told.contains(id) { return events.map { line(of: $0, facts(of: status)) } }
        guard status.isKnown, status.judgement.state != .unconfirmed,
            filter?.matches(FilterRow(status), now: now) ?? true
        else { return [] }
        told.insert(id)
        return [line("found", status.since ?? now, facts(of: status))]
    }

    /// Takes the gateways as they are now, in the same way.
    package mutating func take(_ statuses: [GatewayStatus], at now: Instant) -> [String] {
        statuses.flatMap { status -> [String] in
            let id = status.gateway.id
            let old = gateways.updateValue(status, forKey: id) ?? GatewayStatus(gateway: status.gateway)
            let events = TimelineEvent.between(old, status, now: now)
            timeline.append(events)
            if keepsTimelineOnly { return [] }
            if toldGateways.contains(id) { return events.map { line(of: $0, facts(of: status)) } }
            guard status.snapshot != nil, status.judgement.state != .unconfirmed else { return [] }
            toldGateways.insert(id)
            return [line("found", status.since ?? now, facts(of: status))]
        }
    }

    /// Takes what is wrong on our side, in a sentence; nil when nothing is.
    ///
    /// - Returns: A line when trouble begins and when it ends, and none while its sentence changes.
    package mutating func take(ourSide sentence: String?, at now: Instant) -> [String] {
        let event = TimelineEvent.ourSide(ourSide, sentence, now: now, began: timeline.ourSideTroubleBegan)
        ourSide = sentence
        guard let event else { return [] }
        timeline.append([event])
        return keepsTimelineOnly ? [] : [line(of: event, [:])]
    }

    /// Takes what the failing servers share now.
    ///
    /// - Returns: A line with all statements when they are others than before; with none when nothing is shared any more.
    package mutating func take(causes new: [SharedCause], at now: Instant) -> [String] {
        guard new != causes else { return [] }
        causes = new
        return [line("causes", now, ["statements": .list(new.map { .object(JSONReport().statement($0)) })])]
    }

    // MARK: Lines

    private func line(_ type: String, _ at: Instant, _ members: [String: JSONValue?]) -> String {
        var text = ""
        JSONValue.object(members.merging(["type": .text(type), "at": .text(at.iso8601)]) { first, _ in first })
            .writeLine(to: &text)
        return text
    }

    private func line(of event: TimelineEvent, _ facts: [String: JSONValue?]) -> String {
        line("event", event.at, JSONReport().members(of: event).merging(facts) { first, _ in first })
    }

    private func facts(of status: ServerStatus) -> [String: JSONValue?] {
        let server = status.server
        return facts(of: status.judgement, since: status.since, ends: status.certificateEnds).merging([
            "server": .text(clean(server.id.text)), "name": .text(clean(server.name)),
            "site": .optional(server.site.map(clean)), "owner": .optional(server.owner.map(clean)),
            "address": .optional(status.lastAddress), "behind": .optional(status.judgement.behind.map(clean)),
        ]) { first, _ in first }
    }

    private func facts(of status: GatewayStatus) -> [String: JSONValue?] {
        facts(
            of: status.judgement, since: status.since, ends: status.snapshot?.certificate?.facts?.leaf.notAfter
        ).merging([
            "gateway": .text(clean(status.gateway.id)), "name": .text(clean(status.gateway.name)),
            "address": .optional(status.snapshot?.lastAddress),
        ]) { first, _ in first }
    }

    private func facts(of judgement: Judgement, since: Instant?, ends: Instant?) -> [String: JSONValue?] {
        let headline = judgement.headline
        return [
            "state": .text(judgement.state.rawValue), "since": .optional(since?.iso8601),
            "signs": .text(judgement.cells.signs), "diagnosis": .optional(headline.map { clean($0.medium) }),
            "rule": .optional(headline?.rule), "confidence": .optional(headline?.confidence.rawValue),
            "certificate_not_after": .optional(ends?.iso8601),
            "certificate_days_left": .optional(judgement.certificateLeft?.countdownDays),
        ]
    }
}
