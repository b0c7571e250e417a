/// All codes that are known, found by number or by name.
package enum ErrorCodeTable {
    /// In the order of the number spaces, and within one by number.
    package static let all: [ErrorCode] = {
        let records = (try? CommaSeparatedValues.records(PackageResources.error_codes_csv)) ?? []
        return records.dropFirst().compactMap(ErrorCode.init(record:))
    }()

    private static let byNumber = Dictionary(grouping: all, by: \.number)

    /// A whole symbol goes before a part of another.
    private static let byName = Dictionary(
        (all.compactMap { code in code.symbol.map { ($0, code) } }
            + all.flatMap { code in code.names.map { ($0, code) } })
            .map { name, code in (name.lowercased(), code) },
        uniquingKeysWith: { first, _ in first })

    /// What a number means in every number space that has it.
    package static func codes(_ number: UInt32) -> [ErrorCode] { byNumber[number] ?? [] }

    /// What a number means in one number space; nil when it is not in the table.
    package static func code(_ number: UInt32, in space: NumberSpace) -> ErrorCode? {
        codes(number).first { $0.space == space }
    }

    /// The code of a name, in any case of letters; nil when no code has it.
    package static func code(named name: String) -> ErrorCode? { byName[name.lowercased()] }
}
