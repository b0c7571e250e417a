import ArgumentParser
import FleetModel
import Foundation
import ProbeEngine
import Reports
import Testing

@testable import rdptop

@Suite struct ProgressTextTests {
    @Test(arguments: [
        (SweepProgress(ended: 0, total: 128, isRecheck: false), Span.zero, "probing: 0 of 128"),
        (SweepProgress(ended: 0, total: 128, isRecheck: false), .seconds(9), "probing: 0 of 128"),
        // After a tenth of a second a speed is a guess.
        (SweepProgress(ended: 5, total: 128, isRecheck: false), .milliseconds(100), "probing: 5 of 128"),
        (
            SweepProgress(ended: 32, total: 128, isRecheck: false), .seconds(10),
            "probing: 32 of 128, 3.2/s, about 30s left"
        ),
        (
            SweepProgress(ended: 5000, total: 10_000, isRecheck: false), .seconds(10),
            "probing: 5000 of 10000, 500/s, about 10s left"
        ),
        (SweepProgress(ended: 3, total: 3, isRecheck: true), .seconds(2), "looking again, and further: 3 of 3, 1.5/s"),
    ])
    func saysHowMuchHowFastAndHowLong(progress: SweepProgress, elapsed: Span, line: String) {
        #expect(ProgressText.line(progress, elapsed: elapsed, width: 80) == line)
        #expect(ProgressText.line(progress, elapsed: elapsed, width: 9) == String(line.prefix(9)))
    }
}

@Suite struct PluginLineTests {
    @Test(arguments: [
        ("hosts.yaml: there is no such file", "hosts.yaml: there is no such file"),
        ("one\n  two\n\nthree", "one; two; three"), ("a | b=1", "a %7C b=1"), ("\u{1B}[31mred", "\u{FFFD}[31mred"),
    ])
    func isOneLineWithoutPerformanceData(message: String, text: String) {
        #expect(PluginLine(.unknown, message).text == text)
    }

    @Test func isNeverLongerThanASchedulerTakes() {
        #expect(PluginLine(.critical, String(repeating: "x", count: 5000)).text.count <= 200)
    }

    @Test(arguments: [
        (["check", "ts01", "--format", "nagios"], true), (["check", "--format=nagios", "--nonsense"], true),
        (["check", "ts01", "--format", "json"], false), (["trace", "--format", "nagios"], false),
        (["check", "nagios", "--format"], false), ([], false),
    ])
    func isAskedForByTheRawArguments(arguments: [String], isPlugin: Bool) {
        #expect(CommandEnd.isPlugin(arguments) == isPlugin)
    }
}

@Suite struct CheckOptionsTests {
    private func check(_ arguments: [String]) throws -> Check {
        try #require(try Rdptop.parseAsRoot(["check"] + arguments) as? Check)
    }

    @Test(arguments: [
        (["-H", "ts01"], ["ts01"]), (["-H", "ts01", "-p", "3390"], ["ts01:3390"]),
        (["-H", "2001:db8::7", "-p", "3390"], ["[2001:db8::7]:3390"]),
        (["-H", "[2001:db8::7]", "-p", "3390"], ["[2001:db8::7]:3390"]),
        (["-H", "ts[01:03]", "-p", "3390"], ["ts[01:03]:3390"]), (["-H", "a", "-H", "b:1"], ["a", "b:1"]),
    ])
    func aHostIsATarget(arguments: [String], targets: [String]) throws {
        #expect(try check(arguments).plugin.targets() == targets)
    }

    @Test func twoPortsForOneHostAreAMistake() throws {
        let check = try check(["-H", "ts01:3391", "-p", "3390"])
        #expect(throws: CommandFailure.self) { try check.plugin.targets() }
    }

    @Test(arguments: [
        ["-p", "3390", "ts01"], ["-H", "ts01", "-p", "0"], ["-t", "0"], ["-t", "3601"], ["-w", "30:"], ["-v"],
        ["--force"], ["--interval", "30s"], ["--watch"], ["--watch", "--format", "nagios"],
        ["--watch", "--format", "json"], ["--watch", "--format", "json", "--output", "x", "--interval", "4s"],
        ["--watch", "--format", "json", "--output", "x", "--interval", "2d"],
        ["--watch", "--format", "json", "--output", "x", "--interval", "30"],
        ["--watch", "--format", "json", "--output", "x", "-t", "10"],
        ["--watch", "--format", "json", "--output", "x", "--rdp", "x.rdp"],
    ])
    func whatDoesNotGoTogetherIsAMistake(arguments: [String]) {
        let error = #expect(throws: (any Error).self) { try check(arguments) }
        #expect(error.map(Rdptop.exitCode) == ExitStatus.usage)
    }

    @Test func onlyAPluginHasATimeLimitUnasked() throws {
        #expect(try check([]).plugin.limit(format: "text") == nil)
        #expect(try check([]).plugin.limit(format: "nagios") == .seconds(50))
        #expect(try check(["-t", "7"]).plugin.limit(format: "text") == .seconds(7))
    }

    @Test func whatHasPassedIsTakenFromTheTimeLimit() throws {
        let plugin = try check(["-t", "7"]).plugin
        let start = ContinuousClock.now
        #expect(plugin.limit(format: "nagios", since: start, now: start + .seconds(3)) == .seconds(4))
        #expect(plugin.limit(format: "nagios", since: start, now: start + .seconds(9)) == .zero)
        #expect(try check([]).plugin.limit(format: "text", since: start, now: start) == nil)
    }

    @Test func anIntervalIsThatOfEveryServerAndGateway() throws {
        let fleet = Fleet(name: "x", servers: [Server(name: "a")], gateways: [Gateway(name: "g", host: "g")])
        let paced = try check(["--watch", "--format", "json", "--output", "x", "--interval", "5m"]).watching
            .applied(to: fleet)
        #expect(paced.servers.map(\.policy.interval) == [.minutes(5)])
        #expect(paced.gateways.map(\.policy.interval) == [.minutes(5)])
    }
}
