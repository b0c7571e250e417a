import Foundation
import LabSupport
import Testing

@Suite("Notices on the board")
struct NoticeTests {
    /// Servers that refuse, and a configuration.
    private static func fleet(_ configuration: String) throws -> (ClosedServers, environment: [String: String]) {
        let fleet = try ClosedServers(count: 12)
        try FileManager.default.createDirectory(atPath: fleet.folder["rdptop"], withIntermediateDirectories: true)
        try fleet.folder.write(configuration, to: "rdptop/config.yaml")
        return (fleet, ["XDG_CONFIG_HOME": fleet.folder.path])
    }

    @Test("ring the bell and ask for a notification once for all servers, wrapped for tmux")
    func bell() async throws {
        let (fleet, environment) = try Self.fleet("notify: {bell: true, desktop: osc777, gather: 1s}")
        try await withDashboard([], environment: environment, in: fleet.folder) { session in
            try await session.waitFor("12 servers DOWN")
            let wrapped = "\u{1B}Ptmux;\u{1B}\u{1B}]777;notify;rdptop;12 servers DOWN"
            let bytes: [UInt8]? = try await poll {
                let bytes = session.bytesWritten()
                return bytes.firstRange(of: Array(wrapped.utf8)) == nil ? nil : bytes
            }
            let written = try #require(bytes)
            // The bell, and the end of the sequence.
            #expect(written.count { $0 == 0x07 } == 2)
            #expect(try await session.isAlive())
        }
    }

    @Test("are silent while the user has the keyboard at the board, and stand on its last line")
    func userIsHere() async throws {
        let (fleet, environment) = try Self.fleet("notify: {bell: true, desktop: osc9, gather: 1s}")
        try await withDashboard([], environment: environment, in: fleet.folder) { session in
            try await session.waitFor("ts-001")
            try await session.type("\u{1B}[I")
            try await session.waitFor("12 servers DOWN")
            try await session.send("Q")
            #expect(try await session.exitStatus() == 0)
            #expect(!session.bytesWritten().contains(0x07))
        }
    }

    @Test("are silent unless they are asked for")
    func silence() async throws {
        let (fleet, environment) = try Self.fleet(
            "notify: {gather: 1s, hooks: [{name: file, run: [cp, /dev/stdin, told]}]}")
        try await withDashboard([], environment: environment, in: fleet.folder) { session in
            let told: Bool? = try await poll {
                text(ofFile: fleet.folder["told"]).contains("12 servers DOWN") ? true : nil
            }
            #expect(told == true)
            #expect(!session.bytesWritten().contains(0x07))
        }
    }

    @Test("that a hook did not take are said on the last line and by :stats")
    func complaint() async throws {
        let (fleet, environment) = try Self.fleet(
            "notify: {gather: 1s, hooks: [{name: broken, run: [/no/such/program]}]}")
        try await withDashboard([], size: .roomy, environment: environment, in: fleet.folder) { session in
            try await session.waitFor("hook broken was not told \"12 servers DOWN")
            try await session.send(":")
            try await session.type("stats")
            try await session.send(.enter)
            try await session.waitFor("broken: told 0, failed 1: cannot be run: No such file or directory")
        }
    }

    @Test("without a screen are told to hooks as well, and a sentence says when one was not")
    func plain() async throws {
        let (fleet, environment) = try Self.fleet(
            "notify: {gather: 1s, bell: true, hooks: [{name: broken, run: [/no/such/program]}]}")
        try await withDashboard(["--plain"], environment: environment, in: fleet.folder) { session in
            try await session.waitFor("hook broken was not told")
            #expect(!session.bytesWritten().contains(0x07))
        }
    }
}
