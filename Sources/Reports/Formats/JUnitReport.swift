import FleetModel

/// The report for build servers: JUnit XML in the shape of Ant and Jenkins, a suite for each server and gateway, a case
/// for each layer.
///
/// A layer that keeps users out is a failure. One that failed once and was not checked again is an error, as is one that
/// our own side kept from being tried: nothing is known then. What was not tried is skipped, each time with its reason.
/// JUnit has no warnings: a layer with one, or with a failure that keeps nobody out, passes and says it in its output.
package struct JUnitReport: ReportFormat {
    package init() {}

    package var name: String { "junit" }
    package var title: String { "JUnit XML" }
    package var fileExtension: String { "xml" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        let origin = origin(of: report)
        // Made twice, for the totals come first: all of them together would be a second fleet in memory.
        let gateways = report.gateways.lazy.map { suite(of: $0) }
        let servers = report.statuses.lazy.map { suite(of: $0) }
        var total = origin.totals
        for suite in gateways { total.add(suite.totals) }
        for suite in servers { total.add(suite.totals) }
        print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", to: &output)
        print("<testsuites name=\"rdptop\" \(total.attributes)>", to: &output)
        write(origin, 0, report, to: &output)
        for (place, suite) in gateways.enumerated() { write(suite, place + 1, report, to: &output) }
        for (place, suite) in servers.enumerated() { write(suite, gateways.count + place + 1, report, to: &output) }
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
            ("muted", String(report.muted)), ("acknowledged", String(report.acknowledged)),
            ("not_tested", report.notTested.joined(separator: "; ")), ("demo", report.isDemo ? "true" : "false"),
        ]
        let nobody = Case(
            name: "a server matches the filter", microseconds: 0,
            outcome: .error(type: "no-server", message: "no server matches, so nothing was tested"))
        return Suite(
            name: "report", package: "report",
            properties: properties.compactMap { name, value in value.map { (name, $0) } },
            cases: report.isEmptyByFilter ? [nobody] : [],
            output: [report.counts.words] + report.remarks + sharedCauseLines(report.causes)
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
            cases: cases(status.judgement, of: server.displayName, untested: status.untestedReason) {
                status.snapshot?.outcome(of: $0)
            },
            output: ["\(status.judgement.state.word): \(status.verdict)"])
    }

    private func suite(of status: GatewayStatus) -> Suite {
        Suite(
            name: "gateway \(status.gateway.name)", package: "gateways",
            properties: status.snapshot?.lastAddress.map { [("address", $0)] } ?? [],
            cases: cases(
                status.judgement, of: status.gateway.name, untested: status.snapshot == nil ? "not probed yet" : nil
            ) { status.snapshot?.outcome(of: $0) },
            output: ["\(status.judgement.state.word): \(status.verdict)"])
    }

    /// A case for each layer; `untested` says why nothing at all was tested, and is nil when it was probed.
    private func cases(
        _ judgement: Judgement, of name: String, untested: String?, outcome: (Layer) -> LayerOutcome?
    ) -> [Case] {
        let blamed = blamed(judgement)
        return Layer.allCases.map { layer in
            let seen = outcome(layer)
            let isStopped = layer.needs.contains { outcome($0)?.failure.map { $0.letter == nil } ?? false }
            return Case(
                name: "\(name) \(layer.title)", microseconds: seen?.microseconds ?? 0,
                outcome: self.outcome(
                    of: layer, judgement, blamed: blamed == layer,
                    untested: isStopped ? "not reached: our own side could not go on" : untested,
                    failure: seen?.failure))
        }
    }

    /// The layer that keeps users out: that of the finding that says so, or else the first that failed.
    private func blamed(_ judgement: Judgement) -> Layer? {
        let failed = Layer.allCases.filter { judgement.cells[$0].isFailed }
        guard judgement.state != .ok, judgement.state != .warning else { return nil }
        let layers = judgement.findings.filter { $0.severity == .down }.map(\.layer)
        return failed.first(where: layers.contains) ?? failed.first { $0 != .ping && $0 != .udp }
    }

    private func outcome(
        of layer: Layer, _ judgement: Judgement, blamed isBlamed: Bool, untested: String?, failure: LayerFailure?
    ) -> Outcome {
        let finding = judgement.weighty.first { $0.layer == layer } ?? (isBlamed ? judgement.headline : nil)
        let meaning = finding?.medium ?? failure?.words
        switch judgement.cells[layer] {
        case .ok: return .passed(remark: nil)
        case .warning(let letter): return .passed(remark: "warning: \(meaning ?? letter?.meaning ?? "")")
        case .failed(let letter):
            let words = meaning ?? letter.meaning
            guard isBlamed || finding?.severity == .down else {
                return .passed(remark: "\(finding?.severity.rawValue ?? "note"): \(words)")
            }
            let rule = finding?.rule ?? "unexplained"
            guard judgement.state == .down else {
                return .error(type: rule, message: "\(words), \(judgement.doubt ?? "which may be our own fault")")
            }
            return .failed(type: rule, message: words, text: finding.map(text) ?? words)
        case .notReached: return .skipped(message: "not reached: \(need(of: layer, judgement.cells)) has failed")
        case .notApplicable: return .skipped(message: notApplicable(failure, untested, layer))
        case .unknown:
            guard let failure else { return .skipped(message: untested ?? "not part of this probe") }
            return .error(type: "our-side", message: failure.words)
        }
    }

    /// The layer below that failed, without which this one cannot be tried.
    private func need(of layer: Layer, _ cells: Cells) -> String {
        layer.needs.first { cells[$0].isFailed }?.title ?? "what it needs"
    }

    private func notApplicable(_ failure: LayerFailure?, _ untested: String?, _ layer: Layer) -> String {
        if failure == .ourFault(.notPermitted) { return "not permitted on this machine" }
        return layer == .gateway ? "there is no gateway in front of it" : untested ?? "does not apply to it"
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

extension Layer {
    /// The layers that must have passed before this one can be tried, the nearest first.
    fileprivate var needs: [Layer] { need.map { [$0] + $0.needs } ?? [] }
}

extension ServerStatus {
    /// Why nothing was tested of the server itself; nil when it was probed.
    fileprivate var untestedReason: String? {
        if server.path == .gateway {
            return "not probed itself: users come through \(server.gateway.map { "the gateway \($0)" } ?? "a gateway")"
        }
        return snapshot == nil ? "not probed yet" : nil
    }
}
