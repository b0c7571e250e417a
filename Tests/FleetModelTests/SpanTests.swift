import FleetModel
import Testing

@Suite struct SpanTests {
    @Test(
        "A span for a narrow column has at most four characters, one unit, and is rounded down",
        arguments: [
            (0, "0s"), (999, "0s"), (40_000, "40s"), (59_999, "59s"), (60_000, "1m"), (3_599_999, "59m"),
            (3_600_000, "1h"), (172_799_999, "47h"), (172_800_000, "2d"), (86_399_999_999, "999d"),
            (86_400_000_000, "2y"), (283_000_000_000, "8y"), (-1, "-0s"), (-40_000, "-40s"), (-172_800_000, "-2d"),
        ] as [(Int64, String)])
    func compact(_ milliseconds: Int64, _ text: String) {
        #expect(Span(milliseconds: milliseconds).compact == text)
        #expect(text.count <= 4)
    }

    @Test(
        "A span in a sentence has two units",
        arguments: [
            (0, "0ms"), (1, "1ms"), (999, "999ms"), (1_000, "1s"), (700_000, "11m 40s"), (11_520_000, "3h 12m"),
            (7_617_600_000, "88d 4h"), (-700_000, "-11m 40s"), (-5, "-5ms"), (86_400_000, "1d 0h"),
        ] as [(Int64, String)])
    func spoken(_ milliseconds: Int64, _ text: String) {
        #expect(Span(milliseconds: milliseconds).spoken == text)
    }

    @Test(
        "Whole days are rounded down, so that a second past the end is -1",
        arguments: [
            (0, 0), (86_399_999, 0), (86_400_000, 1), (-1, -1), (-86_400_000, -1), (-86_400_001, -2),
            (.max, 106_751_991_167),
        ] as [(Int64, Int64)])
    func wholeDays(_ milliseconds: Int64, _ days: Int64) {
        #expect(Span(milliseconds: milliseconds).wholeDays == days)
    }

    @Test(
        "A certificate is counted down towards its end, and never to 0 behind it",
        arguments: [
            (Span.days(88), "88d", 88), (.hours(30), "30h", 1), (.hours(5), "5h", 0), (.zero, "0s", 0),
            (.milliseconds(-1), "-1h", -1), (.hours(-30), "-30h", -1), (.hours(-48), "-2d", -2),
            (.hours(-51), "-2d", -2),
            (.days(-3), "-3d", -3),
        ] as [(Span, String, Int64)])
    func countdown(_ left: Span, _ words: String, _ days: Int64) {
        #expect(left.countdown == words && left.countdownDays == days)
    }

    @Test func `the units fit into each other`() {
        #expect(Span.milliseconds(1_000) == .seconds(1))
        #expect(Span.seconds(60) == .minutes(1))
        #expect(Span.minutes(60) == .hours(1))
        #expect(Span.hours(24) == .days(1))
        #expect(Span.days(2) - .days(3) == .hours(-24))
        #expect(Span.days(1) + .zero == .days(1))
        #expect(Span.seconds(-1) < .zero)
        #expect(Span.milliseconds(-1_999).wholeSeconds == -1)
        #expect(Span.milliseconds(1_500).duration == .milliseconds(1_500))
    }

    @Test func `the ends of the range do not trap`() {
        for milliseconds in [Int64.min, .min + 1, .max] {
            let span = Span(milliseconds: milliseconds)
            #expect(!span.compact.isEmpty && !span.spoken.isEmpty)
            #expect((span.wholeDays < 0) == (milliseconds < 0))
        }
    }

    @Test(arguments: [
        (Int64(86_399_100), "24h"), (86_400_900, "24h"), (-86_399_000, "-24h"), (329_000, "5m"), (330_000, "6m"),
        (59_000, "59s"), (3_590_000, "1h"), (172_000_000, "2d"), (.max, "292271023y"), (.min, "-292271023y"), (0, "0s"),
    ])
    func `A difference is rounded to the nearest unit`(milliseconds: Int64, text: String) {
        #expect(Span(milliseconds: milliseconds).compactRounded == text)
    }
}
