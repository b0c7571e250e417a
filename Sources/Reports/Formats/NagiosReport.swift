import FleetModel

/// The output of a monitoring plugin: a line with the state and performance data, and a few lines of long text.
///
/// Made for one server, and good for a fleet: then the first line has its counts. All of it is below 4,096 bytes, for
/// which the oldest agents have room. No text has a character that a reader would take for more than text, see
/// ``pluginText(_:)``.
package struct NagiosReport: ReportFormat {
    /// The days that are left of a certificate, outside of which it is a warning; nil for no opinion of its own.
    package let warning: NagiosRange?
    /// The same for critical.
    package let critical: NagiosRange?
    /// What it is at least when the check was cut short.
    package let stateWhenCut: NagiosState

    /// Creates the format.
    package init(
        warning: NagiosRange? = nil, critical: NagiosRange? = nil, whenCut stateWhenCut: NagiosState = .unknown
    ) {
        self.warning = warning
        self.critical = critical
        self.stateWhenCut = stateWhenCut
    }

    package var name: String { "nagios" }
    package var title: String { "Nagios output" }
    package var fileExtension: String { "nagios" }

    /// The most bytes of the whole output.
    private static let limit = 4_000
    /// The most characters of the first line.
    private static let lineLimit = 199

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let performance = performanceData(of: report).joined(separator: " ")
        let text = pluginText("RDP \(state(of: report).word) - \(summary(of: report))")
        let first = CleanText.clean(text, limit: max(60, Self.lineLimit - performance.count - 3))
        var footer = footer(of: report)
        var lines = details(of: report).map { CleanText.clean(pluginText($0), limit: 300) }
        footer += [pluginLegend(of: [first] + lines + footer)].compactMap(\.self)
        var room = Self.limit - (first + performance + footer.joined()).utf8.count - 64
        let fitting = lines.prefix { line in
            room -= line.utf8.count + 1
            return room >= 0
        }.count
        let rest = lines.count - fitting
        lines = lines.prefix(fitting) + (rest > 0 ? ["and \(rest) more"] : [])
        print("\(first) | \(performance)", to: &output)
        for line in lines + footer { print(line, to: &output) }
    }

    /// The worst that is to be told: of the servers and gateways, or of the forecast when the question was about a file,
    /// and of the days left of all certificates.
    package func state(of report: SnapshotReport) -> NagiosState {
        let subjects = subjects(of: report)
        guard !subjects.isEmpty else { return .unknown }
        let cut = report.cut.map { _ in [stateWhenCut] } ?? []
        return .worst(of: subjects.map(\.state) + [forecastState(of: report)] + cut)
    }

    // MARK: Parts

    /// A server or gateway, and what it adds to the state.
    private struct Subject {
        /// Its name and verdict, and the days left of its certificate.
        let words: String
        let state: NagiosState
    }

    private func subjects(of report: SnapshotReport) -> [Subject] {
        report.statuses.map { status in
            Subject(
                words: words(status.server.displayName, status.verdict, status.judgement),
                state: state(of: status.judgement, in: report))
        }
            + report.gateways.map { status in
                Subject(
                    words: words("gateway \(status.gateway.name)", status.verdict, status.judgement),
                    state: state(of: status.judgement, in: report))
            }
    }

    /// A forecast has weighed server and gateway already, but for the days that somebody asked for.
    private func state(of judgement: Judgement, in report: SnapshotReport) -> NagiosState {
        let ofDays = days(judgement).map(state) ?? .ok
        return report.forecast == nil ? .worst(of: [NagiosState(judgement.state), ofDays]) : ofDays
    }

    private func forecastState(of report: SnapshotReport) -> NagiosState {
        report.forecast.map { NagiosState($0.ending.state) } ?? .ok
    }

    private func words(_ name: String, _ verdict: String, _ judgement: Judgement) -> String {
        "\(name): \(verdict)" + (judgement.doubt.map { ", \($0)" } ?? "")
            + (days(judgement).map { ", certificate \($0) d left" } ?? "")
    }

    private func state(ofDays days: Int64) -> NagiosState {
        if critical?.alerts(at: Double(days)) == true { return .critical }
        return warning?.alerts(at: Double(days)) == true ? .warning : .ok
    }

    private func days(_ judgement: Judgement) -> Int64? { judgement.certificateLeft?.countdownDays }

    /// The server, the file or the counts; before them what decides the state, where they do not tell it.
    private func summary(of report: SnapshotReport) -> String {
        let subjects = subjects(of: report)
        let (text, told) = answer(of: report, subjects)
        let state = state(of: report)
        let cut = report.cut.map { "\($0.sentence); " } ?? ""
        guard !told.contains(state), let decider = subjects.first(where: { $0.state == state }) else {
            return cut + text
        }
        return "\(cut)\(decider.words); \(text)"
    }

    /// What was asked for, and the states that a reader sees in it.
    private func answer(of report: SnapshotReport, _ subjects: [Subject]) -> (text: String, told: [NagiosState]) {
        if let forecast = report.forecast {
            return ("\(forecast.file.source): \(forecast.verdict)", [forecastState(of: report)])
        }
        if report.isEmptyByFilter { return ("\(report.fleetName): no server matches the filter", [.unknown]) }
        guard report.statuses.count == 1, let server = subjects.first else {
            return (
                "\(report.fleetName): \(report.counts.words)", report.statuses.map { NagiosState($0.judgement.state) }
            )
        }
        return (server.words, [server.state])
    }

    private func performanceData(of report: SnapshotReport) -> [String] {
        let thresholds = ";\(warning?.description ?? "");\(critical?.description ?? "")"
        let left = (report.statuses.map(\.judgement) + report.gateways.map(\.judgement)).compactMap(days).min()
        let certificate = left.map { ["cert_days=\($0)" + (thresholds == ";;" ? "" : thresholds)] } ?? []
        guard report.statuses.count == 1, let status = report.statuses.first else {
            let counts = report.counts
            return [
                ("down", counts.down), ("behind", counts.behind.values.reduce(0, +)), ("warning", counts.warning),
                ("unknown", counts.unknown), ("ok", counts.ok),
            ].map { "\($0.0)=\($0.1);;;0;\(counts.total)" } + attended(in: report) + certificate
        }
        let timed = [Layer.tcp, .x224, .tls].compactMap { layer -> String? in
            guard let outcome = status.snapshot?.outcome(of: layer), outcome.failure == nil else { return nil }
            return "\(layer.rawValue)=\(outcome.microseconds.asSeconds)s;;;0"
        }
        let skew = (status.snapshot?.nla?.facts?.clockSkew).map { ["skew=\(($0.milliseconds * 1000).asSeconds)s"] }
        // A plugin with nothing to measure says so, and monitoring keeps its gap.
        let all = certificate + timed + (skew ?? [])
        return all.isEmpty ? ["cert_days=U"] : all
    }

    /// How many servers somebody takes care of; nothing where nobody does, as after any check.
    private func attended(in report: SnapshotReport) -> [String] {
        report.attendedSentence == nil ? [] : ["muted=\(report.muted)", "acknowledged=\(report.acknowledged)"]
    }

    /// What failing servers share; of one server only what it shares itself.
    private func causes(of report: SnapshotReport) -> [String] {
        guard report.statuses.count == 1, let status = report.statuses.first else {
            return sharedCauseLines(report.causes)
        }
        return report.causes.causes.filter { $0.servers.contains(status.server.id) }.map { cause in
            "\(cause.confidence.oneCause): \(cause.statement); this server is one of them"
        }
    }

    private func details(of report: SnapshotReport) -> [String] {
        var lines = report.remarks + causes(of: report)
        for step in report.forecast?.steps ?? [] {
            lines.append("\(step.stage.title) \(step.outcome.words): \(ForecastLines.text(of: step))")
        }
        if report.statuses.count == 1, let status = report.statuses.first {
            let letters = Layer.allCases.map { String($0.letter) }.joined()
            lines.append("layers \(letters) \(status.judgement.cells.signs)")
            for finding in status.judgement.findings { lines += details(of: finding) }
            for gateway in report.troubledGateways {
                lines.append(line(of: gateway))
                for finding in gateway.judgement.findings { lines += details(of: finding) }
            }
            return lines
        }
        lines += report.troubledGateways.map(line)
        for group in report.groupsBehind { lines.append("DOWN \(group.title): \(group.verdict)") }
        for server in report.troubled {
            let doubt = server.judgement.doubt.map { ", \($0)" } ?? ""
            lines.append("\(server.judgement.state.word) \(server.server.displayName): \(server.verdict)\(doubt)")
        }
        return lines
    }

    private func line(of gateway: GatewayStatus) -> String {
        "\(gateway.judgement.state.word) gateway \(gateway.gateway.name): \(gateway.verdict)"
    }

    private func details(of finding: Finding) -> [String] {
        var lines = ["\(finding.medium) (\(finding.confidence.rawValue))"]
        for evidence in finding.evidence { lines.append("seen: \(evidence)") }
        // Without their commands: a path or a pipe in them would not survive.
        for remedy in finding.remedies { lines.append("\(remedy.rank.mark): \(remedy.lead)") }
        return lines
    }

    private func footer(of report: SnapshotReport) -> [String] {
        let demo = report.isDemo ? ["DEMO: simulated"] : []
        let parts =
            ["rdptop \(report.version)", report.at.iso8601] + demo
            + [
                report.sourceAddress.map { "from \($0)" }, report.filter.map { "filter \($0)" },
                report.commandLine.map { "by \($0)" },
            ].compactMap(\.self)
        return [parts.joined(separator: ", "), "not tested: \(report.notTested.joined(separator: "; "))"]
            .map { CleanText.clean(pluginText($0), limit: 300) }
    }
}
