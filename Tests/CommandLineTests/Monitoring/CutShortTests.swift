import Foundation
import LabSupport
import Testing

/// What a check does that does not come to its end.
@Suite("A check that is cut short")
struct CutShortTests {
    private static let silent = Once { try await SilentServer.start() }

    /// A server that answers nothing, and one that refuses.
    private static func servers() async throws -> [String] {
        [try await silent.value.endpoint.address, try LoopbackEndpoint.free().address]
    }

    @Test(
        "by a signal reports what is there, says so, and ends as shells tell it",
        arguments: [
            ([], SIGINT, .signalled(SIGINT)), ([], SIGTERM, .signalled(SIGTERM)), ([], SIGHUP, .signalled(SIGHUP)),
            (["--format", "nagios"], SIGTERM, .exited(3)),
        ] as [([String], Int32, ProcessEnd)])
    func signal(_ options: [String], _ number: Int32, _ end: ProcessEnd) async throws {
        let folder = try ScratchFolder()
        let command = [try RdptopBinary().path, "check"] + (try await Self.servers()) + ["--depth", "cycle"] + options
        try await Turnstile.screens.pass {
            let session = try await TmuxSession.start(
                command: ["sh", "-c", "exec \"$@\" >'\(folder["report"])'", "sh"] + command)
            do {
                // The one that refuses has been counted.
                try await session.waitFor("probing: 1 of 2")
                session.signal(number)
                #expect(try await poll { try await session.end() } == end)
            } catch {
                await session.kill()
                throw error
            }
            await session.kill()
        }
        let report = text(ofFile: folder["report"])
        if options.isEmpty {
            let words = number == SIGINT ? "Ctrl-C" : "signal \(number)"
            #expect(report.contains("not tested  1 of 2 servers: the check was cut short by \(words)"))
            #expect(report.contains("DOWN? ") && report.contains("not probed yet"))
        } else {
            #expect(
                report.hasPrefix("RDP UNKNOWN - cut short by signal \(number): 1 of 2 servers looked at to the end"))
            #expect(report.contains("\nDOWN? "))
        }
    }

    @Test("by its time limit reports what is there, too")
    func timeLimit() async throws {
        let result = try await RdptopBinary().run(
            ["check"] + (try await Self.servers()) + ["--depth", "cycle", "-t", "2", "--format", "json"])
        #expect(result.status == 3)
        let report = try CheckReport.read(result.standardOutput)
        #expect(Set(report.servers.map(\.state)) == ["unknown", "unconfirmed"])
        #expect(result.standardOutput.contains("cut short by the time limit"))
        #expect(result.standardError.isEmpty)
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
        let result = try await RdptopBinary().run(
            ["check"] + (try await Self.servers()) + ["--depth", "cycle", "-t", "2", "--format", "nagios"] + options)
        #expect(result.status == status)
        let cut = "cut short by the time limit: 1 of 2 servers looked at to the end; "
        #expect(result.standardOutput.hasPrefix("RDP \(word) - \(cut)"))
        // What was seen until then is told all the same.
        let output = try await PluginOutput.read(result.standardOutput)
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
            ["check", folder["hosts.yaml"], "--format", "nagios", "-t", "1"])
        #expect(result.status == 2)
        #expect(result.standardOutput == "RDP CRITICAL - no result within 1 second\n")
    }
}
