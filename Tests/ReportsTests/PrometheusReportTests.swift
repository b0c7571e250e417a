import FleetModel
import Reports
import TestSupport
import Testing

@Suite struct PrometheusReportTests {
    private static func lines(_ report: SnapshotReport) -> [Substring] {
        PrometheusReport().text(of: report).split(separator: "\n")
    }

    @Test func `families stand together, each behind its HELP and TYPE`() {
        for report in [SampleReport.dozen, SampleReport.watched, SampleReport.poisoned] {
            var seen: Set<Substring> = []
            var family: Substring = ""
            var headers = 0
            for line in Self.lines(report) {
                if line.hasPrefix("# HELP ") {
                    family = line.dropFirst(7).prefix { $0 != " " }
                    #expect(seen.insert(family).inserted)
                    headers = 1
                } else if line.hasPrefix("# TYPE ") {
                    #expect(line == "# TYPE \(family) gauge" && headers == 1)
                    headers = 2
                } else {
                    #expect(headers == 2 && line.prefix { $0 != "{" && $0 != " " } == family)
                }
            }
            #expect(seen.count > 20)
        }
    }

    @Test func `a sample is a name, labels and one number, each once`() {
        for report in [SampleReport.dozen, SampleReport.watched, SampleReport.poisoned] {
            var seen: Set<Substring> = []
            for line in Self.lines(report) where !line.hasPrefix("# ") {
                let value = line.split(separator: " ").last ?? ""
                #expect(Double(value) != nil, "\(line.suffix(60))")
                let series = line.dropLast(value.count + 1)
                #expect(seen.insert(series).inserted)
                // No timestamp stands between the labels and the value.
                #expect(series.hasSuffix("}") || series.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" })
            }
        }
    }

    @Test func `quotes and backslashes of a server are escaped`() {
        let text = PrometheusReport().text(of: SampleReport.poisoned)
        #expect(text.contains(#"{target=\"x\"} \\n ]]>--"#))
    }

    @Test func `what was not tried has no sample`() {
        let text = PrometheusReport().text(of: SampleReport.empty)
        #expect(text.contains("rdp_fleet_servers{state=\"down\"} 0\n"))
        #expect(!text.contains("probe_success"))
    }
}
