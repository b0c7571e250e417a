import Glibc
import LabSupport
import Testing

@Suite("A process of the laboratory")
struct LabProcessTests {
    private let shell = "/bin/sh"

    /// What tells the processes of one test from all others.
    private static func newMark() -> String { "lab-\(UInt64.random(in: .min ... .max))" }

    @Test("leaves its status, its output and its errors")
    func result() async throws {
        let result = try await run(
            executable: shell,
            arguments: ["-c", #"cat; echo "$COLOUR in $PWD"; echo bad >&2; exit 3"#],
            environment: ["COLOUR": "red"],
            workingDirectory: "/usr",
            input: "given\n"
        )
        #expect(result.status == 3)
        #expect(result.standardOutput == "given\nred in /usr\n")
        #expect(result.standardError == "bad\n")
    }

    @Test("that a signal ended has no status")
    func signalled() async throws {
        let result = try await run(executable: shell, arguments: ["-c", "kill -TERM $$"])
        #expect(result.end == .signalled(SIGTERM))
        #expect(result.status == nil)
    }

    @Test("is ended when its time is up, with everything it started")
    func deadline() async throws {
        let mark = Self.newMark()
        await #expect(throws: LabError.self) {
            try await run(
                executable: shell, arguments: ["-c", "sleep 600 & sleep 600"], environment: ["LAB_MARK": mark],
                within: .milliseconds(100))
        }
        let left = try await poll { try processes(withEnvironment: mark).isEmpty ? true : nil }
        #expect(left == true)
    }

    @Test("is killed when it ignores the request to end")
    func stubborn() async throws {
        let process = try await LabProcess.start(
            .shell,
            arguments: ["-c", "trap '' TERM; echo ready; while :; do sleep 1; done"]
        )
        #expect(try await process.waitForLine(containing: "ready") == "ready")
        #expect(await process.stop(grace: .milliseconds(50)) == .signalled(SIGKILL))
        #expect(isGone(process))
        #expect(await process.stop() == .signalled(SIGKILL))
    }

    @Test("takes its children with it")
    func group() async throws {
        let mark = Self.newMark()
        // The child speaks for itself: while a program takes the place of another, it has no environment to be found by.
        let process = try await LabProcess.start(
            .shell, arguments: ["-c", "sh -c 'echo child $$; while :; do sleep 60; done' & wait"],
            environment: ["LAB_MARK": mark])
        let line = try await process.waitForLine(containing: "child")
        let child = try #require(line.split(separator: " ").last.flatMap { pid_t($0) })
        #expect(isRunning(child))
        #expect(try processes(withEnvironment: mark).contains(child))
        await process.stop()
        // The orphan is collected by the system's first process, in its own time.
        let gone = try await poll { isRunning(child) ? nil : true }
        #expect(gone == true)
    }

    @Test("that ends too early is an error that shows what it wrote")
    func endsEarly() async throws {
        let process = try await LabProcess.start(.shell, arguments: ["-c", "echo no such interface >&2; exit 7"])
        let error = await #expect(throws: LabError.self) {
            try await process.waitUntilListening(on: .free())
        }
        let text = try #require(error).description
        #expect(text.contains("exited with status 7"))
        #expect(text.contains("no such interface"))
    }

    @Test("that is not installed is an error that names the package")
    func missingProgram() async throws {
        let absent = LabProgram("rdp-lab-absent", debianPackage: "absent-package")
        let error = await #expect(throws: LabError.programMissing(absent)) { try await LabProcess.start(absent) }
        #expect(try #require(error).description.contains("apt-get install --no-install-recommends absent-package"))
    }

    @Test("has a package in packages.txt", arguments: LabProgram.all)
    func packages(program: LabProgram) {
        let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let packages = text(ofFile: "/\(folder)/LabSupport/packages.txt").split(separator: "\n")
        #expect(packages.contains { $0 == program.debianPackage })
    }
}
