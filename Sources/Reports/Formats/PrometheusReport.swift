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
        for family in MetricTable.ofReports { write(family, [(subject: report, labels: "")], to: &output) }
        let targets = Self.targets(of: report)
        for family in MetricTable.ofTargets { write(family, targets, to: &output) }
    }

    /// Servers and gateways with their labels, each label once.
    private static func targets(of report: SnapshotReport) -> [(subject: MetricTarget, labels: String)] {
        let all =
            report.statuses.map { (subject: MetricTarget($0), labels: metricLabel("target", $0.server.id.text)) }
            + report.gateways.map { (subject: MetricTarget($0), labels: metricLabel("gateway", $0.gateway.id)) }
        var seen: Set<String> = []
        return all.filter { seen.insert($0.labels).inserted }
    }

    /// All samples of a family behind its HELP and TYPE; a family without samples is left out.
    private func write<Subject>(
        _ family: MetricFamily<Subject>, _ subjects: [(subject: Subject, labels: String)],
        to output: inout some TextOutputStream
    ) {
        var isOpen = false
        for (subject, labels) in subjects {
            for sample in family.samples(subject) {
                if !isOpen {
                    output.write("# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n")
                    isOpen = true
                }
                let all =
                    labels.isEmpty || sample.labels.isEmpty ? labels + sample.labels : labels + "," + sample.labels
                output.write(family.name + (all.isEmpty ? "" : "{\(all)}") + " \(sample.value)\n")
            }
        }
    }
}
