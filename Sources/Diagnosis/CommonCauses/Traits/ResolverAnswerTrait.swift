import FleetModel

extension CauseTrait {
    /// What the name server says instead of an address.
    ///
    /// Errors and silence are the name server's own; that several names do not exist may have as many reasons.
    static let resolverAnswer = CauseTrait(
        .resolverAnswer, Wording(prefix: " get ", suffix: " from DNS", auxiliary: "do"),
        explains: { $0.layer == .dns && $0.resolverAnswer != .code(3) && $0.resolverAnswer != .noAddress },
        text: { value in
            switch value {
            case .answer(.code(let code)): ResponseCodeText.name(of: code)
            case .answer(.noAddress): "no address"
            case .answer(.silence): "no answer"
            case .text, .number, .address, .build: ""
            }
        },
        value: { $0.resolverAnswer.map(TraitValue.answer) })
}
