import FleetModel

extension CauseTrait {
    /// The authority that issued the certificate.
    static let authority = CauseTrait(
        .authority, Wording(prefix: " have certificates of ", auxiliary: "do"),
        explains: { $0.layer == .certificate || $0.layer == .tls },
        text: \.asText, value: { $0.authority.map(TraitValue.text) })
}
