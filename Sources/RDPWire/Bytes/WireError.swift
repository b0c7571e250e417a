/// Why bytes are not the message they should be, or why a value has no wire form.
///
/// Every codec of this target throws this type and no other. Field names are those of the specifications, so a report
/// can quote them.
package enum WireError: Error, Equatable, Sendable {
    /// The bytes end before the message does: `needed` bytes from its start, `have` are there.
    case truncated(needed: Int, have: Int)
    /// A field holds a value that the specification does not allow there.
    case unexpected(field: String, value: UInt64)
    /// A length field contradicts the bytes or another length: it states `stated` where only `actual` fits.
    case inconsistentLength(field: String, stated: Int, actual: Int)
    /// Something is longer than its bound, whether set by the specification or by us against hostile peers.
    case tooLong(field: String, length: Int, limit: Int)
}

extension WireError: CustomStringConvertible {
    /// The error in plain words.
    package var description: String {
        switch self {
        case .truncated(let needed, let have):
            "the message is cut short: \(have) of at least \(needed) bytes"
        case .unexpected(let field, let value):
            "the field \(field) has the unexpected value \(value) (\(hexadecimal(value, digits: 2)))"
        case .inconsistentLength(let field, let stated, let actual):
            "the \(field) says \(stated), but \(actual) fits the message"
        case .tooLong(let field, let length, let limit):
            "the \(field) is too long: \(length), at most \(limit) allowed"
        }
    }
}
