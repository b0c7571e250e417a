/// All tabs in their order: what it means, what was seen from the name to the logon, how it was before, what to do.
enum DetailTabTable {
    /// Each tab once, and each section on one of them.
    static let tabs: [DetailTab] = [
        DetailTab(
            id: .overview, title: "Overview", shortTitle: "Overview",
            sections: [
                VerdictSection(), EvidenceSection(), PathsSection(), LastChangesSection(), InventorySection(),
            ]),
        DetailTab(
            id: .layers, title: "Layers", shortTitle: "Layers",
            sections: [LadderSection(), GatewayLadderSection(), AddressSection(), PingSection(), GatewaySection()]),
        DetailTab(
            id: .certificate, title: "Certificate", shortTitle: "Cert",
            sections: [
                CertificateSection(), CertificateChecksSection(), CertificateMemorySection(), CertificateKinSection(),
                FingerprintSection(),
            ]),
        DetailTab(
            id: .negotiation, title: "Negotiation", shortTitle: "NLA",
            sections: [
                NegotiationSection(), ExpectationSection(), NLASection(), TLSSection(), UDPSection(), BuildKinSection(),
                VariantsSection(), FirstBytesSection(),
            ]),
        DetailTab(
            id: .history, title: "History", shortTitle: "History",
            sections: [OutcomesSection(), RoundTripsSection(), ChangesSection()]),
        DetailTab(
            id: .remedy, title: "Remedy", shortTitle: "Remedy",
            sections: [RemedySection(), RefutationsSection()]),
    ]

    /// A tab by its name.
    static subscript(id: DetailTabID) -> DetailTab { tabs.first { $0.id == id } ?? tabs[0] }

    /// The tab so many places after another one; behind the last comes the first.
    static func tab(_ distance: Int, after id: DetailTabID) -> DetailTabID {
        guard let place = tabs.firstIndex(where: { $0.id == id }) else { return id }
        return tabs[((place + distance) % tabs.count + tabs.count) % tabs.count].id
    }
}
