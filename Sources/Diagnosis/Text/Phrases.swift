import FleetModel

/// Text for columns and sentences: printable ASCII only, at most `limit` characters, the cut marked by `~`.
///
/// ASCII, so that a headline has the same width everywhere and survives every mail gateway and ticket system.
func plain(_ text: String, limit: Int) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
        if count == limit {
            result.removeLast()
            result.append("~")
            break
        }
        result.unicodeScalars.append((0x20...0x7E).contains(scalar.value) ? scalar : "?")
        count += 1
    }
    return result
}

/// `0.9 ms`, `14.1 ms`, `142 ms`, `3.0 s`.
func elapsed(_ microseconds: Int64) -> String {
    let value = max(0, microseconds)
    if value >= 1_000_000 { return "\(value / 1_000_000).\(value / 100_000 % 10) s" }
    if value >= 100_000 { return "\(value / 1000) ms" }
    return "\(value / 1000).\(value / 100 % 10) ms"
}

/// `03 00 00 13`: the first bytes of something, at most sixteen of them.
func leading(_ bytes: [UInt8]) -> String {
    let text = hexadecimal(bytes.prefix(16), separator: " ")
    return bytes.count > 16 ? text + " ..." : text
}

/// `1 byte`, `14 bytes`.
func counted(_ count: Int, _ unit: String) -> String {
    count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
}

/// `TCP`, `TCP and TLS`, `TCP, X.224 and TLS`.
func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}
