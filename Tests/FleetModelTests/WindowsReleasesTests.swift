import FleetModel
import Testing

@Suite struct WindowsReleasesTests {
    @Test(
        "A build has the products and the last day of the lifecycle pages",
        arguments: [
            (WindowsBuild(major: 5, minor: 2, build: 3790), "Windows Server 2003", "2015-07-14"),
            (WindowsBuild(major: 6, minor: 0, build: 6003), "Windows Server 2008", "2020-01-14"),
            (WindowsBuild(major: 6, minor: 1, build: 7601), "Windows Server 2008 R2 or Windows 7 SP1", "2020-01-14"),
            (WindowsBuild(major: 6, minor: 2, build: 9200), "Windows Server 2012 or Windows 8", "2023-10-10"),
            (WindowsBuild(major: 6, minor: 3, build: 9600), "Windows Server 2012 R2 or Windows 8.1", "2023-10-10"),
            (WindowsBuild(major: 10, minor: 0, build: 14393), "Windows Server 2016 or Windows 10 1607", "2027-01-12"),
            (WindowsBuild(major: 10, minor: 0, build: 17763), "Windows Server 2019 or Windows 10 1809", "2029-01-09"),
            (WindowsBuild(major: 10, minor: 0, build: 19045), "Windows 10 22H2", "2025-10-14"),
            (WindowsBuild(major: 10, minor: 0, build: 20348), "Windows Server 2022", "2031-10-14"),
            (WindowsBuild(major: 10, minor: 0, build: 22631), "Windows 11 23H2", "2026-11-10"),
            (
                WindowsBuild(major: 10, minor: 0, build: 26100), "Windows Server 2025 or Windows 11 24H2 to 25H2",
                "2034-10-10"
            ),
        ])
    func release(_ build: WindowsBuild, _ name: String, _ lastDay: String) {
        #expect(WindowsReleases.release(of: build)?.productName == name)
        #expect(WindowsReleases.productName(of: build) == name)
        #expect(WindowsReleases.release(of: build)?.lastDay?.description == lastDay)
    }

    @Test func `the last day of support is still supported, and the next is not`() throws {
        let release = try #require(WindowsReleases.release(of: WindowsBuild(major: 10, minor: 0, build: 19045)))
        let lastMoment = try #require(
            Instant(year: 2025, month: 10, day: 14, hour: 23, minute: 59, second: 59))
        #expect(!release.isOutOfSupport(at: lastMoment))
        #expect(release.isOutOfSupport(at: lastMoment + .seconds(1)))
        #expect(release.products.first?.paidUpdates == .sold)
    }

    @Test func `a product without a known day is never called out of support`() throws {
        let release = try #require(WindowsReleases.release(of: WindowsBuild(major: 6, minor: 0, build: 6000)))
        #expect(release.lastDay == nil)
        #expect(!release.isOutOfSupport(at: Instant(seconds: 4_107_542_400)))
    }

    @Test func `a build that is not in the table is newer than it, or is just not there`() {
        #expect(
            WindowsReleases.productName(of: WindowsBuild(major: 10, minor: 0, build: 30_000)) == "newer than this table"
        )
        #expect(
            WindowsReleases.productName(of: WindowsBuild(major: 10, minor: 0, build: 20_349)) == "not in this table")
        #expect(WindowsReleases.release(of: WindowsBuild(major: 10, minor: 0, build: 30_000)) == nil)
    }

    @Test func `builds are in order, none twice, and all their days exist`() {
        let builds = WindowsReleases.all.map(\.build)
        #expect(zip(builds, builds.dropFirst()).allSatisfy { $0 < $1 })
        for support in WindowsReleases.all.flatMap(\.products).flatMap(\.support) {
            let day = support.lastDay
            let instant = Instant(year: day.year, month: day.month, day: day.day)
            #expect(instant?.dateText == day.description)
            #expect(instant.map(CalendarDate.init(of:)) == day)
        }
    }
}
