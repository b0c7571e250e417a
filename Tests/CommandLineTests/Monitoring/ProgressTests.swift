import Foundation
import LabSupport
import Testing

/// The line on standard error that says how far a check has come.
@Suite("The progress of a check")
struct ProgressTests {
    /// Runs a check with standard error at a terminal of its own and standard output in a pipe, and returns both.
    private static func check(_ options: [String]) async throws -> (terminal: String, output: String) {
        let silent = try await SilentServer.start()
        let folder = try ScratchFolder()
        let script = """
            import json, os, pty, subprocess, sys, tty
            master, slave = pty.openpty()
            tty.setraw(slave)
            p = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=slave)
            os.close(slave)
            seen = b""
            while True:
                try: part = os.read(master, 65536)
                except OSError: break
                if not part: break
                seen += part
            print(json.dumps([seen.decode(), p.stdout.read().decode(), p.wait()]))
            """
        let result = try await run(
            executable: LabProgram.python.path(),
            arguments: [
                "-c", script, try RdptopBinary().path, "check", silent.endpoint.address, "--depth", "cycle",
                "--no-recheck", "-t", "3",
            ] + options, environment: ["HOME": folder.path])
        await silent.process.stop()
        let parts = try #require(
            try JSONSerialization.jsonObject(with: Data(result.standardOutput.utf8)) as? [Any], "\(result)")
        #expect(parts.last as? Int == 3)
        return (try #require(parts[0] as? String), try #require(parts[1] as? String))
    }

    @Test("is one line on a terminal that is written over, and taken away at the end")
    func line() async throws {
        let (terminal, output) = try await Self.check([])
        #expect(terminal.contains("\rprobing: 0 of 1"))
        #expect(!terminal.contains("\n") && !terminal.contains("\u{1B}"))
        // What is left is a line of blanks, with the cursor at its beginning.
        #expect(terminal.hasSuffix("\r"))
        #expect(terminal.split(separator: "\r").last?.allSatisfy { $0 == " " } == true)
        #expect(!output.contains("\r") && !output.contains("probing:"))
        #expect(output.hasPrefix("rdptop "))
    }

    @Test("is not there when nobody wants it")
    func quiet() async throws {
        #expect(try await Self.check(["--quiet"]).terminal.isEmpty)
    }

    @Test("is not there where standard error is no terminal")
    func noTerminal() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let result = try await RdptopBinary().run(["check", endpoint.address, "--no-recheck"])
        #expect(result.standardError.isEmpty)
    }
}
