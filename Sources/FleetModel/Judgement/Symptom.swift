/// The numbers that a Windows client shows: `Error code: 0x904`, and perhaps `Extended error code: 0x7`.
package struct UserCode: Sendable, Hashable, Codable {
    /// The error code: a disconnect reason, a gateway's code or an HRESULT; these ranges do not overlap.
    package var number: UInt32
    /// The extended error code; nil when any may stand beside it, or none.
    package var extended: UInt32?

    /// Creates a code as it is shown.
    package init(_ number: UInt32, extended: UInt32? = nil) {
        self.number = number
        self.extended = extended
    }

    /// `0x904`, or `0x904 / 0x7`.
    package var text: String {
        let hexadecimal = { (number: UInt32) in "0x" + String(number, radix: 16, uppercase: true) }
        return hexadecimal(number) + (extended.map { " / " + hexadecimal($0) } ?? "")
    }
}

/// What users see while a server is in the state that a rule found.
package struct Symptom: Sendable, Hashable, Codable {
    /// The codes that the client may show; empty when none belongs to it.
    package var codes: [UserCode]
    /// The kind of message, in own words: `the connection ends while it is being secured`.
    package var words: String
    /// How sure it is that this state is what shows them.
    package var confidence: Confidence

    /// Creates a symptom.
    package init(_ codes: [UserCode], _ words: String, _ confidence: Confidence) {
        self.codes = codes
        self.words = words
        self.confidence = confidence
    }

    /// `0x904 / 0x7: the connection ends while it is being secured (likely)`.
    package var line: String {
        let numbers = codes.map(\.text).joined(separator: ", ")
        return (numbers.isEmpty ? "" : numbers + ": ") + "\(words) (\(confidence.rawValue))"
    }
}
