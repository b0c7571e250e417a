import FleetModel

extension CauseTrait {
    /// The gateway that users come through. When it is down itself, nothing has to be compared.
    static let gateway = CauseTrait(
        .gateway, Wording(prefix: " sit behind ", auxiliary: "do"),
        explains: { $0.layer == .gateway },
        seen: { value, population in population.gatewaysDown.contains(value.asText) },
        text: \.asText, value: { $0.gateway.map(TraitValue.text) })
}
