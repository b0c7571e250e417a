import Foundation
import LabSupport
import Testing

/// `check --watch`: the stream of changes, and the file that is written anew.
@Suite("check --watch")
struct WatchTests {
    /// A line of the stream; docs/report-schema.md describes it.
    struct Line: Decodable, Sendable {
        let type: String
        let at: String
        let state: String?
        let event: String?
        let server: String?
        let rule: String?
        let previous_state: String?
        let reason: String?
    }

    private static func lines(of process: LabProcess) throws -> [Line] {
        let output = process.standardOutput
        // What follows the last line feed is not a line yet.
        let whole = output[..<(output.lastIndex(of: "\n") ?? output.startIndex)]
        return try whole.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private static func wait(
        _ process: LabProcess, within limit: Duration = .patience, for condition: ([Line]) -> Bool
    ) async throws -> [Line] {
        let told: [Line]? = try await poll(within: limit, every: .milliseconds(50)) {
            let lines = try Self.lines(of: process)
            return condition(lines) ? lines : nil
        }
        return try #require(told, "\(process.lastLines)")
    }

    @Test("tells each server as it is found, then that it fails and that it is back, and ends in order")
    func changes() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let server = try await XrdpServer.start(.tls, on: endpoint)
        let folder = try ScratchFolder()
        let file = try folder.write(
            "hosts:\n  - {name: ts07.lab.test, address: \(endpoint.address)}\nresolvers: [\"127.0.0.1:1\"]\n",
            to: "fleet.yaml")
        let watch = try await RdptopBinary().start(
            ["check", file, "--watch", "--format", "jsonl", "--interval", "5s", "--depth", "cycle"],
            environment: ["HOME": folder.path])
        let found = try await Self.wait(watch) { $0.contains { $0.type == "found" } }
        #expect(found.first?.type == "begin")
        #expect(found.last?.server == "ts07.lab.test:3389")
        #expect(found.last?.state == "ok" || found.last?.state == "warning")

        await server.stop()
        let failed = try await Self.wait(watch) { $0.contains { $0.event == "down" } }
        #expect(failed.last { $0.event == "down" }?.rule == "tcp-refused")

        let again = try await XrdpServer.start(.tls, on: endpoint)
        let back = try await Self.wait(watch) { lines in
            lines.last { $0.type == "event" }?.previous_state == "down"
        }
        #expect(back.last { $0.type == "event" }?.server == "ts07.lab.test:3389")
        await again.stop()

        watch.signal(SIGINT)
        #expect(try await watch.waitForEnd() == .exited(130))
        #expect(try Self.lines(of: watch).last?.reason == "interrupt")
        #expect(watch.standardError.isEmpty)
        // Every line is whole, and no key is there twice.
        #expect(watch.standardOutput.hasSuffix("}\n"))
    }

    @Test("ends quietly when its reader goes, with the worst that it knows")
    func readerGone() async throws {
        let folder = try ScratchFolder()
        let result = try await run(
            executable: LabProgram.shell.path(),
            arguments: [
                "-c",
                #"{ "$0" check "$1" --watch --format jsonl --interval 5s --depth cycle; echo $? >"$2"; } | head -n 1"#,
                try RdptopBinary().path, try LoopbackEndpoint.free().address, folder["status"],
            ], environment: ["HOME": folder.path])
        #expect(result.standardOutput.hasPrefix(#"{"at":""#))
        #expect(result.standardError.isEmpty)
        #expect(text(ofFile: folder["status"]) == "2\n")
    }

    @Test("rewrites its file once per interval, in one step, whether it was there or not")
    func file() async throws {
        let folder = try ScratchFolder()
        try folder.write("of the last run\n", to: "board.json")
        let watch = try await RdptopBinary().start(
            ["check", try LoopbackEndpoint.free().address, "--watch", "--format", "json", "--output", "board.json"]
                + ["--interval", "5s", "--depth", "cycle"],
            environment: ["HOME": folder.path], workingDirectory: folder.path)
        func written(after old: String?) async throws -> String {
            let new: String? = try await poll(every: .milliseconds(20)) {
                // A reader never sees half a file.
                let content = text(ofFile: folder["board.json"])
                guard content.hasPrefix("{") else { return nil }
                _ = try CheckReport.read(content)
                return content == old ? nil : content
            }
            return try #require(new, "\(watch.lastLines)")
        }
        let first = try await written(after: nil)
        let second = try await written(after: first)
        #expect(try CheckReport.read(second).servers.count == 1)
        watch.signal(SIGTERM)
        #expect(try await watch.waitForEnd() == .exited(143))
        #expect(watch.standardOutput.isEmpty && watch.standardError.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["board.json"])
    }

    @Test("says at once when its file cannot be written")
    func noFolder() async throws {
        let result = try await RdptopBinary().run(
            ["check", "127.240.0.1", "--watch", "--format", "json", "--output", "no/such/folder"])
        #expect(result.status == 73)
        #expect(result.standardError.contains("there is no such folder"))
    }
}
