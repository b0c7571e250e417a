import FleetModel

/// The report for build servers: JUnit XML in the shape of Ant and Jenkins, a suite for each server and gateway, a case
/// for each layer.
///
/// A failed layer is a failure, one that our own side kept from being tried an error, and one that was not tried is
/// skipped. JUnit has no warnings: a layer with one passes, and says it in its output.
package struct JUnitReport: ReportFormat {
    package init() {}

    package var name: String { "junit" }
    package var title: String { "JUnit XML" }
    package var fileExtension: String { "xml" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let suites = report.gateways.map { suite(of: $0) } + report.statuses.map { suite(of: $0) }
        print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", to: &output)
        let total = suites.reduce(into: Totals()) { $0.add($1.totals) }
        print("<testsuites name=\"rdptop\" \(total.attributes)>", to: &output)
        write(origin(of: report), 0, report, to: &output)
        for (place, suite) in suites.enumerated() { write(suite, place + 1, report, to: &output) }
        print("</testsuites>", to: &output)
    }

    // MARK: Values

    /// How a case ended.
    private enum Outcome {
        case passed(remark: String?)
        case failed(type: String, message: String, text: String)
        case error(type: String, message: String)
        case skipped(message: String)
    }

    private struct Case {
        var name: String
        var microseconds: Int64
        var outcome: Outcome
    }

    private struct Totals {
        var tests = 0
        var failures = 0
        var errors = 0
        var skipped = 0
        var microseconds: Int64 = 0

        var attributes: String {
            "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\" "
                + "time=\"\(microseconds.asSeconds)\""
        }

        mutating func add(_ other: Totals) {
            tests += other.tests
            failures += other.failures
            errors += other.errors
            skipped += other.skipped
            microseconds += other.microseconds
        }
    }

    private struct Suite {
        var name: String
        var package: String
        var properties: [(name: String, value: String)] = []
        var cases: [Case] = []
        var output: [String] = []

        var totals: Totals {
            cases.reduce(into: Totals()) { totals, one in
                totals.tests += 1
                totals.microseconds += one.microseconds
                switch one.outcome {
                case .passed: break
                case .failed: totals.failures += 1
                case .error: totals.errors += 1
                case .skipped: totals.skipped += 1
                }
            }
        }
    }

    // MARK: What is said

    /// A suite without cases: how the report came about, what failing servers share, and what has happened.
    private func origin(of report: SnapshotReport) -> Suite {
        let properties: [(String, String?)] = [
            ("fleet", report.fleetName), ("version", report.version), ("at", report.at.iso8601),
            ("watched_since", report.watchedSince?.iso8601), ("source_address", report.sourceAddress),
            ("filter", report.filter), ("order", report.order), ("command", report.commandLine),
            ("not_tested", report.notTested.joined(separator: ", ")), ("demo", report.isDemo ? "true" : "false"),
        ]
        return Suite(
            name: "report", package: "report",
            properties: properties.compactMap { name, value in value.map { (name, $0) } },
            output: sharedCauseLines(report.causes)
                + report.told.stories.map { "\($0.at.iso8601) \($0.line)" })
    }

    private func suite(of status: ServerStatus) -> Suite {
        let server = status.server
        let facts: [(String, String?)] = [
            ("address", status.lastAddress), ("gateway", server.gateway), ("owner", server.owner),
            ("runbook", server.runbook),
        ]
        return Suite(
            name: server.id.text, package: server.site ?? "none",
            properties: facts.compactMap { name, value in value.map { (name, $0) } },
            cases: cases(status.judgement, of: server.displayName) { status.snapshot?.outcome(of: $0) },
            output: ["\(status.judgement.state.word): \(status.verdict)"])
    }

    private func suite(of status: GatewayStatus) -> Suite {
        Suite(
            name: "gateway \(status.gateway.name)", package: "gateways",
            properties: status.snapshot?.lastAddress.map { [("address", $0)] } ?? [],
            cases: cases(status.judgement, of: status.gateway.name) { status.snapshot?.outcome(of: $0) },
            output: ["\(status.judgement.state.word): \(status.verdict)"])
    }

    private func cases(_ judgement: Judgement, of name: String, outcome: (Layer) -> LayerOutcome?) -> [Case] {
        Layer.allCases.map { layer in
            let seen = outcome(layer)
            return Case(
                name: "\(name) \(layer.title)", microseconds: seen?.microseconds ?? 0,
                outcome: self.outcome(of: layer, judgement, failure: seen?.failure))
        }
    }

    private func outcome(of layer: Layer, _ judgement: Judgement, failure: LayerFailure?) -> Outcome {
        let finding = judgement.weighty.first { $0.layer == layer }
        switch judgement.cells[layer] {
        case .ok: return .passed(remark: nil)
        case .warning(let letter): return .passed(remark: "warning: \(finding?.medium ?? letter?.meaning ?? "")")
        case .failed(let letter):
            return .failed(
                type: finding?.rule ?? "\(layer.rawValue)-\(letter.rawValue)",
                message: finding?.medium ?? letter.meaning, text: finding.map(text) ?? failure?.words ?? "")
        case .notReached: return .skipped(message: "not reached: what it needs has failed")
        case .notApplicable: return .skipped(message: "does not apply, or is not permitted here")
        case .unknown:
            guard let failure else { return .skipped(message: "not tried yet, or not in this run") }
            return .error(type: "\(layer.rawValue)-unknown", message: failure.words)
        }
    }

    /// What was seen and what to do, one item a line.
    private func text(of finding: Finding) -> String {
        let seen = finding.evidence.map { "seen: \($0)" }
        let steps = finding.remedies.map { "\($0.rank.mark): \($0.lead)" + ($0.command.map { ": \($0)" } ?? "") }
        return (["\(finding.long) (\(finding.confidence.rawValue))"] + seen + steps).map(clean)
            .joined(separator: "\n")
    }

    // MARK: XML

    private func write(
        _ suite: Suite, _ id: Int, _ report: SnapshotReport, to output: inout some TextOutputStream
    ) {
        // Ant's schema wants a time without a zone; it is UTC.
        let time = report.at.iso8601.dropLast()
        print(
            "  <testsuite name=\"\(xmlText(suite.name))\" hostname=\"\(xmlText(report.sourceAddress ?? "localhost"))\" "
                + "timestamp=\"\(time)\" \(suite.totals.attributes) id=\"\(id)\" "
                + "package=\"\(xmlText(suite.package))\">", to: &output)
        if !suite.properties.isEmpty {
            print("    <properties>", to: &output)
            for (name, value) in suite.properties {
                print("      <property name=\"\(xmlText(name))\" value=\"\(xmlText(value))\"/>", to: &output)
            }
            print("    </properties>", to: &output)
        }
        for one in suite.cases { write(one, of: suite, to: &output) }
        if !suite.output.isEmpty {
            print("    <system-out>\(suite.output.map(xmlText).joined(separator: "\n"))</system-out>", to: &output)
        }
        print("  </testsuite>", to: &output)
    }

    private func write(_ one: Case, of suite: Suite, to output: inout some TextOutputStream) {
        let attributes =
            "classname=\"rdptop.\(xmlText(suite.package))\" name=\"\(xmlText(one.name))\" "
            + "time=\"\(one.microseconds.asSeconds)\""
        guard let element = element(of: one.outcome) else {
            return print("    <testcase \(attributes)/>", to: &output)
        }
        print("    <testcase \(attributes)>\(element)</testcase>", to: &output)
    }

    private func element(of outcome: Outcome) -> String? {
        switch outcome {
        case .passed(let remark): remark.map { "<system-out>\(xmlText($0))</system-out>" }
        case .failed(let type, let message, let text):
            "<failure type=\"\(xmlText(type))\" message=\"\(xmlText(message))\">"
                + text.split(separator: "\n").map { xmlText(String($0)) }.joined(separator: "\n") + "</failure>"
        case .error(let type, let message):
            "<error type=\"\(xmlText(type))\" message=\"\(xmlText(message))\"/>"
        case .skipped(let message): "<skipped message=\"\(xmlText(message))\"/>"
        }
    }
}
