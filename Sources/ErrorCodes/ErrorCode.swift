/// One number of one number space, and what is documented of it.
package struct ErrorCode: Sendable, Hashable {
    /// Where the number comes from.
    package let space: NumberSpace
    /// The number; HRESULT and NTSTATUS as the unsigned number of 32 bits.
    package let number: UInt32
    /// Its name in the source, perhaps with a remark in parentheses; nil when none is documented.
    package let symbol: String?
    /// What it is about.
    package let topic: CodeTopic
    /// What it means, in a sentence or two.
    package let meaning: String
    /// Where that is documented, or was observed.
    package let source: String

    /// `0x904`.
    package var hexadecimal: String { "0x" + String(number, radix: 16, uppercase: true) }

    /// The names that find it: the symbol, and without what stands around it, as `WSAECONNRESET` for
    /// `HRESULT_FROM_WIN32(WSAECONNRESET)` and `E_NAME` for `E_NAME (a remark)`.
    package var names: [String] {
        guard let symbol else { return [] }
        guard let open = symbol.firstIndex(of: "("), symbol.last == ")" else { return [symbol] }
        let outside = symbol[..<open]
        let inside = symbol[symbol.index(after: open)...].dropLast()
        return [symbol, outside.last == " " ? String(outside.dropLast()) : String(inside)]
    }
}

extension ErrorCode {
    /// The row of the table in one record; nil when a field is missing or is none of its column.
    init?(record: [String]) {
        guard record.count == Self.columns.count, let space = NumberSpace(rawValue: record[0]),
            let number = UInt32(record[1]), let topic = CodeTopic(rawValue: record[4])
        else { return nil }
        self.space = space
        self.number = number
        symbol = record[3].isEmpty ? nil : record[3]
        self.topic = topic
        meaning = record[5]
        source = record[6]
    }

    /// The header of the table. The hexadecimal form is there for people who search the file.
    static let columns = ["space", "decimal", "hex", "symbol", "topic", "meaning", "source"]
}
