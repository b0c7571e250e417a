/// Reads comma-separated values (RFC 4180): records of fields, quoted where they hold commas, quotes or line breaks.
package enum CommaSeparatedValues {
    /// Text that is not of this form.
    package struct Mistake: Error, Hashable, CustomStringConvertible {
        /// What is wrong.
        package enum Kind: Sendable, Hashable {
            /// A quote in a field that does not begin with one.
            case quoteInPlainField
            /// Something between a closing quote and the comma or line break after it.
            case textAfterQuote
            /// The text ends within quotes.
            case unclosedQuote
        }

        /// The line of the text, from 1.
        package var line: Int
        /// What is wrong there.
        package var kind: Kind

        /// `line 7: a quote is not closed`.
        package var description: String {
            switch kind {
            case .quoteInPlainField: "line \(line): a quote in a field without quotes"
            case .textAfterQuote: "line \(line): text after a closing quote"
            case .unclosedQuote: "line \(line): a quote is not closed"
            }
        }
    }

    private enum Place {
        /// At the beginning of a field.
        case start
        case plain
        case quoted
        /// After a quote within quotes, which ends the field or is the first of two that stand for one.
        case quote
    }

    /// The records of a text, each with its fields; a line break at the very end begins no further record.
    ///
    /// - Parameter bytes: UTF-8, lines ended by LF or CR LF.
    /// - Returns: The records in their order, the header among them.
    /// - Throws: `Mistake` at the first that breaks the form.
    package static func records(_ bytes: some Sequence<UInt8>) throws(Mistake) -> [[String]] {
        let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
        let (carriageReturn, lineFeed) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var records: [[String]] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var place = Place.start
        var line = 1
        var quoteLine = 1

        func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            place = .start
        }
        func endRecord() {
            if place == .plain, field.last == carriageReturn { field.removeLast() }
            endField()
            records.append(fields)
            fields.removeAll(keepingCapacity: true)
        }

        for byte in bytes {
            switch (place, byte) {
            case (.quoted, quote): place = .quote
            case (.quoted, _): field.append(byte)
            case (.quote, quote):
                field.append(byte)
                place = .quoted
            case (.start, quote):
                place = .quoted
                quoteLine = line
            case (.plain, quote): throw Mistake(line: line, kind: .quoteInPlainField)
            case (_, comma): endField()
            case (_, lineFeed): endRecord()
            case (.quote, carriageReturn): break
            case (.quote, _): throw Mistake(line: line, kind: .textAfterQuote)
            case (.start, _), (.plain, _):
                field.append(byte)
                place = .plain
            }
            if byte == lineFeed { line += 1 }
        }
        guard place != .quoted else { throw Mistake(line: quoteLine, kind: .unclosedQuote) }
        if !fields.isEmpty || !field.isEmpty || place == .quote { endRecord() }
        return records
    }
}
