import Foundation
import LabSupport
import Testing

/// What a check does that does not come to its end.
@Suite("A check that is cut short")
struct CutShortTests {
    private static let silent = Once { try await SilentServer.start() }

    /// Starts a check of a server that answers nothing, and one that refuses; returns when it has begun to connect.
    private static func start(_ options: [String]) async throws -> LabProcess {
        let silent = try await silent.value.endpoint.address
        let folder = try ScratchFolder()
        let process = try await RdptopBinary().start(
            ["check", silent, try LoopbackEndpoint.free().address, "--depth", "cycle", "--audit", folder["audit"]]
                + options,
            environment: ["HOME": folder.path])
        // The line of the server that refuses is written when its probe has ended.
        let line: Bool? = try await poll(within: .seconds(10)) { text(ofFile: folder["audit"]).isEmpty ? nil : true }
        withExtendedLifetime(folder) {}
        try #require(line == true)
        return process
    }

    @Test(
        "by a signal reports what is there, says so, and ends as shells tell it",
        arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
    func signal(_ number: Int32, _ status: Int32) async throws {
        let process = try await Self.start([])
        process.signal(number)
        #expect(try await process.waitForEnd(within: .seconds(5)) == .exited(status))
        let words = number == SIGINT ? "Ctrl-C" : "signal \(number)"
        // The other has failed once; that is in the audit log a moment before the check counts it.
        #expect(process.standardOutput.contains("of 2 servers: the check was cut short by \(words)"))
        #expect(process.standardOutput.contains("not probed yet"))
        #expect(process.standardError.isEmpty)
    }

    @Test("by its time limit reports what is there, too")
    func timeLimit() async throws {
        let process = try await Self.start(["-t", "2", "--format", "json"])
        #expect(try await process.waitForEnd(within: .seconds(6)) == .exited(3))
        let report = try CheckReport.read(process.standardOutput)
        #expect(Set(report.servers.map(\.state)) == ["unknown", "unconfirmed"])
        #expect(process.standardOutput.contains("cut short by the time limit"))
    }

    @Test("twice ends at once, without a report")
    func twice() async throws {
        // The first is held up by a reader that does not read: a pipe that is full.
        let silent = try await Self.silent.value.endpoint.address
        let folder = try ScratchFolder()
        let result = try await run(
            executable: LabProgram.python.path(),
            arguments: [
                "-c",
                """
                import os, signal, subprocess, sys, time
                r, w = os.pipe()
                os.set_blocking(w, False)
                try:
                    while True: os.write(w, b"x" * 65536)
                except BlockingIOError: pass
                os.set_blocking(w, True)
                p = subprocess.Popen(sys.argv[1:], stdout=w)
                end = time.monotonic() + 20
                # A process that catches a signal says so in SigCgt of proc(5).
                def caught():
                    status = open(f"/proc/{p.pid}/status").read()
                    mask = int([l for l in status.splitlines() if l.startswith("SigCgt:")][0].split()[1], 16)
                    return mask >> (signal.SIGINT - 1) & 1
                while not caught() and time.monotonic() < end: time.sleep(0.01)
                p.send_signal(signal.SIGINT)
                while caught() and time.monotonic() < end: time.sleep(0.01)
                p.send_signal(signal.SIGINT)
                print(p.wait(timeout=10))
                """,
                try RdptopBinary().path, "check", silent,
            ], environment: ["HOME": folder.path])
        #expect(result.standardOutput == "-2\n", "\(result)")
    }

    @Test(
        "as a plugin is CRITICAL at its time limit, or UNKNOWN when that was chosen",
        arguments: [([], 2, "CRITICAL"), (["--timeout-state", "unknown"], 3, "UNKNOWN")] as [([String], Int32, String)])
    func plugin(_ options: [String], _ status: Int32, _ word: String) async throws {
        let process = try await Self.start(["-t", "1", "--format", "nagios"] + options)
        #expect(try await process.waitForEnd(within: .seconds(5)) == .exited(status))
        let cut = "cut short by the time limit: 1 of 2 servers looked at to the end; "
        #expect(process.standardOutput.hasPrefix("RDP \(word) - \(cut)"))
        // What was seen until then is told all the same.
        let output = try await PluginOutput.read(process.standardOutput)
        #expect(
            output.long.contains { $0.hasPrefix("DOWN? ") && $0.hasSuffix("failed once and was not checked again") })
        #expect(output.values.first { $0.label == "unknown" }?.value == "2")
    }

    @Test("as a plugin ends soon after its time limit, whatever holds it up")
    func heldUp() async throws {
        let folder = try ScratchFolder()
        // Nobody ever writes to this pipe, so opening it takes for ever, as on a file server that is gone.
        #expect(mkfifo(folder["hosts.yaml"], 0o600) == 0)
        let result = try await RdptopBinary().run(
            ["check", folder["hosts.yaml"], "--format", "nagios", "-t", "1"], within: .seconds(10))
        #expect(result.status == 2)
        #expect(result.standardOutput == "RDP CRITICAL - no result within 1 second\n")
    }

    @Test("as a plugin is UNKNOWN after a signal")
    func pluginSignal() async throws {
        let process = try await Self.start(["--format", "nagios"])
        process.signal(SIGTERM)
        #expect(try await process.waitForEnd(within: .seconds(5)) == .exited(3))
        #expect(process.standardOutput.hasPrefix("RDP UNKNOWN - cut short by signal 15"))
        #expect(process.standardOutput.contains("\nDOWN? "))
    }
}
