import FleetModel
import Foundation
import Testing

@testable import rdptop

@Suite struct PreferencesTests {
    /// A home whose configuration has a text; none when that is nil.
    private static func read(_ text: Data?) throws -> Preferences {
        let home = FileManager.default.temporaryDirectory.appending(path: "rdptop-tests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: home) }
        let folder = home.appending(path: ".config/rdptop")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if let text { try text.write(to: folder.appending(path: "config.yaml")) }
        return try Preferences.read(["HOME": home.path(percentEncoded: false)])
    }

    /// What is wrong with a text, without the folder in front.
    private static func mistakes(_ text: Data) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return "\(error)".split(separator: "\n").map { line in
                String(line[(line.range(of: "config.yaml")?.lowerBound ?? line.startIndex)...])
            }
        }
    }

    @Test func aFileThatIsNotThereAsksForNothing() throws {
        let preferences = try Self.read(nil)
        #expect(preferences.configuration == ProgramConfiguration())
        #expect(!preferences.wasRead)
        #expect(preferences.note.hasSuffix("config.yaml, which is not there"))
        #expect(try Preferences.read([:]).path == nil)
    }

    @Test func aFileThatIsThereIsRead() throws {
        let preferences = try Self.read(Data("keys: {preset: htop}\nascii: true".utf8))
        #expect(preferences.configuration.preset?.value == "htop")
        #expect(preferences.configuration.ascii == true)
        #expect(preferences.wasRead)
        #expect(preferences.note.hasPrefix("Keys and looks are from /"))
    }

    @Test func mistakesOfTheFormAndOfTheNamesHaveTheirPlace() {
        #expect(
            Self.mistakes(Data("thme: x".utf8)) == [
                #"config.yaml:1:1: "thme" is not a key of a configuration; did you mean "theme"?"#
            ])
        #expect(
            Self.mistakes(Data("keys:\n  preset: vi\n  bind: {prob: r, explain: [x, Strg]}".utf8)) == [
                #"config.yaml:2:11: "vi" is not a preset of keys; did you mean "vim"?"#,
                #"config.yaml:3:10: "prob" is not an action; did you mean "probe"?"#,
                #"config.yaml:3:32: "Strg" is not a key; keys are written a, Z, ?, é, Space, Enter, F5, Ctrl-R, PgDn"#,
            ])
        #expect(Self.mistakes(Data([0x61, 0xFF])) == ["config.yaml: is not UTF-8 text"])
        #expect(Self.mistakes(Data(repeating: 0x23, count: 1024 * 1024 + 1)) == ["config.yaml: is longer than 1 MiB"])
    }

    @Test func theExampleOfTheDocumentationIsRight() throws {
        let page = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/configuration.md")
        let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
        let example = try #require(parts.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
        #expect(Self.mistakes(Data(example.utf8)).isEmpty)
    }

    @Test func theKeysOfCommandsAreChecked() {
        let text = """
            commands:
              - {name: ssh, key: f5, run: [ssh, "{host}"]}
              - {name: scp, key: F5, run: [scp]}
              - {name: mtr, key: Spcae, run: [mtr]}
              - {name: dig, key: Esc, run: [dig]}
              - {name: nc, key: Ctrl-I, run: [nc]}
              - {name: ping, key: p, run: [ping]}
            """
        #expect(
            Self.mistakes(Data(text.utf8)) == [
                "config.yaml:3:22: F5 is also the key of ssh; give one of them another key",
                "config.yaml:4:22: \"Spcae\" is not a key; keys are written a, Z, ?, é, Space, Enter, F5, Ctrl-R, PgDn",
                "config.yaml:5:22: Esc is the key of close in every menu and cannot run a command",
                "config.yaml:6:21: a terminal cannot tell Ctrl-I from Tab; write Tab",
            ])
    }

    @Test func viewsOfTheUsersOwnAreChecked() {
        let text = """
            views:
              - {name: a, view: problem}
              - {name: b, filter: "is:dwn", sort: certificate, group: sites}
              - {name: c, view: events, sort: name}
              - {name: d, view: certificates, sort: issuer, group: none, filter: "a | b"}
              - {name: Remote desktop servers}
            """
        #expect(
            Self.mistakes(Data(text.utf8)) == [
                #"config.yaml:2:21: "problem" is not a view; did you mean "problems"?"#,
                "config.yaml:3:23: did you mean is:down? is: takes "
                    + Filter.StateWord.allCases.map(\.rawValue).joined(separator: " "),
                #"config.yaml:3:39: "certificate" is not an order of the view all; "#
                    + "there are severity, name, site, rtt, cert, since",
                #"config.yaml:3:59: "sites" is not a way to group of the view all; did you mean "site"?"#,
                #"config.yaml:4:35: the view events has nothing to choose here"#,
                #"config.yaml:5:12: there are keys for 3 views of your own, and this is one more"#,
                "config.yaml:5:56: the view certificates has nothing to choose here",
                "config.yaml:6:12: there are keys for 3 views of your own, and this is one more",
                "config.yaml:6:12: the name of a view has at most 20 characters, all printable",
            ])
    }

    @Test func timeZonesAreChecked() {
        let text = """
            maintenance:
              - {weekly: daily 01:00-02:00, zone: Europe/Berlni}
              - {weekly: daily 01:00-02:00, zone: UTC}
            """
        #expect(
            Self.mistakes(Data(text.utf8)) == [
                #"config.yaml:2:39: "Europe/Berlni" is not a time zone; did you mean "Europe/Berlin"?"#
            ])
    }

    @Test(arguments: [
        ("Europe/Berlin", "2026-07-01T00:00:00Z", 2), ("Europe/Berlin", "2026-12-01T00:00:00Z", 1),
        ("Europe/Berlin", "2026-10-25T00:59:59Z", 2), ("Europe/Berlin", "2026-10-25T01:00:00Z", 1),
        ("America/New_York", "2026-12-01T00:00:00Z", -5), ("UTC", "2026-07-01T00:00:00Z", 0),
    ])
    func aZoneIsAheadAsItsSummerTimeHasIt(zone: String, at text: String, hours: Int64) throws {
        let date = try Date.ISO8601FormatStyle().parse(text)
        let now = Instant(seconds: Int64(date.timeIntervalSince1970))
        #expect(NoticeOutlets.offset(of: zone, at: now) == .hours(hours))
    }
}
