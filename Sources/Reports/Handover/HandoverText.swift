import FleetModel

/// The lines of a handover, section by section.
struct HandoverText {
    let report: SnapshotReport
    let problems: [HandoverProblem]
    let detail: HandoverDetail

    /// All lines, without line feeds.
    var lines: [String] {
        opening
            + section("What, and since when", what) + section("Why", why) + section("Who is hit", whoIsHit)
            + section("What was tried", tried) + section("What to do next", steps)
            + section("Not tested", notTested) + section("How this was made", origin)
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", "## \(title)", ""] + lines
    }

    private var shown: ArraySlice<HandoverProblem> { problems.prefix(detail.problems) }
    private var explained: [HandoverProblem] {
        Array(problems.filter { $0.finding != nil && $0.state != .unknown }.prefix(detail.explained))
    }

    // MARK: What

    private var opening: [String] {
        let counts = report.counts
        let hit = counts.total - counts.ok - counts.warning - counts.unknown
        let title = "# Handover: \(markdownText(report.fleetName)), \(hit) of \(counts.total) down"
        let behind = counts.behindForms.first.map { " \(markdownText($0))" } ?? ""
        let from = report.sourceAddress.map { ", seen from \(markdownText($0))" } ?? ""
        let summary =
            "\(report.at.iso8601)\(from): **\(counts.down) down\(behind)**, \(counts.warning) "
            + "\(counts.warning == 1 ? "warning" : "warnings"), \(counts.unknown) unknown, \(counts.ok) ok."
        let demo = report.isDemo ? ["**DEMO: this fleet is simulated.**"] : []
        let filter = report.filter.map { filter in
            "Only what the filter \(markdownCode(filter)) leaves"
                + (report.leftOut > 0 ? "; \(counted(report.leftOut, "server")) left out." : ".")
        }
        let forecast = report.forecast.map { "\(markdownCode($0.file.source)): **\(markdownText($0.verdict)).**" }
        let remarks = report.remarks.map { markdownText($0.capitalizedFirst) + "." }
        return [title, ""] + demo + [summary] + [filter].compactMap(\.self) + remarks + [forecast].compactMap(\.self)
    }

    private var what: [String] {
        guard !problems.isEmpty else { return [nothing] }
        let lines = shown.map { problem in
            "- **\(problem.state.word), \(markdownText(problem.subject)):** \(markdownText(problem.verdict))"
                + since(of: problem)
        }
        let rest = problems.count - shown.count
        let more = rest > 0 ? ["- and \(counted(rest, "more problem")), which the full report has"] : []
        return lines + more + [course].compactMap(\.self)
    }

    /// That nothing is wrong, of exactly those that the report is of.
    private var nothing: String {
        guard !report.isEmptyByFilter else { return "No server matches the filter, so this says nothing of any." }
        guard report.isPart else { return "Nothing is wrong that was looked at." }
        let which = report.filter.map { "that \(markdownCode($0)) leaves" } ?? "of this report"
        return "Nothing is wrong with the servers \(which). Of the others this says nothing."
    }

    private func since(of problem: HandoverProblem) -> String {
        guard let since = problem.since else { return "" }
        let age = Span.seconds(max(0, report.at.second - since.second)).spoken
        guard report.watchedSince != nil, problem.isFirstSight else { return ", since \(since.iso8601) (\(age))" }
        return ", since \(since.iso8601) (\(age)) or longer: it was so when first probed"
    }

    /// Whether it gets better.
    private var course: String? {
        guard let start = report.watchedSince else {
            return report.knowsSince ? nil : "- Seen in a single look: since when is not known."
        }
        let events = report.events.reversed()
        let servers = events.filter(\.isAboutServer)
        let recovered = servers.filter { $0.kind == .recovered && $0.previous == .down }
        let failed = servers.count { $0.kind == .down && !$0.isFirstSight }
        let last = recovered.first.map { ", the last at \($0.at.clockText(seenFrom: report.at))" } ?? ""
        return
            "- Watched since \(start.iso8601): since then \(counted(failed, "server")) went down and "
            + "\(recovered.count) came back\(last)."
    }

    // MARK: Why

