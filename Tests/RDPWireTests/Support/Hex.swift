/// The bytes of a hexadecimal literal, in which white space does not count.
///
/// A literal with anything but whole bytes gives no bytes at all, so that every test on it fails.
func hex(_ literal: String) -> [UInt8] {
    let digits = literal.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
    guard digits.count == literal.count(where: { !$0.isWhitespace }), digits.count.isMultiple(of: 2) else { return [] }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
