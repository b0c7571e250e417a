import FleetModel
import Testing

@Suite struct TimeOfDayTests {
    private static func at(_ text: String) throws -> Instant {
        Instant(milliseconds: 0) + .minutes(try #require(LocalTime(text)).minutes)
    }

    /// Berlin in 2026: put forward on 29 March at 01:00 UTC, put back on 25 October at 01:00 UTC.
    private static func berlin(_ instant: Instant) -> Span {
        let summer = Instant(seconds: 1_774_746_000)..<Instant(seconds: 1_792_890_000)
        return summer.contains(instant) ? .hours(2) : .hours(1)
    }

    @Test(arguments: [
        ("2026-11-23 09:30", "18:00", "2026-11-23 17:00"), ("2026-11-23 09:30", "18:00Z", "2026-11-23 18:00"),
        ("2026-11-23 09:30", "18:00z", "2026-11-23 18:00"), ("2026-11-23 09:30", "6:05", "2026-11-24 05:05"),
        // One that is now is tomorrow's.
        ("2026-11-23 17:00", "18:00", "2026-11-24 17:00"), ("2026-11-23 16:59", "18:00", "2026-11-23 17:00"),
        // By the clock on the wall it is the next day already.
        ("2026-11-23 23:30", "01:00", "2026-11-24 00:00"), ("2026-11-23 23:30", "00:15", "2026-11-24 23:15"),
        ("2026-11-23 09:30", "24:00", "2026-11-23 23:00"), ("2026-11-23 09:30", "0:00", "2026-11-23 23:00"),
        // The day has an hour less.
        ("2026-03-28 18:00", "18:00", "2026-03-29 16:00"), ("2026-03-28 23:00", "02:30", "2026-03-29 01:30"),
        ("2026-03-29 01:30", "02:30", "2026-03-30 00:30"),
        // It has an hour more, and a time of it comes twice.
        ("2026-10-24 17:00", "18:00", "2026-10-25 17:00"), ("2026-10-24 22:00", "02:30", "2026-10-25 00:30"),
        ("2026-10-25 00:30", "02:30", "2026-10-25 01:30"), ("2026-10-25 01:30", "02:30", "2026-10-26 01:30"),
        ("2026-10-24 22:00", "02:30Z", "2026-10-25 02:30"),
    ])
    func `The next one is what the clock on the wall shows next`(now: String, time: String, next: String) throws {
        let time = try #require(TimeOfDay(time))
        #expect(time.next(after: try Self.at(now), offset: Self.berlin) == (try Self.at(next)))
    }

    @Test func `A clock that is put back over midnight shows the day before once more`() throws {
        // At one minute past midnight, as in Newfoundland until 2011.
        let change = try Self.at("2026-11-01 02:31")
        let next = try #require(TimeOfDay("23:30")).next(after: try Self.at("2026-11-01 02:30")) {
            $0 < change ? .minutes(-150) : .minutes(-210)
        }
        #expect(next == (try Self.at("2026-11-01 03:00")))
    }

    @Test(arguments: [
        "", "Z", ":", "18", "1800", "18:0", "18:000", "018:00", "18:60", "24:01", "25:00", "-1:00", "+1:00", "18:00 Z",
        "18:00ZZ", " 18:00", "18:00:00", "１８:00", "1h", "ok",
    ])
    func `What is no time of day is none`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}
