/// An IPv4 or IPv6 address without a zone.
package struct IPAddress: Sendable, Hashable, Comparable {
    /// The address in network order: 4 bytes for IPv4, 16 for IPv6.
    package let bytes: [UInt8]

    /// Whether this is an IPv6 address.
    package var isIPv6: Bool { bytes.count == 16 }

    /// The address of 4 or 16 bytes in network order; nil for any other length.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads `192.0.2.1` (four decimal numbers, no leading zeros) or an IPv6 address of RFC 4291, 2.2, without a zone.
    package init?(_ text: String) {
        if text.utf8.contains(UInt8(ascii: ":")) {
            guard let bytes = parseIPv6(text) else { return nil }
            self.bytes = bytes
        } else {
            guard let bytes = parseIPv4(text) else { return nil }
            self.bytes = bytes
        }
    }

    /// The neighbours that share limits with this address: its /24, or its /64 for IPv6.
    package var neighbourhood: [UInt8] { Array(bytes.prefix(isIPv6 ? 8 : 3)) }

    /// IPv4 before IPv6, and then by their bytes.
    package static func < (left: IPAddress, right: IPAddress) -> Bool {
        if left.bytes.count != right.bytes.count { return left.bytes.count < right.bytes.count }
        return left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical text: dotted decimal, or RFC 5952 for IPv6.
    package var description: String {
        guard isIPv6 else { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        let gap = longestZeroRun(groups)
        let head = groups[..<gap.lowerBound].map { String($0, radix: 16) }.joined(separator: ":")
        let tail = groups[gap.upperBound...].map { String($0, radix: 16) }.joined(separator: ":")
        return gap.isEmpty ? tail : "\(head)::\(tail)"
    }
}

extension IPAddress: Codable {
    /// Encoded as its canonical text.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let address = IPAddress(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an IP address")
        }
        self = address
    }

    /// Encoded as its canonical text.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// The longest run of two or more zero groups, the first of equals (RFC 5952, 4.2); empty at 0 when there is none.
private func longestZeroRun(_ groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    while start < groups.count {
        guard groups[start] == 0 else {
            start += 1
            continue
        }
        let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
        if end - start > max(1, best.count) { best = start..<end }
        start = end
    }
    return best
}

private func parseIPv4(_ text: some StringProtocol) -> [UInt8]? {
    // Mostly it is a name that is asked about, and few of those end with a digit.
    guard let last = text.unicodeScalars.last, ("0"..."9").contains(last) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bytes: [UInt8] = []
    for part in parts {
        guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
            part.utf8.count == 1 || part.utf8.first != UInt8(ascii: "0"), let byte = UInt8(part)
        else { return nil }
        bytes.append(byte)
    }
    return bytes
}

private func parseIPv6(_ text: String) -> [UInt8]? {
    // At most one "::", which stands for one or more groups of zeros.
    let halves = splitAtDoubleColon(text)
    guard let halves, let head = parseGroups(halves.head, isEnd: !halves.hasGap),
        let tail = parseGroups(halves.tail, isEnd: true)
    else { return nil }
    guard halves.hasGap else { return head.count == 16 ? head : nil }
    let missing = 16 - head.count - tail.count
    guard missing >= 2 else { return nil }
    return head + [UInt8](repeating: 0, count: missing) + tail
}

private func splitAtDoubleColon(_ text: String) -> (head: Substring, tail: Substring, hasGap: Bool)? {
    var previous: Character?
    var gaps: [String.Index] = []
    for index in text.indices {
        if text[index] == ":", previous == ":" { gaps.append(index) }
        previous = text[index]
    }
    guard let gap = gaps.first else { return (text[...], "", false) }
    guard gaps.count == 1 else { return nil }
    return (text[..<text.index(before: gap)], text[text.index(after: gap)...], true)
}

/// Groups of one to four hexadecimal digits; the last of the whole address may be IPv4 (RFC 4291, 2.2, form 3).
private func parseGroups(_ text: Substring, isEnd: Bool) -> [UInt8]? {
    guard !text.isEmpty else { return [] }
    let groups = text.split(separator: ":", omittingEmptySubsequences: false)
    guard groups.count <= 8 else { return nil }
    var bytes: [UInt8] = []
    for (position, group) in groups.enumerated() {
        if isEnd, group.contains("."), position == groups.count - 1 {
            guard let quad = parseIPv4(group) else { return nil }
            bytes += quad
        } else {
            guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(isHexDigit),
                let value = UInt16(group, radix: 16)
            else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
        }
    }
    return bytes
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
}
