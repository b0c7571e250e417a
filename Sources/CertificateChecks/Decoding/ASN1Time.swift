import FleetModel
import SwiftASN1

/// A UTCTime or GeneralizedTime, also in the forms that RFC 5280, 4.1.2.5, forbids and certificates have all the same.
struct ASN1Time {
    /// The moment.
    var instant: Instant
    /// Whether it is written as RFC 5280 wants it: to the second, in UTC, without a fraction.
    var isRegular: Bool

    /// Reads a node; nil when it is not a time or no such moment exists.
    ///
    /// Seconds may be missing, a fraction is cut, an offset such as `+0200` is applied, and a GeneralizedTime without
    /// a zone is taken for UTC.
    init?(_ node: ASN1Node) {
        let isShort = node.identifier == .utcTime
        guard isShort || node.identifier == .generalizedTime else { return nil }
        var digits = Digits(node.contentBytes.prefix(40))
        guard let year = digits.year(isShort: isShort), let month = digits.take(2), let day = digits.take(2),
            let hour = digits.take(2)
        else { return nil }
        let minute = digits.take(2)
        let second = minute == nil ? nil : digits.take(2)
        let hadFraction = digits.skipFraction()
        guard let zone = digits.zone(isRequired: isShort),
            let local = Instant(
                year: year, month: month, day: day, hour: hour, minute: minute ?? 0, second: second ?? 0)
        else { return nil }
        instant = local - .minutes(zone.minutes)
        isRegular = second != nil && !hadFraction && zone.isUTC
    }
}

/// A cursor over the characters of a time.
private struct Digits {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The number in the next `count` characters; nil, and nothing taken, when they are not all digits.
    mutating func take(_ count: Int) -> Int64? {
        let field = rest.prefix(count)
        guard field.count == count, field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return field.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// Four digits, or two of a UTCTime, which are 1950 to 2049 (RFC 5280, 4.1.2.5.1).
    mutating func year(isShort: Bool) -> Int64? {
        guard isShort else { return take(4) }
        return take(2).map { $0 >= 50 ? 1900 + $0 : 2000 + $0 }
    }

    /// Skips `.` or `,` and the digits after it; whether there was one.
    mutating func skipFraction() -> Bool {
        guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") else { return false }
        rest = rest.dropFirst().drop { (0x30...0x39).contains($0) }
        return true
    }

    /// `Z`, `+hhmm`, `-hhmm` or, unless required, nothing; nil when anything else is left.
    mutating func zone(isRequired: Bool) -> (minutes: Int64, isUTC: Bool)? {
        guard let mark = rest.popFirst() else { return isRequired ? nil : (0, false) }
        switch mark {
        case UInt8(ascii: "Z"):
            return rest.isEmpty ? (0, true) : nil
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            guard let hours = take(2), let minutes = take(2), hours < 24, minutes < 60, rest.isEmpty else { return nil }
            let offset = hours * 60 + minutes
            return (mark == UInt8(ascii: "-") ? -offset : offset, false)
        default:
            return nil
        }
    }
}
