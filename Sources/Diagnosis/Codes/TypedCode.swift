import ErrorCodes

/// An error code as a person typed or pasted it, perhaps with the words of the message around it.
struct TypedCode: Sendable, Hashable {
    /// One way to read it.
    struct Reading: Sendable, Hashable {
        /// The number.
        var number: UInt32
        /// The number space, when a name or a word beside the number tells it; nil for any.
        var space: NumberSpace?
        /// The extended error code beside it; nil when there is none.
        var extended: UInt32?
        /// How digits were read that do not say themselves what they are; nil when they do.
        var base: Base?
    }

    /// How digits without `0x` are read.
    enum Base: String, Sendable, Hashable {
        case decimal, hexadecimal
    }

    /// One way to read it, or both when it was typed in digits that may be either; the better known first.
    var readings: [Reading]

    /// The longest text that is looked at, in bytes; a pasted message is far shorter.
    static let limit = 4_096

    /// Reads `0x904 0x7`, `2308 7`, `904h`, `-2146893022`, `SEC_E_WRONG_PRINCIPAL` or a message with such in it.
    /// - Returns: nil when there is no code in the text.
    init?(_ text: String) {
        // A name with its remark is more than one word.
        if text.utf8.count <= 100, let code = ErrorCodeTable.code(named: text) {
            readings = [Reading(number: code.number, space: code.space)]
            return
        }
        let tokens = CodeToken.tokens(in: text)
        guard let first = tokens.firstIndex(where: \.isUnmistakable) ?? tokens.firstIndex(where: \.isNumber) else {
            return nil
        }
        let isExtended = tokens[..<first].suffix(4).contains(where: \.saysExtended)
        let extended = isExtended ? nil : tokens[(first + 1)...].extendedCode
        let space = isExtended ? NumberSpace.extended : tokens[first].space
        func reading(_ base: Base) -> Reading? {
            guard let number = tokens[first].value(base) else { return nil }
            return Reading(number: number, space: space, extended: extended?.value(base), base: base)
        }
        var readings = [reading(.decimal), reading(.hexadecimal)].compactMap { $0 }
        guard let decimal = readings.first else { return nil }
        if readings.allSatisfy({ $0.number == decimal.number && $0.extended == decimal.extended }) {
            readings = [decimal]
            readings[0].base = nil
        } else {
            // A stable order: between two that are known as well, people rather leave 0x out than count in decimal.
            readings = readings.reversed().filter(\.isKnown) + readings.filter { !$0.isKnown }
        }
        self.readings = readings
    }
}

extension TypedCode.Reading {
    /// Whether the number is in the table, in a number space that fits.
    var isKnown: Bool { !codes.isEmpty }

    /// What the number is documented to mean.
    ///
    /// The number beside an extended error code is what a client calls "Error code", and no server's own.
    var codes: [ErrorCode] {
        let codes = ErrorCodeTable.codes(number).filter { space == nil || $0.space == space }
        guard extended != nil else { return codes }
        let shown = codes.filter { $0.space.isShownAsErrorCode }
        return shown.isEmpty ? codes : shown
    }

    /// What the extended error code is documented to mean, and the server's own code of the same number.
    var extendedCodes: [ErrorCode] {
        guard let extended else { return [] }
        return ErrorCodeTable.codes(extended).filter { $0.space == .extended || $0.space == .errinfo }
    }

    /// `0x904`, or `0x904 / 0x7`.
    var title: String { codeWords.joined(separator: " / ") }

    /// `0x904 0x7`, as the command line takes it.
    var arguments: String { codeWords.joined(separator: " ") }

    private var codeWords: [String] { ([number] + [extended].compactMap { $0 }).map(\.code) }
}

extension NumberSpace {
    /// Whether a client shows such numbers as its "Error code".
    fileprivate var isShownAsErrorCode: Bool {
        switch self {
        case .disconnect, .gateway, .hresult, .ntstatus: true
        case .extended, .errinfo, .negfailure: false
        }
    }
}

extension UInt32 {
    /// As clients write it: `0x904`.
    var code: String { "0x" + String(self, radix: 16, uppercase: true) }

    /// As event logs write it: HRESULT and NTSTATUS with a sign.
    var decimalCode: String { "\(Int32(bitPattern: self))" }
}
