import FleetModel
import Testing

@Suite struct MaintenanceWindowTests {
    private static func at(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }

    // 2026-11-28 is a Saturday.
    @Test(arguments: [
        ("2026-11-28 21:59", false), ("2026-11-28 22:00", true), ("2026-11-28 23:59", true), ("2026-11-29 01:59", true),
        ("2026-11-29 02:00", false), ("2026-11-29 22:00", false), ("2026-11-27 22:00", false),
        ("2026-12-05 22:00", true),
    ])
    func `A window of each week goes over midnight`(text: String, isOpen: Bool) throws {
        let window = MaintenanceWindow(.weekly(days: [.sat], from: 22 * 60, minutes: 240))
        #expect(window.isOpen(at: try Self.at(text)) == isOpen)
    }

    @Test(arguments: [
        ("2026-11-28 21:59", false), ("2026-11-28 22:00", true), ("2026-11-29 01:59", true),
        ("2026-11-29 02:00", false),
        ("2027-11-28 22:00", false),
    ])
    func `A window of once is open once`(text: String, isOpen: Bool) throws {
        let window = MaintenanceWindow(
            .once(from: try Self.at("2026-11-28 22:00"), until: try Self.at("2026-11-29 02:00")))
        #expect(window.isOpen(at: try Self.at(text)) == isOpen)
    }

    @Test(arguments: ["1969-12-31 23:00", "2026-11-28 22:00", "2000-02-29 00:00"])
    func `A date is what the clock shows at its instant`(text: String) throws {
        let local = try Self.at(text)
        #expect(LocalTime(Instant(milliseconds: local.minutes * 60_000 + 59_999), offset: .zero) == local)
        #expect(
            LocalTime(Instant(milliseconds: local.minutes * 60_000) - .hours(-5), offset: .hours(-5)) == local)
    }

    @Test(arguments: [
        "2026-11-28", "2026-11-28T22:00", "26-11-28 22:00", "2026-11-31 22:00", "2026-11-28 22:00Z",
        "2026-11-28  22:00",
        "2026-11-28 -1:00", "+026-11-28 22:00", "",
    ])
    func `What is no date and time is none`(text: String) {
        #expect(LocalTime(text) == nil)
    }

    @Test func `A gateway is in maintenance with all that is behind it`() throws {
        let fleet = Fleet(
            name: "lab",
            servers: [
                Server(name: "a", site: "fra", gateway: "One"), Server(name: "b", site: "fra", gateway: "two"),
                Server(name: "c", site: "nyc", gateway: "two"),
            ], gateways: ["one", "two", "three"].map { Gateway(name: $0, host: $0) })
        let always = MaintenanceWindow.Time.weekly(days: Set(Weekday.allCases), from: 0, minutes: 1_440)
        let part = MaintenanceCalendar(
            [MaintenanceWindow(always, filter: try Filter.parse("site:fra"))], of: fleet
        ) { _, _ in .zero }
        let now = Instant(seconds: 1_800_000_000)
        #expect(
            part.subjects(of: part.open(at: now)) == [
                .server(fleet.servers[0].id), .server(fleet.servers[1].id), .gateway("one"),
            ])
        let whole = MaintenanceCalendar([MaintenanceWindow(always)], of: fleet) { _, _ in .zero }
        #expect(whole.subjects(of: whole.open(at: now)).count == 6)
    }
}
