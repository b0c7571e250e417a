import FleetModel
import Inventory
import Testing

private func configuration(_ text: String) throws -> ProgramConfiguration {
    try ConfigurationFile.parse(text, file: "config.yaml")
}

@Suite struct NotificationsFileTests {
    private static let whole = """
        notify:
          bell: true
          desktop: osc777
          gather: 5s
          update: 20m
          again: 1h
          hourly: 6
          hooks:
            - name: pager
              run: [page, "--now"]
            - name: chat
              url: {file: /etc/rdptop/url}
              headers: {X-Priority: high, Authorization: {env: TOKEN}}
              ca: [/etc/ssl/corp.pem]
              on: [cause, warning]
              only: site:fra
              timeout: 30s
            - {name: local, url: "http://[::1]:8080/a?b=c"}
        maintenance:
          - {from: 2026-11-28 22:00, until: 2026-11-29 02:00, zone: Europe/Berlin, only: "site:fra !tag:kiosk"}
          - {weekly: "sat,sun 22:00-02:00", reason: patches}
        """

    @Test func `Every key is read`() throws {
        let read = try configuration(Self.whole)
        let notifications = try #require(read.notifications)
        #expect(notifications.bell && notifications.desktop == .osc777)
        #expect(
            notifications.pace
                == NoticePace(gather: .seconds(5), update: .minutes(20), again: .hours(1), hourly: 6))
        typealias Text = ProgramConfiguration.Marked<String>
        #expect(
            notifications.hooks == [
                .init(name: Text("pager", line: 9, column: 13), way: .command(["page", "--now"])),
                .init(
                    name: Text("chat", line: 11, column: 13),
                    way: .webhook(
                        .init(
                            .file(Text("/etc/rdptop/url", line: 12, column: 19)),
                            headers: [
                                .init("X-Priority", .text("high")),
                                .init("Authorization", .environment(Text("TOKEN", line: 13, column: 56))),
                            ], authorities: ["/etc/ssl/corp.pem"])),
                    wish: .init([.cause, .warning], of: try Filter.parse("site:fra")), timeout: .seconds(30)),
                .init(
                    name: Text("local", line: 18, column: 14),
                    way: .webhook(.init(.text("http://[::1]:8080/a?b=c")))),
            ])
        let from = try #require(LocalTime("2026-11-28 22:00"))
        let until = try #require(LocalTime("2026-11-29 02:00"))
        #expect(
            read.maintenance == [
                MaintenanceWindow(
                    .once(from: from, until: until), zone: Text("Europe/Berlin", line: 20, column: 61),
                    filter: try Filter.parse("site:fra !tag:kiosk")),
                MaintenanceWindow(.weekly(days: [.sat, .sun], from: 22 * 60, minutes: 240), reason: "patches"),
            ])
    }

    @Test(arguments: [
        (
            "notify: mail",
            "1:9: notify is written as keys and values: again, bell, desktop, gather, hooks, hourly, update"
        ),
        ("notify: {bel: true}", #"1:10: "bel" is not a key of notify; did you mean "bell"?"#),
        ("notify: {desktop: osc99}", "1:19: desktop: is one of off, osc9, osc777"),
        ("notify: {gather: 6m}", "1:18: gather: is a length of time from 1s to 5m, such as 30s"),
        ("notify: {hourly: 0}", "1:18: hourly: is a number from 1 to 1000"),
        ("notify: {hooks: [{run: a}]}", "1:18: a hook needs a name"),
        (
            "notify: {hooks: [{name: a}]}",
            "1:18: a hook has either run:, a program and its arguments, or url:, an address"
        ),
        (
            "notify: {hooks: [{name: a, run: b, url: c}]}",
            "1:18: a hook has either run:, a program and its arguments, or url:, an address"
        ),
        ("notify: {hooks: [{name: a, run: []}]}", "1:33: run: a program and its arguments"),
        ("notify: {hooks: [{name: a, run: b, ca: /c}]}", "1:40: ca: goes with url:"),
        ("notify: {hooks: [{name: a, url: ftp://b}]}", "1:33: url: an address begins with https:// or http://"),
        (
            "notify: {hooks: [{name: a, url: \"https://kim:pw@b/\"}]}",
            "1:33: url: no user name or password stands in an address; headers: takes them from a file"
        ),
        (
            "notify: {hooks: [{name: a, url: \"https://b:0/\"}]}",
            "1:33: url: the port of an address is between 1 and 65535"
        ),
        (
            "notify: {hooks: [{name: a, url: \"https://[b]/\"}]}",
            "1:33: url: the host of an address is a name, or an IPv6 address in brackets"
        ),
        (
            "notify: {hooks: [{name: a, url: {env: B, file: /c}}]}",
            "1:33: url: a secret is written as {env: NAME} or {file: /path}"
        ),
        ("notify: {hooks: [{name: a, url: {file: c}}]}", "1:40: file: is an absolute path"),
        (
            "notify: {hooks: [{name: a, url: \"http://b/\", headers: {X-Key: {env: C}}}]}",
            "1:33: url: a secret is not sent over http://; write https://"
        ),
        (
            "notify: {hooks: [{name: a, url: \"https://b/\", headers: {authorization: Bearer x}}]}",
            "1:72: headers: the value of authorization is a secret; write {env: NAME} or {file: /path}"
        ),
        (
            "notify: {hooks: [{name: a, url: \"https://b/\", headers: {Host: c}}]}",
            "1:57: headers: Host is set by the program itself"
        ),
        (
            "notify: {hooks: [{name: a, url: \"https://b/\", headers: {\"a b\": c}}]}",
            "1:57: headers: \"a b\" is no name of a field"
        ),
        (
            "notify: {hooks: [{name: a, run: b, on: [down]}]}",
            "1:41: on: is one of cause, warning, recovered, certificate"
        ),
        ("notify: {hooks: [{name: a, run: b, on: []}]}", "1:40: on: what the hook is told"),
        ("notify: {hooks: [{name: a, run: b, only: \"is:dwon\"}]}", "1:42: only: "),
        (
            "notify: {hooks: [{name: a, run: b, timeout: 2m}]}",
            "1:45: timeout: is a length of time from 1s to 1m, such as 30s"
        ),
        (
            "notify:\n  hooks:\n  - {name: a, run: b}\n  - {name: a, run: c}",
            #"4:12: the name "a" stands twice, first in line 3"#
        ),
        (
            "notify: {hooks: [" + (1...9).map { "{name: h\($0), run: b}" }.joined(separator: ", ") + "]}",
            "1:17: there are at most 8 hooks"
        ),
        (
            "maintenance: [{from: 2026-11-28 22:00}]",
            "1:15: a maintenance window has either weekly:, or from: and until:"
        ),
        (
            "maintenance: [{from: 2026-02-30 22:00, until: 2026-03-01 00:00}]",
            "1:22: from: is written as 2026-11-28 22:00"
        ),
        (
            "maintenance: [{from: 2026-11-28 22:00, until: 2026-11-28 22:00}]", "1:47: until: is not after from:"
        ),
        (
            "maintenance: [{weekly: sat 22:00}]",
            "1:24: weekly: is written as sat 22:00-02:00, mon-fri 02:00-04:00 or daily 03:00-03:30"
        ),
        (
            "maintenance: [{weekly: daily 01:00-02:00, only: fra}]",
            "1:49: only: of maintenance asks by name:, site:, tag:, owner: or gateway: and nothing else"
        ),
    ])
    func `A mistake is told where it stands`(text: String, expected: String) {
        do {
            _ = try configuration(text)
            Issue.record("nothing is wrong with \(text)")
        } catch let error as InventoryError {
            #expect(error.mistakes.count == 1, "\(error.mistakes)")
            #expect(error.mistakes.first?.description.hasPrefix("config.yaml:\(expected)") == true, "\(error)")
        } catch {
            Issue.record(error)
        }
    }

    @Test(
        arguments: [
            ("sat 22:00-02:00", [Weekday.sat], 22 * 60, 240),
            ("fri-mon 00:00-24:00", [.fri, .sat, .sun, .mon], 0, 1_440),
            ("mon,wed-thu 03:30-04:00", [.mon, .wed, .thu], 210, 30), ("daily 23:59-00:00", Weekday.allCases, 1_439, 1),
        ] as [(String, [Weekday], Int64, Int64)])
    func `Days and times of the week are read`(text: String, days: [Weekday], from: Int64, minutes: Int64) throws {
        let read = try configuration("maintenance: [{weekly: \"\(text)\"}]")
        #expect(read.maintenance.map(\.time) == [.weekly(days: Set(days), from: from, minutes: minutes)])
    }

    @Test(arguments: [
        "sat", "22:00-02:00", "sat 22:00", "sat 22:00-22:00", "sat 24:00-02:00", "sat 2:00-4:00", "sat 22:60-23:00",
        "sat- 01:00-02:00", "sat-sun-mon 01:00-02:00", "saturday 01:00-02:00", ", 01:00-02:00", "sat 01:00-25:00",
    ])
    func `What is no time of the week is a mistake`(text: String) {
        #expect(throws: InventoryError.self) { try configuration("maintenance: [{weekly: \"\(text)\"}]") }
    }
}