    private var why: [String] {
        let scope = report.widerCauses.map { ", \($0)" } ?? ""
        let causes = report.causes.causes.prefix(detail.causes).map { cause in
            let radius = cause.blastRadius.map { " \(markdownText($0))." } ?? ""
            return "- **\(cause.confidence.oneCause.capitalizedFirst)\(scope):** \(markdownText(cause.long))\(radius)"
        }
        let nothing =
            report.causes.nothingInCommon.map { ["- No common cause seen\(scope): \(markdownText($0))."] } ?? []
        return causes + nothing + explained.flatMap(explanation)
    }

    private func explanation(of problem: HandoverProblem) -> [String] {
        guard let finding = problem.finding else { return [] }
        let whose = problem.gateway == nil ? "" : "gateway "
        let line =
            "- **\(whose)\(markdownText(problem.example)): \(markdownText(finding.medium)).** \(markdownText(finding.long)) "
            + finding.confidence.sentence
        return [line] + finding.evidence.prefix(detail.evidence).map { "  - seen: \(markdownCode($0))" }
    }

    // MARK: Who

    private var whoIsHit: [String] {
        shown.filter { !$0.servers.isEmpty }.map { problem in
            let users = problem.symptom.map { "; users see \(markdownText($0.line))" } ?? ""
            let owners = Set(problem.servers.compactMap(\.server.owner)).sorted()
            let owner = owners.isEmpty ? "" : "; owner \(some(owners, most: 3))"
            let places = problem.servers.count == 1 ? place(of: problem.servers[0]) : places(of: problem.servers)
            return "- **\(markdownText(problem.subject)):** \(places)\(owner)\(users)"
        }
    }

    /// The site of one server, and its name where that has not been said.
    private func place(of status: ServerStatus) -> String {
        let name = status.judgement.behind == nil ? nil : status.server.displayName
        let parts = [name, status.server.site.map { "site \($0)" }].compactMap(\.self)
        return parts.isEmpty ? "1 server" : markdownText(parts.joined(separator: ", "))
    }

    /// The sites, the fullest first, and names: `Frankfurt 24, Oslo 2: ts01, ts02 and 24 more`.
    private func places(of servers: [ServerStatus]) -> String {
        let names = some(servers.map(\.server.displayName), most: detail.names)
        let sites = Dictionary(servers.compactMap(\.server.site).map { ($0, 1) }, uniquingKeysWith: +)
        guard !sites.isEmpty else { return names }
        let fullest = sites.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        return "\(some(fullest.map { "\($0.key) \($0.value)" }, most: 4)): \(names)"
    }

    private func some(_ words: [String], most: Int) -> String {
        let first = words.prefix(most).map(markdownText).joined(separator: ", ")
        return words.count > most ? "\(first) and \(words.count - most) more" : first
    }

    // MARK: What was tried

    private var tried: [String] {
        [probes].compactMap(\.self) + explained.flatMap(otherWays) + sayings
    }

    /// How often those were looked at that fail now.
    private var probes: String? {
        let failing = report.statuses.filter { $0.judgement.state == .down && $0.judgement.behind == nil }
        let counts = failing.compactMap { $0.snapshot?.consecutiveFailures }
            // An expired certificate needs no second look.
            .filter { $0 > 0 }
        guard let most = counts.max() else { return nil }
        if counts.count == 1, let name = failing.first(where: \.hasFailed)?.server.displayName {
            return "- Probed again: \(markdownText(name)) has failed \(counted(most, "time")) in a row."
        }
        let confirmed = counts.count { $0 >= ServerSnapshot.confirmingFailures }
        return "- Probed again: of \(counts.count) servers that fail, \(confirmed) failed twice or more, "
            + "up to \(counted(most, "time")) in a row."
    }

    private func otherWays(of problem: HandoverProblem) -> [String] {
        guard let status = problem.servers.first(where: { $0.server.displayName == problem.example }) else { return [] }
        return (status.snapshot?.variants ?? []).suffix(detail.variants).map { attempt in
            "- \(markdownText(problem.example)), asked otherwise (\(markdownText(attempt.variant.words))): "
                + markdownText(attempt.result)
        }
    }

