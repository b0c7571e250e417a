/// Which products have which build number, and how long they get updates.
///
/// Last days as on Microsoft's lifecycle pages, read in November 2026. Later releases of one base (Windows 10 2004 to
/// 22H2) may report the number of the base, so the base's entry names all of them and has all their dates.
package enum WindowsReleases {
    /// In the order of the builds.
    package static let all: [WindowsRelease] = before10 + windows10 + windows11

    /// The release of a build; nil when the table does not have it.
    package static func release(of build: WindowsBuild) -> WindowsRelease? {
        all.first { $0.build == build }
    }

    /// Whether a build is newer than everything in the table.
    package static func isNewer(_ build: WindowsBuild) -> Bool {
        all.allSatisfy { $0.build < build }
    }

    /// The products of a build in words: `Windows Server 2019 or Windows 10 1809`, `newer than this table`, or
    /// `not in this table`.
    package static func productName(of build: WindowsBuild) -> String {
        if let release = release(of: build) { return release.productName }
        return isNewer(build) ? "newer than this table" : "not in this table"
    }

    private static let server2008 = WindowsRelease.Product(
        "Windows Server 2008", [.init(nil, .init(2020, 1, 14))], paidUpdates: .until(.init(2023, 1, 10)))

    private static let before10: [WindowsRelease] = [
        release(5, 2, 3790, [.init("Windows Server 2003", [.init(nil, .init(2015, 7, 14))])]),
        release(6, 0, 6000, [.init("Windows Vista")]),
        release(6, 0, 6001, [server2008, .init("Windows Vista SP1")]),
        release(6, 0, 6002, [server2008, .init("Windows Vista SP2")]),
        release(6, 0, 6003, [server2008]),
        // Without its service pack it ended earlier; the product's own last day is the latest that it can be.
        release(
            6, 1, 7600,
            [
                .init("Windows Server 2008 R2 without SP1", [.init(nil, .init(2020, 1, 14))]),
                .init("Windows 7 without SP1", [.init(nil, .init(2020, 1, 14))]),
            ]),
        release(
            6, 1, 7601,
            [
                .init(
                    "Windows Server 2008 R2", [.init(nil, .init(2020, 1, 14))],
                    paidUpdates: .until(.init(2023, 1, 10))),
                .init("Windows 7 SP1", [.init(nil, .init(2020, 1, 14))]),
            ]),
        release(
            6, 2, 9200,
            [
                .init(
                    "Windows Server 2012", [.init(nil, .init(2023, 10, 10))],
                    paidUpdates: .until(.init(2026, 10, 13))),
                .init("Windows 8"),
            ]),
        release(
            6, 3, 9600,
            [
                .init(
                    "Windows Server 2012 R2", [.init(nil, .init(2023, 10, 10))],
                    paidUpdates: .until(.init(2026, 10, 13))),
                .init("Windows 8.1", [.init(nil, .init(2023, 1, 10))]),
            ]),
    ]

    private static let windows10: [WindowsRelease] = [
        release(10, 0, 10240, [.init("Windows 10 1507", [.init(nil, .init(2017, 5, 9))])]),
        release(10, 0, 10586, [.init("Windows 10 1511", [.init(nil, .init(2017, 10, 10))])]),
        release(
            10, 0, 14393,
            [
                .init(
                    "Windows Server 2016", [.init(nil, .init(2027, 1, 12))], paidUpdates: .until(.init(2030, 1, 12))),
                .init(
                    "Windows 10 1607",
                    [
                        .init("Pro", .init(2018, 4, 10)), .init("Enterprise", .init(2019, 4, 9)),
                        .init("LTSB 2016", .init(2026, 10, 13)),
                    ]),
            ]),
        release(
            10, 0, 15063,
            [
                .init(
                    "Windows 10 1703",
                    [.init("Pro", .init(2018, 10, 9)), .init("Enterprise", .init(2019, 10, 8))])
            ]),
        release(
            10, 0, 16299,
            [
                .init("Windows Server 1709", [.init(nil, .init(2019, 4, 9))]),
                .init("Windows 10 1709", [.init("Enterprise", .init(2020, 10, 13))]),
            ]),
        release(
            10, 0, 17134,
            [
                .init("Windows Server 1803", [.init(nil, .init(2019, 11, 12))]),
                .init(
                    "Windows 10 1803",
                    [.init("Pro", .init(2019, 11, 12)), .init("Enterprise", .init(2021, 5, 11))]),
            ]),
        release(
            10, 0, 17763,
            [
                .init(
                    "Windows Server 2019",
                    [.init(nil, .init(2029, 1, 9)), .init("1809", .init(2020, 11, 10))]),
                .init(
                    "Windows 10 1809",
                    [
                        .init("Pro", .init(2020, 11, 10)), .init("Enterprise", .init(2021, 5, 11)),
                        .init("LTSC 2019", .init(2029, 1, 9)),
                    ]),
            ]),
        release(
            10, 0, 18362,
            [
                .init(
                    "Windows Server 1903 to 1909",
                    [.init("1903", .init(2020, 12, 8)), .init("1909", .init(2021, 5, 11))]),
                .init(
                    "Windows 10 1903 to 1909",
                    [
                        .init("1903", .init(2020, 12, 8)), .init("1909 Pro", .init(2021, 5, 11)),
                        .init("1909 Enterprise", .init(2022, 5, 10)),
                    ]),
            ]),
        release(
            10, 0, 18363,
            [
                .init("Windows Server 1909", [.init(nil, .init(2021, 5, 11))]),
                .init(
                    "Windows 10 1909",
                    [.init("Pro", .init(2021, 5, 11)), .init("Enterprise", .init(2022, 5, 10))]),
            ]),
        release(
            10, 0, 19041,
            [
                .init(
                    "Windows Server 2004 to 20H2",
                    [.init("2004", .init(2021, 12, 14)), .init("20H2", .init(2022, 8, 9))]),
                .init(
                    "Windows 10 2004 to 22H2",
                    [
                        .init("2004", .init(2021, 12, 14)), .init("20H2 Pro", .init(2022, 5, 10)),
                        .init("20H2 Enterprise", .init(2023, 5, 9)), .init("21H1", .init(2022, 12, 13)),
                        .init("21H2 Pro", .init(2023, 6, 13)), .init("21H2 Enterprise", .init(2024, 6, 11)),
                        .init("LTSC 2021", .init(2027, 1, 12)), .init("IoT LTSC 2021", .init(2032, 1, 13)),
                        .init("22H2", .init(2025, 10, 14)),
                    ], paidUpdates: .sold),
            ]),
        release(
            10, 0, 19042,
            [
                .init("Windows Server 20H2", [.init(nil, .init(2022, 8, 9))]),
                .init(
                    "Windows 10 20H2",
                    [.init("Pro", .init(2022, 5, 10)), .init("Enterprise", .init(2023, 5, 9))]),
            ]),
        release(10, 0, 19043, [.init("Windows 10 21H1", [.init(nil, .init(2022, 12, 13))])]),
        release(
            10, 0, 19044,
            [
                .init(
                    "Windows 10 21H2",
                    [
                        .init("Pro", .init(2023, 6, 13)), .init("Enterprise", .init(2024, 6, 11)),
                        .init("LTSC 2021", .init(2027, 1, 12)), .init("IoT LTSC 2021", .init(2032, 1, 13)),
                    ])
            ]),
        release(10, 0, 19045, [.init("Windows 10 22H2", [.init(nil, .init(2025, 10, 14))], paidUpdates: .sold)]),
        release(10, 0, 20348, [.init("Windows Server 2022", [.init(nil, .init(2031, 10, 14))])]),
    ]

    private static let windows11: [WindowsRelease] = [
        release(
            10, 0, 22000,
            [
                .init(
                    "Windows 11 21H2",
                    [.init("Pro", .init(2023, 10, 10)), .init("Enterprise", .init(2024, 10, 8))])
            ]),
        release(
            10, 0, 22621,
            [
                .init(
                    "Windows 11 22H2 to 23H2",
                    [
                        .init("22H2 Pro", .init(2024, 10, 8)), .init("22H2 Enterprise", .init(2025, 10, 14)),
                        .init("23H2 Pro", .init(2025, 11, 11)), .init("23H2 Enterprise", .init(2026, 11, 10)),
                    ])
            ]),
        release(
            10, 0, 22631,
            [
                .init(
                    "Windows 11 23H2",
                    [.init("Pro", .init(2025, 11, 11)), .init("Enterprise", .init(2026, 11, 10))])
            ]),
        release(10, 0, 25398, [.init("Windows Server 23H2", [.init(nil, .init(2025, 10, 24))])]),
        release(
            10, 0, 26100,
            [
                .init("Windows Server 2025", [.init(nil, .init(2034, 10, 10))]),
                .init(
                    "Windows 11 24H2 to 25H2",
                    [
                        .init("24H2 Pro", .init(2026, 10, 13)), .init("24H2 Enterprise", .init(2027, 10, 12)),
                        .init("25H2 Pro", .init(2027, 10, 12)), .init("LTSC 2024", .init(2029, 10, 9)),
                        .init("IoT LTSC 2024", .init(2034, 10, 10)),
                    ]),
            ]),
        release(10, 0, 26200, [.init("Windows 11 25H2", [.init("Pro", .init(2027, 10, 12))])]),
        release(10, 0, 26300, [.init("Windows 11 26H2", [.init("Pro", .init(2028, 10, 10))])]),
        release(
            10, 0, 28000,
            [
                .init(
                    "Windows 11 26H1",
                    [.init("Pro", .init(2028, 3, 14)), .init("Enterprise", .init(2029, 3, 13))])
            ]),
    ]

    private static func release(
        _ major: UInt8, _ minor: UInt8, _ build: UInt16, _ products: [WindowsRelease.Product]
    ) -> WindowsRelease {
        WindowsRelease(WindowsBuild(major: major, minor: minor, build: build), products)
    }
}
