import FleetModel

extension CauseTrait {
    /// The same address for many names: a wildcard in DNS, a stale record, a portal that answers for everything.
    static let sameAddress = CauseTrait(
        .resolverAnswer, Wording(prefix: " resolve to ", auxiliary: "do"),
        explains: { $0.layer.map { $0 > .dns && $0 < .gateway } ?? false },
        text: addressText, value: { $0.isResolved ? $0.address.map(TraitValue.address) : nil })
}

/// The text of a value that is an address or a network.
func addressText(_ value: TraitValue) -> String {
    switch value {
    case .address(let address): address.text
    case .text, .number, .answer, .build: ""
    }
}
