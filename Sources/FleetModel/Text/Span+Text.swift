extension Span {
    /// At most four characters for a narrow column: `40s`, `11m`, `6h`, `41d`, `-2d`, `999d`, `9y`; one unit, rounded down.
    package var compact: String {
        let sign = milliseconds < 0 ? "-" : ""
        let seconds = Int64((milliseconds.magnitude / 1000))
        let (minute, hour, day, year): (Int64, Int64, Int64, Int64) = (60, 3600, 86_400, 31_557_600)
        switch seconds {
        case ..<minute: return "\(sign)\(seconds)s"
        case ..<hour: return "\(sign)\(seconds / minute)m"
        case ..<(2 * day): return "\(sign)\(seconds / hour)h"
        case ..<(1000 * day): return "\(sign)\(seconds / day)d"
        default: return "\(sign)\(seconds / year)y"
        }
    }

    /// As ``compact``, rounded to the nearest: for a difference that is measured anew each time, and is `24h` once by a
    /// second more and once by a second less.
    package var compactRounded: String {
        let seconds = milliseconds.magnitude / 1000
        let unit: UInt64 = seconds < 60 ? 1 : seconds < 3600 ? 60 : seconds < 172_800 ? 3600 : 86_400
        let rounded = Int64(min(seconds + unit / 2, UInt64(Int64.max / 1000))) * 1000
        return Span(milliseconds: milliseconds < 0 ? -rounded : rounded).compact
    }

    /// Minutes and seconds, with hours before them where there are any: `00:42`, `1:02:42`.
    package var clockText: String {
        let seconds = max(0, milliseconds / 1000)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return seconds < 3600 ? minutes : "\(seconds / 3600):\(minutes)"
    }

    /// Two units for a sentence: `11m 40s`, `3h 12m`, `88d 4h`.
    package var spoken: String {
        let sign = milliseconds < 0 ? "-" : ""
        let seconds = Int64(milliseconds.magnitude / 1000)
        if seconds == 0 { return "\(sign)\(milliseconds.magnitude)ms" }
        if seconds < 60 { return "\(sign)\(seconds)s" }
        if seconds < 3600 { return "\(sign)\(seconds / 60)m \(seconds % 60)s" }
        if seconds < 86_400 { return "\(sign)\(seconds / 3600)h \(seconds / 60 % 60)m" }
        return "\(sign)\(seconds / 86_400)d \(seconds / 3600 % 24)h"
    }
}
