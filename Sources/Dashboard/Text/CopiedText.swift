import FleetModel

/// What of some servers can be copied as plain text.
enum CopiedText: Sendable, CaseIterable {
    case row, host, diagnosis, remedy, command, runbook

    /// Its key in the menu.
    var key: Character {
        switch self {
        case .row: "y"
        case .host: "h"
        case .diagnosis: "d"
        case .remedy: "r"
        case .command: "c"
        case .runbook: "u"
        }
    }

    /// A word for the menu and for what is said afterwards.
    var title: String {
        switch self {
        case .row: "row"
        case .host: "host"
        case .diagnosis: "diagnosis"
        case .remedy: "remedy"
        case .command: "command line"
        case .runbook: "runbook"
        }
    }

    /// Whether there is such a text of at least one of the servers.
    func exists(of indexes: [Rows.Index], in state: DashboardState) -> Bool {
        switch self {
        case .row, .host, .diagnosis, .remedy, .command: true
        case .runbook: indexes.contains { state.rows[$0].server.runbook != nil }
        }
    }

    /// The text of some servers, without a line break at its end. Only what is cleaned stands in it.
    func text(of indexes: [Rows.Index], in state: DashboardState) -> String {
        let statuses = indexes.map { state.rows[$0] }
        switch self {
        case .host: return statuses.map(\.server.name).joined(separator: "\n")
        case .row: return statuses.map { Self.row($0, state.now) }.joined(separator: "\n")
        case .diagnosis: return statuses.map { Self.diagnosis($0, state) }.joined(separator: "\n\n")
        case .remedy: return statuses.map(Self.remedy).joined(separator: "\n\n")
        case .command: return Self.command(indexes, state)
        case .runbook: return Self.runbooks(statuses.compactMap(\.server.runbook))
        }
    }

    /// `DOWN  rdsh-014.corp.example  ..R:::::-  cert 88d  since 11m  TCP 3389 refused`.
    private static func row(_ status: ServerStatus, _ now: Instant) -> String {
        let judgement = status.judgement
        let left = judgement.certificateLeft.map { "cert \($0.countdown)" }
        let since = status.age(at: now).map { "since \($0.compact)" }
        let verdict = GridRow.diagnosis(status).first ?? ""
        let parts = [judgement.state.word, status.server.displayName, judgement.cells.signs, left, since, verdict]
        return parts.compactMap(\.self).joined(separator: "  ")
    }

    private static func diagnosis(_ status: ServerStatus, _ state: DashboardState) -> String {
        let judgement = status.judgement
        let since = status.since.map { " since \($0.iso8601)" } ?? ""
        var lines = ["\(status.server.displayName): \(judgement.state.word)\(since)"]
        if let gateway = judgement.behind { lines.append("Down behind \(gateway).") }
        for finding in judgement.findings.withoutRepeats {
            lines.append("\(finding.medium) (\(finding.confidence.clause))")
            lines.append(finding.long)
            lines += finding.evidence.map { "- \($0)" }
        }
        if judgement.findings.isEmpty {
            lines.append(status.isKnown ? "Nothing to complain about." : "Not probed yet.")
        }
        if let seen = status.snapshot?.ended { lines.append("Seen \(seen.iso8601) by rdptop \(state.setup.version).") }
        return lines.map { CleanText.clean($0, limit: 1_024) }.joined(separator: "\n")
    }

    private static func remedy(_ status: ServerStatus) -> String {
        let steps = status.judgement.findings.withoutRepeats.flatMap(\.remedies).groups.flatMap(\.steps)
        guard !steps.isEmpty else { return "\(status.server.displayName): nothing to do" }
        let lines = steps.map { "\($0.number). \($0.remedy.line)" }
        return ([status.server.displayName + ":"] + lines).map { CleanText.clean($0, limit: 1_024) }
            .joined(separator: "\n")
    }

    /// Each once, as many servers have the same.
    private static func runbooks(_ runbooks: [String]) -> String {
        var seen: Set<String> = []
        return runbooks.map { CleanText.clean($0, limit: 1_024) }.filter { seen.insert($0).inserted }
            .joined(separator: "\n")
    }

    /// What probes the same servers on a command line: of the same fleet, so that what its file says of them counts, and
    /// with the filter when that is what chose them.
    private static func command(_ indexes: [Rows.Index], _ state: DashboardState) -> String {
        let servers = indexes.map { state.rows[$0].server }
        let targets = state.setup.targets
        guard !targets.isEmpty else {
            let command = servers.count == 1 ? "rdptop trace" : "rdptop check"
            return ([command] + servers.map { ShellWord.quoted(CleanText.clean($0.displayName)) })
                .joined(separator: " ")
        }
        // The filter knows nothing of those that are hidden because somebody attends to them.
        let isAllShown = Set(indexes) == Set(state.rows.order) && state.rows.hiddenAsAttended == 0
        let names = names(of: servers, in: state).map { "name:\(Filter.word($0))" }.joined(separator: " | ")
        let only = isAllShown ? state.filterText : names
        return
            (["rdptop check"] + targets.map { ShellWord.quoted(CleanText.clean($0, limit: 4_096)) }
            + (only.isEmpty ? [] : ["--only", ShellWord.quoted(CleanText.clean(only, limit: 65_536))]))
            .joined(separator: " ")
    }

    /// What each of these servers and no other one of the fleet is called, cleaned.
    private static func names(of servers: [Server], in state: DashboardState) -> [String] {
        let all = (0..<state.rows.count).map { (state.rows[$0].server.name.lowercased(), 1) }
        let counts = Dictionary(all, uniquingKeysWith: +)
        return servers.map { server in
            let isAlone = counts[server.name.lowercased()] == 1
            return CleanText.clean(isAlone ? server.name : server.id.text)
        }
    }
}

extension Filter {
    /// A name as the language has it behind a colon: in quotation marks when it would mean something else without.
    fileprivate static func word(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_.:[]".contains($0) }
        return isPlain && !text.isEmpty ? text : "\"\(text.replacing("\"", with: ""))\""
    }
}
