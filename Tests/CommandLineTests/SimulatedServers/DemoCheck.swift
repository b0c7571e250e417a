import Foundation
import LabSupport

/// One `rdptop check` of the simulated fleet, with what the process needed at most.
struct DemoCheck: Sendable {
    /// What it wrote.
    let report: CheckReport
    let standardOutput: String
    let standardError: String
    let end: ProcessEnd
    /// The most resident memory that was seen, in KiB.
    let peakMemory: Int
    /// What it did to the servers.
    let audit: [AuditLogEntry]

    /// The check that all tests share: it takes 40 seconds, as servers that stay
    /// silent use up their time twice, and then that of four variants.
    static let shared = Once { try await run() }

    /// How many servers are simulated; enough that each scenario is there.
    static let serverCount = 128
    /// How many gateways stand in the table of gateway scenarios, each with one more server behind it.
    static let gatewayCount = 17

    private static func run() async throws -> DemoCheck {
        let binary = try RdptopBinary()
        let folder = try ScratchFolder()
        let demo = try await SimulatedFleetProcess.start(binary, serverCount: serverCount, in: folder)
        let check = try await LabProcess.start(
            .nsenter,
            arguments: ["--net=/proc/\(demo.process.pid)/ns/net", binary.path]
                + ["check", demo.fleetFile, "--format", "json", "--audit", folder["audit.jsonl"]],
            environment: ["HOME": folder.path])
        var peak = 0
        let end: ProcessEnd? = try await poll(every: .milliseconds(20)) {
            peak = max(peak, residentPeak(of: check.pid) ?? 0)
            return check.end
        }
        guard let end else {
            throw LabError.deadlinePassed(waitingFor: "end of the check", limit: .patience, seen: check.lastLines)
        }
        let output = check.standardOutput
        await demo.process.stop()
        return DemoCheck(
            report: try CheckReport.read(output), standardOutput: output, standardError: check.standardError,
            end: end, peakMemory: peak, audit: try AuditLogEntry.read(text(ofFile: folder["audit.jsonl"])))
    }

    /// `VmHWM` of proc(5), in KiB; nil when the process has ended.
    private static func residentPeak(of pid: pid_t) -> Int? {
        text(ofFile: "/proc/\(pid)/status")
            .split(separator: "\n")
            .first { $0.hasPrefix("VmHWM:") }
            .flatMap { Int($0.filter(\.isNumber)) }
    }
}

/// A running `rdptop demo --serve`, alone in a network of its own: all fleets of a machine share the address ::1.
struct SimulatedFleetProcess: Sendable {
    let process: LabProcess
    /// The path of the fleet file that it printed.
    let fleetFile: String

    /// Starts it, with its files in the folder, and returns when it serves.
    static func start(
        _ binary: RdptopBinary, serverCount: Int, in folder: ScratchFolder
    ) async throws -> SimulatedFleetProcess {
        let input = folder["input"]
        guard mkfifo(input, 0o600) == 0 else { throw LabError.systemCall("mkfifo", errorNumber: errno) }
        let process = try await LabProcess.start(
            .unshare,
            // Opened for reading and writing, a pipe never ends. Each program replaces the one before, so that the
            // process stays the same.
            arguments: [
                "--net", "sh", "-c", #"ip link set lo up && exec "$0" demo --serve "$1" --every-gateway <>"$2""#,
            ]
                + [binary.path, "\(serverCount)", input],
            environment: ["HOME": folder.path, "TMPDIR": folder.path])
        let path = try await process.waitForLine(containing: ".yaml")
        return SimulatedFleetProcess(process: process, fleetFile: path)
    }
}
