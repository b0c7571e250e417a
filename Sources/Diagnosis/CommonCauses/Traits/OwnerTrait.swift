import FleetModel

extension CauseTrait {
    /// Who looks after them: perhaps somebody changed something. A hint, and whom to ask.
    static let owner = CauseTrait(
        .owner, Wording(prefix: " belong to ", auxiliary: "do"), isCircumstance: true,
        explains: { _ in false }, text: \.asText, value: { $0.owner.map(TraitValue.text) })
}
