/// A number in lower-case hexadecimal digits, with zeros in front up to `digits` of them and no `0x`.
package func hexadecimal(_ number: some UnsignedInteger, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Bytes in lower-case hexadecimal, two digits for each, with `separator` between them.
package func hexadecimal(_ bytes: some Sequence<UInt8>, separator: String = "") -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        if !text.isEmpty { text += separator.utf8 }
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
