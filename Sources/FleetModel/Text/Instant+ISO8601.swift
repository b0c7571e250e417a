extension Instant {
    /// Year, month, day, hour, minute, second in UTC (proleptic Gregorian calendar).
    package var utc: (year: Int64, month: Int64, day: Int64, hour: Int64, minute: Int64, second: Int64) {
        let seconds = floorDivide(milliseconds, 1000)
        let days = floorDivide(seconds, 86_400)
        let inDay = seconds - days * 86_400
        // Days to civil date by eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day, inDay / 3600, inDay / 60 % 60, inDay % 60)
    }

    /// The instant of a date and time in UTC; nil when a field is out of its range or the day does not exist.
    package init?(
        year: Int64, month: Int64, day: Int64, hour: Int64 = 0, minute: Int64 = 0, second: Int64 = 0
    ) {
        guard (-9999...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let marchYear = month <= 2 ? year - 1 : year
        let era = floorDivide(marchYear, 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        self.init(seconds: days * 86_400 + hour * 3600 + minute * 60 + second)
        let (_, month2, day2, _, _, _) = Instant(seconds: days * 86_400).utc
        guard month2 == month, day2 == day else { return nil }
    }

    /// `2026-11-23T01:25:27Z`: ISO 8601 in UTC, to the second.
    package var iso8601: String { "\(dateText)T\(timeText)Z" }

    /// `2026-11-23T01:25:27.040Z`: the same to the millisecond.
    package var iso8601WithMilliseconds: String {
        let fraction = String(((milliseconds % 1000) + 1000) % 1000)
        return "\(dateText)T\(timeText).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)Z"
    }

    /// `2026-11-23`: the date in UTC.
    package var dateText: String {
        let (year, month, day, _, _, _) = utc
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `01:25:27`: the time of day in UTC.
    package var timeText: String {
        let (_, _, _, hour, minute, second) = utc
        return "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    }

    /// `20261123T012527Z`: for file names.
    package var compactText: String {
        let (year, month, day, hour, minute, second) = utc
        let date = "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))"
        return "\(date)T\(padded(hour, 2))\(padded(minute, 2))\(padded(second, 2))Z"
    }
}

private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}

private func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (value < 0 ? "-" : "") + zeros + digits
}
