import FleetModel

/// The report for Prometheus: its text format 0.0.4, which is also what the node exporter's textfile collector reads.
///
/// Names beginning with `probe_` are those of blackbox_exporter and mean the same. Servers have the label `target`,
/// gateways the label `gateway`; everything else that is known of one of them stands once, in `rdp_target_info`. There
/// are no timestamps, which the textfile collector refuses, and what changes from probe to probe is a value, not a label.
package struct PrometheusReport: ReportFormat {
    package init() {}

    package var name: String { "prometheus" }
    package var title: String { "Prometheus text" }
    package var fileExtension: String { "prom" }

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        for family in MetricTable.ofReports { write(family, [""], to: &output) { _ in report } }
        let (statuses, gateways) = (report.statuses, report.gateways)
        let labels = Self.labels(of: report)
        // A target is made for each of its families: all of them together would be a second fleet in memory.
        for family in MetricTable.ofTargets {
            write(family, labels, to: &output) { place in
                place < statuses.count
                    ? MetricTarget(statuses[place]) : MetricTarget(gateways[place - statuses.count])
            }
        }
    }

    /// The labels of the servers and then of the gateways; nil for those that somebody before has already.
    private static func labels(of report: SnapshotReport) -> [String?] {
        var seen: Set<String> = []
        let servers = report.statuses.map { metricLabel("target", $0.server.id.text) }
        let gateways = report.gateways.map { metricLabel("gateway", $0.gateway.id) }
        return (servers + gateways).map { seen.insert($0).inserted ? $0 : nil }
    }

    /// All samples of a family behind its HELP and TYPE; a family without samples is left out.
    private func write<Subject>(
        _ family: MetricFamily<Subject>, _ labels: [String?], to output: inout some TextOutputStream,
        subject: (Int) -> Subject
    ) {
        var isOpen = false
        for (place, own) in labels.enumerated() {
            guard let own else { continue }
            for sample in family.samples(subject(place)) {
                if !isOpen {
                    output.write("# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n")
                    isOpen = true
                }
                let all = own + (own.isEmpty || sample.labels.isEmpty ? "" : ",") + sample.labels
                output.write(family.name + (all.isEmpty ? "" : "{\(all)}") + " \(sample.value)\n")
            }
        }
    }
}
