package import FleetModel

/// The documented regressions, the oldest first. None of them documents 0x904 with 0x7.
package enum RegressionTable {
    /// One line for each.
    package static let all: [Regression] = [
        Regression(
            when: "2018-05",
            what: "after the CredSSP updates, one side without them is refused: \"function not supported\"",
            updates: ["KB4103712 to KB4103730", "CVE-2018-0886"],
            fixedBy: "the updates on both sides, or any later one", grade: .microsoft, machine: .server,
            codes: [0x8009_0302],
            // Windows 10 1803 (17134) and later have it from the start; an updated TSpkg speaks CredSSP 5 or 6.
            concerns: { build, version in build < .windows(17134) && (version.map { $0 < 5 } ?? true) }),
        Regression(
            when: "2024-07",
            what: "sessions through an RD Gateway over RPC drop, and its service crashes (event 700, 0xC0000005)",
            updates: ["KB5040430", "KB5041578", "KB5043050", "and others"], fixedBy: nil, grade: .thirdParty,
            machine: .gateway, codes: [], concerns: { _, _ in false }),
        Regression(
            when: "2024-08", what: "on Windows Server 2019 all users are dropped at once (event 40, reason 0xD0000001)",
            updates: ["KB5041578"], fixedBy: nil, grade: .thirdParty, machine: .server, codes: [0xD000_0001],
            concerns: { build, _ in build == .windows(17763) }),
        Regression(
            when: "2025-02", what: "on Windows Server 2025 and Windows 11 24H2 sessions freeze after connecting",
            updates: ["KB5051987"], fixedBy: "KB5055523 of April 2025", grade: .press, machine: .server, codes: [],
            concerns: { build, _ in build == .windows(26100) }),
        Regression(
            when: "2025",
            what: "Windows 11 24H2 and Server 2025 as clients lose sessions on Windows Server 2016 after about 65 "
                + "seconds over UDP; over TCP alone they do not",
            updates: [], fixedBy: "a later update of the client", grade: .thirdParty, machine: .client, codes: [],
            concerns: { build, _ in build == .windows(14393) }),
        Regression(
            when: "2026-01", what: "the prompt for credentials fails on the client",
            updates: [
                "KB5074109 for 26100.7623 and 26200.7623", "KB5073724 for 19045.6809",
            ],
            fixedBy: "KB5077744 (Windows 11 24H2 and 25H2), KB5077796 (Windows 10), KB5077793 (Server 2025)",
            grade: .press, machine: .client, codes: [0x8008_0005], concerns: { _, _ in false }),
        Regression(
            when: "Windows 11 22H2", what: "sessions over UDP hang on Windows 11 22H2", updates: [], fixedBy: nil,
            grade: .unconfirmed, machine: .client, codes: [], concerns: { _, _ in false }),
    ]

    /// Those that name a code.
    package static func regressions(showing code: UInt32) -> [Regression] {
        all.filter { $0.codes.contains(code) }
    }

    /// Those that may concern a server, going by the build that it told; never more than possible, since a build does
    /// not tell which updates are installed.
    package static func regressions(concerning status: ServerStatus) -> [Regression] {
        guard let facts = status.snapshot?.nla?.facts, let build = facts.build else { return [] }
        return all.filter { $0.concerns(build, facts.credSSPVersion) }
    }
}

extension WindowsBuild {
    /// A build of Windows 10 or 11, or of the servers of their time.
    fileprivate static func windows(_ build: UInt16) -> WindowsBuild { WindowsBuild(major: 10, minor: 0, build: build) }
}
