/// The report for a browser, a phone and a printer: one file that needs nothing else, and no script.
package struct HTMLReport: ReportFormat {
    package init() {}

    package var name: String { "html" }
    package var fileExtension: String { "html" }

    /// What stands on the page, in its order.
    static let sections: [any PageSection.Type] = [
        AboutSection.self,
        CauseSection.self,
        FirstStepSection.self,
        ForecastSection.self,
        GridSection.self,
        CertificateSection.self,
        TimelineSection.self,
        ServerSection.self,
        GatewaySection.self,
        NotTestedSection.self,
    ]

    package func write(_ report: SnapshotReport, to output: inout some TextOutputStream) {
        var page = PageWriter(output)
        page.add(Page.head(of: report))
        for section in Self.sections { section.write(report, to: &page) }
        page.add(Page.end(of: report))
        output = page.output
    }
}
