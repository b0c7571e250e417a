import FleetModel

extension CauseTrait {
    /// The day on which the certificate begins: those that were renewed together, perhaps with the same mistake.
    static let certificateBeginning = CauseTrait(
        .certificateDates, Wording(prefix: " have certificates that begin on ", auxiliary: "do"),
        explains: { $0.layer == .certificate || $0.layer == .tls },
        text: dayText, value: { $0.firstDay.map(TraitValue.number) })
}
