import FleetModel
import Testing

@Suite struct InstantTests {
    /// Seconds since 1970 and the same moment in ISO 8601; the numbers are those of `date -u -d`.
    static let moments: [(seconds: Int64, text: String)] = [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (951_782_399, "2000-02-28T23:59:59Z"),
        (951_782_400, "2000-02-29T00:00:00Z"),
        (951_868_800, "2000-03-01T00:00:00Z"),
        (1_078_012_800, "2004-02-29T00:00:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
        (4_107_542_400, "2100-03-01T00:00:00Z"),
        (1_795_426_200, "2026-11-23T09:30:00Z"),
        (1_798_761_599, "2026-12-31T23:59:59Z"),
        (2_147_483_648, "2038-01-19T03:14:08Z"),
        (-11_644_473_600, "1601-01-01T00:00:00Z"),
        (-2_203_891_200, "1900-03-01T00:00:00Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (-62_167_219_201, "-0001-12-31T23:59:59Z"),
        (-62_162_121_600, "0000-02-29T00:00:00Z"),
        (-62_198_755_200, "-0001-01-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ]

    @Test("An instant and its text are the same moment", arguments: moments)
    func text(_ seconds: Int64, _ text: String) {
        #expect(Instant(seconds: seconds).iso8601 == text)
    }

    @Test("The fields of a moment make the moment again", arguments: moments)
    func fields(_ seconds: Int64, _ text: String) throws {
        let utc = Instant(seconds: seconds).utc
        let again = try #require(
            Instant(
                year: utc.year, month: utc.month, day: utc.day, hour: utc.hour, minute: utc.minute, second: utc.second))
        #expect(again == Instant(seconds: seconds))
    }

    @Test func `every day of four centuries has a date of its own, one after another`() {
        var previous = Instant(seconds: -141_428 * 86_400).utc
        var wrong: [Int64] = []
        for day in Int64(-141_427)...5_000 {
            let utc = Instant(seconds: day * 86_400).utc
            let follows =
                utc.day == previous.day + 1 && utc.month == previous.month
                || utc.day == 1 && (utc.month == previous.month + 1 || utc.month == 1 && utc.year == previous.year + 1)
            let again = Instant(year: utc.year, month: utc.month, day: utc.day)
            if !follows || again != Instant(seconds: day * 86_400) { wrong.append(day) }
            previous = utc
        }
        #expect(wrong == [])
    }

    @Test(
        "A date that does not exist is refused",
        arguments: [
            (2026, 2, 29), (2100, 2, 29), (1900, 2, 29), (2024, 2, 30), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
            (2026, 1, 0), (2026, 1, 32), (10_000, 1, 1), (-10_000, 1, 1),
        ] as [(Int64, Int64, Int64)])
    func noSuchDate(_ year: Int64, _ month: Int64, _ day: Int64) {
        #expect(Instant(year: year, month: month, day: day) == nil)
    }

    @Test func `a time that does not exist is refused, a leap second is the next minute`() {
        #expect(Instant(year: 2026, month: 1, day: 1, hour: 24) == nil)
        #expect(Instant(year: 2026, month: 1, day: 1, minute: 60) == nil)
        #expect(Instant(year: 2026, month: 1, day: 1, second: 61) == nil)
        #expect(
            Instant(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60)?.iso8601 == "2017-01-01T00:00:00Z"
        )
    }

    @Test func `milliseconds are cut off downwards, also before 1970`() {
        #expect(Instant(milliseconds: 999).iso8601 == "1970-01-01T00:00:00Z")
        #expect(Instant(milliseconds: 999).iso8601WithMilliseconds == "1970-01-01T00:00:00.999Z")
        #expect(Instant(milliseconds: -1).iso8601WithMilliseconds == "1969-12-31T23:59:59.999Z")
        #expect(Instant(milliseconds: -1).iso8601 == "1969-12-31T23:59:59Z")
        #expect(Instant(milliseconds: -1000).iso8601 == "1969-12-31T23:59:59Z")
        #expect(Instant(milliseconds: -1001).iso8601 == "1969-12-31T23:59:58Z")
    }

    @Test func `the parts of the text stand alone`() {
        let instant = Instant(seconds: 1_795_426_207)
        #expect(instant.dateText == "2026-11-23")
        #expect(instant.timeText == "09:30:07")
        #expect(instant.compactText == "20261123T093007Z")
    }

    @Test func `the ends of time do not trap`() {
        for milliseconds in [Int64.min, .min + 1, .max - 1, .max] {
            #expect(!Instant(milliseconds: milliseconds).iso8601.isEmpty)
        }
        #expect(Instant(milliseconds: .max) + .days(1) < Instant(milliseconds: .max))
    }

    @Test func `instants and spans add up`() {
        let instant = Instant(seconds: 100)
        #expect(instant + .seconds(5) == Instant(seconds: 105))
        #expect(instant - .minutes(1) == Instant(seconds: 40))
        #expect(instant - Instant(seconds: 130) == .seconds(-30))
        #expect(Instant(seconds: 1) < Instant(seconds: 2))
    }
}
