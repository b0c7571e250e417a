import FleetModel

extension CauseTrait {
    /// The day on which the certificate ends: those of one template and one roll-out end together.
    static let certificateEnd = CauseTrait(
        .certificateDates, Wording(prefix: " have certificates that end on ", auxiliary: "do"),
        explains: { $0.layer == .certificate },
        text: dayText, value: { $0.lastDay.map(TraitValue.number) })
}

/// The text of a value that is a day, in UTC.
func dayText(_ value: TraitValue) -> String {
    switch value {
    case .number(let day): Instant(seconds: day * 86_400).dateText
    case .text, .address, .answer, .build: ""
    }
}
