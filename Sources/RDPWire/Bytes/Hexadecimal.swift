/// The number as `0x` and whole bytes of lower-case hexadecimal digits, at least `digits` of them.
func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
    let text = String(value, radix: 16)
    let width = max(digits, text.count + text.count % 2)
    return "0x" + String(repeating: "0", count: width - text.count) + text
}
