/// A time in which some servers may fail and nobody wants to be told, as the configuration says it.
package struct MaintenanceWindow: Sendable, Hashable {
    /// When it is open, in the time of its zone.
    package enum Time: Sendable, Hashable {
        /// Once, from the first to the second.
        case once(from: LocalTime, until: LocalTime)
        /// Each week on these days, from a minute of the day on for so many minutes, which may lead into the next day.
        case weekly(days: Set<Weekday>, from: Int64, minutes: Int64)
    }

    /// When it is open.
    package var time: Time
    /// Whose time that is, such as `Europe/Berlin`; nil for that of this machine.
    package var zone: ProgramConfiguration.Marked<String>?
    /// Which servers, by what the fleet file says; all of them unless it says otherwise.
    package var filter: Filter
    /// Why, for people.
    package var reason: String

    /// A window; by default of all servers.
    package init(
        _ time: Time, zone: ProgramConfiguration.Marked<String>? = nil, filter: Filter = .everything,
        reason: String = ""
    ) {
        self.time = time
        self.zone = zone
        self.filter = filter
        self.reason = reason
    }

    /// Whether it is open at a time of its zone.
    package func isOpen(at now: LocalTime) -> Bool {
        switch time {
        case .once(let from, let until): return from <= now && now < until
        case .weekly(let days, let from, let length):
            let (today, minute) = (now.weekday, now.minuteOfDay)
            if days.contains(today), minute >= from, minute < from + length { return true }
            // What began yesterday.
            return days.contains(today.before) && minute + LocalTime.minutesOfDay < from + length
        }
    }

    /// Whether what it says of servers is in the fleet file; what a probe sees would open and close it.
    package var asksOnlyTheFleetFile: Bool { filter.groups.joined().allSatisfy(\.condition.isOfFleetFile) }
}

/// A date and time of day by the clock on the wall, in whichever zone that hangs.
package struct LocalTime: Sendable, Hashable, Comparable {
    /// Minutes since 1970-01-01 00:00 of that zone.
    package let minutes: Int64

    static let minutesOfDay: Int64 = 1_440

    /// What the clock shows at an instant.
    ///
    /// - Parameters:
    ///   - now: The instant.
    ///   - offset: How far the zone is ahead of UTC then.
    package init(_ now: Instant, offset: Span) {
        let milliseconds = now.milliseconds + offset.milliseconds
        minutes = milliseconds / 60_000 - (milliseconds % 60_000 < 0 ? 1 : 0)
    }

    /// Reads `2026-11-28 22:00`; nil for anything else, and for a day that does not exist.
    package init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let time = Self.minuteOfDay(parts[1]) else { return nil }
        let fields = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard fields.count == 3, zip(fields, [4, 2, 2]).allSatisfy({ $0.isNumber(ofDigits: $1) }),
            let year = Int64(fields[0]), let month = Int64(fields[1]), let day = Int64(fields[2]),
            let midnight = Instant(year: year, month: month, day: day)
        else { return nil }
        minutes = midnight.milliseconds / 60_000 + time
    }

    /// Reads `22:00` as minutes since midnight, `24:00` included; nil for anything else.
    package static func minuteOfDay(_ text: some StringProtocol) -> Int64? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, fields.allSatisfy({ $0.isNumber(ofDigits: 2) }),
            let hour = Int64(fields[0]), let minute = Int64(fields[1]), minute < 60, hour * 60 + minute <= minutesOfDay
        else { return nil }
        return hour * 60 + minute
    }

    /// Since midnight.
    var minuteOfDay: Int64 { minutes - day * Self.minutesOfDay }

    var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let place = ((day + 3) % 7 + 7) % 7
        return Weekday.allCases[Int(place)]
    }

    private var day: Int64 { minutes / Self.minutesOfDay - (minutes % Self.minutesOfDay < 0 ? 1 : 0) }

    /// Whether `left` is earlier than `right`.
    package static func < (left: LocalTime, right: LocalTime) -> Bool { left.minutes < right.minutes }
}

/// A day of the week, as it is written in the configuration.
package enum Weekday: String, Sendable, Hashable, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun

    /// The one before.
    var before: Weekday {
        let all = Self.allCases
        return all.firstIndex(of: self).map { all[($0 + all.count - 1) % all.count] } ?? self
    }
}

extension StringProtocol {
    fileprivate func isNumber(ofDigits count: Int) -> Bool {
        utf8.count == count && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
