/// A name that can be asked of the DNS, in lower case and without its final dot (RFC 1035, 2.3.4; RFC 4343).
///
/// Names in other scripts are not translated (IDNA is not done): write their `xn--` form. A backslash is refused, for
/// it would begin an escape in c-ares.
struct DomainName: Sendable, Hashable {
    /// Labels of 1 to 63 bytes of printable ASCII, joined by dots; 1 to 253 bytes.
    let text: String
    /// Whether it was written with a final dot, and so is never completed by a search domain.
    let isAbsolute: Bool

    /// The name, or nil when it cannot exist: an empty label, one over 63 bytes, over 253 in all, or other characters.
    init?(_ name: String) {
        var bytes = Array(name.utf8)
        isAbsolute = bytes.last == UInt8(ascii: ".")
        if isAbsolute { bytes.removeLast() }
        guard (1...253).contains(bytes.count) else { return nil }
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ (1...63).contains($0.count) }) else { return nil }
        text = String(decoding: bytes, as: UTF8.self).lowercased()
    }

    /// The names to try in order: as it is first when it has at least `ndots` dots, else after the search domains.
    func candidates(_ settings: ResolverSettings) -> [DomainName] {
        guard !isAbsolute, !settings.search.isEmpty else { return [self] }
        let completed = settings.search.compactMap { DomainName("\(text).\($0)") }
        let dots = text.utf8.count { $0 == UInt8(ascii: ".") }
        return dots >= settings.ndots ? [self] + completed : completed + [self]
    }
}