    /// What people have said and done, the newest first, and what was wrong on our side.
    private var sayings: [String] {
        let events = report.events.reversed().filter { !$0.isAboutState && !$0.isAboutCertificate }
        let lines = events.prefix(detail.sayings).map { event in
            "- \(event.at.iso8601), \(event.kind.saying)\(name(of: event.subject)): \(markdownText(event.text))"
        }
        let rest = events.count - lines.count
        let isUnattended = report.watchedSince != nil && events.isEmpty && !problems.isEmpty
        return lines + (rest > 0 ? ["- and \(rest) more, earlier"] : [])
            + (isUnattended ? ["- Nobody has acknowledged or muted anything."] : [])
    }

    private func name(of subject: TimelineEvent.Subject) -> String {
        switch subject {
        case .server(let id):
            " " + markdownText(report.statuses.first { $0.server.id == id }?.server.displayName ?? id.text)
        case .gateway(let id): " gateway " + markdownText(id)
        case .fleet: ""
        }
    }

    // MARK: What to do

    private var steps: [String] {
        let lists = explained.compactMap(list)
        // A line between two lists, or the second would belong to the last step of the first.
        return lists.enumerated().flatMap { $0.offset == 0 ? $0.element : [""] + $0.element }
    }

    private func list(for problem: HandoverProblem) -> [String]? {
        guard let remedies = problem.finding?.remedies, !remedies.isEmpty else { return nil }
        let runbook = problem.runbook.map { "; runbook \(markdownCode($0))" } ?? ""
        let whose = problem.servers.count > 1 && problem.gateway == nil ? ", as for \(problem.example)" : ""
        let all = remedies.groups.flatMap { group in group.steps.map { (group.rank, $0) } }
        let rest = all.count - detail.steps
        return ["\(markdownText(problem.subject + whose))\(runbook):", ""] + all.prefix(detail.steps).flatMap(line)
            + (rest > 0 ? ["", "And \(counted(rest, "more step")) in the full report."] : [])
    }

    /// A step with its rank; its command is code and never broken, so that it can be copied.
    private func line(_ rank: Remedy.Rank, _ step: RemedyGroup.Step) -> [String] {
        let remedy = step.remedy
        let command = remedy.command.map { ": \(markdownCode($0))" } ?? ""
        return ["\(step.number). **\(rank.mark):** \(markdownText(remedy.lead))\(command)"]
            + (remedy.undo.map { ["   - back: \(markdownCode($0))"] } ?? [])
    }

    // MARK: The small print

    private var notTested: [String] {
        ["- " + report.notTested.map(markdownText).joined(separator: "; ")]
    }

    private var origin: [String] {
        let command = report.commandLine.map { "by \(markdownCode($0)), " } ?? ""
        let seen = report.knowsSince ? "from what was seen since its start" : "from a single look"
        return [
            "Made \(command)with rdptop \(markdownText(report.version)), \(seen). It never logs on to a server.",
            details,
        ].compactMap(\.self)
    }

    /// Where the rest stands.
    private var details: String? {
        guard let command = report.commandLine else { return nil }
        guard command.contains(/--format[ =]handover/) else {
            return "Every server with its evidence: `w` on the board, as HTML."
        }
        return "Every server with its evidence: the same command with `--format html` or `--format markdown`."
    }
}

extension ServerStatus {
    /// Whether a layer failed when it was last probed.
    fileprivate var hasFailed: Bool { snapshot.map { $0.consecutiveFailures > 0 } ?? false }
}

extension TimelineEvent {
    fileprivate var isAboutServer: Bool {
        switch subject {
        case .server: true
        case .gateway, .fleet: false
        }
    }

    /// Whether it is about a certificate alone.
    fileprivate var isAboutCertificate: Bool {
        kind == .certificateChanged || kind == .certificateRenewed
    }
}

extension TimelineEvent.Kind {
    /// What was said or done, before its subject.
    fileprivate var saying: String {
        switch self {
        case .acknowledged: "acknowledged"
        case .muted: "muted"
        case .lifted: "changed"
        case .probingStopped, .probingResumed: "probing"
        case .ourSideTrouble, .ourSideFine: "on our side"
        case .down, .warning, .unknown, .recovered, .verdictChanged, .certificateRenewed, .certificateChanged: "changed"
        }
    }
}

/// A count with its noun: `1 server`, `2 servers`.
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
