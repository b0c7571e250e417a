import FleetModel

/// Readers of header fields' values (RFC 9110).
enum HTTPFieldText {
    /// The schemes of a WWW-Authenticate value, in order and as written (RFC 9110, 11.6.1); at most sixteen.
    ///
    /// A value may hold several challenges, with parameters between the same commas: `Negotiate, Basic realm="a, b"`.
    static func schemes(_ value: String) -> [String] {
        var schemes: [String] = []
        for element in elements(value) where schemes.count < 16 {
            let word = element.prefix { $0 != " " && $0 != "\t" && $0 != "=" }
            let rest = element[word.endIndex...].drop { $0 == " " || $0 == "\t" }
            // A parameter of the challenge before.
            guard !word.isEmpty, rest.first != "=" || rest.dropFirst().first == "=" else { continue }
            schemes.append(CleanText.clean(String(word), limit: 32))
        }
        return schemes
    }

    /// The elements between commas that are not within quotes, without the blanks around them.
    private static func elements(_ value: String) -> [Substring] {
        var isQuoted = false
        var isEscaped = false
        return value.split { character in
            defer { isEscaped = isQuoted && character == "\\" && !isEscaped }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            return character == "," && !isQuoted
        }.map { $0.drop { $0 == " " || $0 == "\t" } }
    }

    /// The instant of an HTTP date in its usual form, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), with `UTC`
    /// instead of `GMT` too, as some gateways have it; nil for anything else.
    static func date(_ value: String) -> Instant? {
        let words = value.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 6, ["GMT", "UTC"].contains(words[5]), let day = Int64(words[1]),
            let month = months.firstIndex(of: String(words[2])), let year = Int64(words[3])
        else { return nil }
        let time = words[4].split(separator: ":").compactMap { Int64($0) }
        guard time.count == 3 else { return nil }
        return Instant(
            year: year, month: Int64(month) + 1, day: day, hour: time[0], minute: time[1], second: time[2])
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Retry-After, in seconds or as a date (RFC 9110, 10.2.3), as a span between nothing and a day.
    static func retryAfter(_ value: String, now: Instant) -> Span? {
        let digits = value.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty { return min(.seconds(min(Int64(digits) ?? .max, 86_400)), .days(1)) }
        return date(value).map { max(.zero, min($0 - now, .days(1))) }
    }

    /// Whether only something between the gateway and us adds a header of that name.
    static func isOfProxy(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["via", "forwarded", "x-cache"].contains(name)
            || ["x-cache-", "x-forwarded-", "proxy-"].contains { name.hasPrefix($0) }
            || name.hasPrefix("x-") && name.hasSuffix("-cache")
    }

    /// The beginning of a body as one line; nil when there is none.
    static func beginning(of body: [UInt8]) -> String? {
        let words = body.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard !words.isEmpty else { return nil }
        return CleanText.clean(utf8: words.joined(separator: [0x20]), limit: 200)
    }
}
