import FleetModel

/// A time that comes again each week, as people write it: `sat 22:00-02:00`, `mon-fri,sun 02:00-04:00`, `daily 03:00-03:30`.
enum WeeklyText {
    /// Reads days and a stretch of the day, which may lead into the next one; nil for anything else.
    static func parse(_ text: String) -> MaintenanceWindow.Time? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, let days = days(parts[0]) else { return nil }
        let times = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { LocalTime.minuteOfDay($0) }
        guard times.count == 2, let from = times[0], let until = times[1], from != until, from < minutesOfDay else {
            return nil
        }
        return .weekly(days: days, from: from, minutes: until > from ? until - from : until + minutesOfDay - from)
    }

    private static let minutesOfDay: Int64 = 1_440

    private static func days(_ text: Substring) -> Set<Weekday>? {
        let all = Weekday.allCases
        if text == "daily" { return Set(all) }
        var days: Set<Weekday> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
                Weekday(rawValue: String($0))
            }
            guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2,
                let begin = all.firstIndex(of: first), let end = all.firstIndex(of: last)
            else { return nil }
            // fri-mon goes over the end of the week.
            let count = (end - begin + all.count) % all.count
            for step in 0...count { days.insert(all[(begin + step) % all.count]) }
        }
        return days
    }
}
