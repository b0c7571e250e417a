/// What servers have in common in one trait, in a form that is cheap to compare.
enum TraitValue: Sendable, Hashable {
    case text(String)
    case number(Int64)
    case address(AddressBits)
    case answer(Subject.ResolverAnswer)
    case build(major: UInt8, minor: UInt8, number: UInt16)
}
