import Foundation
import LabSupport
import Testing

@Suite("The output of check")
struct OutputTests {
    /// An xrdp whose certificate is meant to hurt whoever prints it.
    private static let hostile = Once {
        // An authority of its own, whose files openssl then writes over.
        let authority = LabAuthority()
        let certificate = try await authority.certificate(.valid(for: "hostile.lab.test"))
        let subject = "/O=<b>|`x`/CN=evil\u{1B}[31m\u{1B}]0;owned\u{07}\nforged line\r\u{202E}gnp\u{9B}2J\u{2066}"
        try await run(
            .openssl,
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-utf8", "-days", "90"]
                + ["-subj", subject, "-keyout", certificate.key, "-out", certificate.chain])
        return (server: try await XrdpServer.start(.tls, certificate: certificate), authority: authority)
    }

    @Test("never repeats what a certificate says to a terminal", arguments: ["text", "json", "markdown"])
    func hostileText(_ format: String) async throws {
        let result = try await checkHostile(format)
        expectHarmless(result)
        #expect(result.status == 1)
        #expect(result.standardOutput.contains("evil"))
        #expect(!result.standardOutput.lowercased().contains("\\u001b"))
    }

    /// Checks it with a complaint about its certificate, so that the certificate is shown.
    private func checkHostile(_ format: String) async throws -> CommandResult {
        let address = try await Self.hostile.value.server.endpoint.address
        let folder = try ScratchFolder()
        let file = try folder.write(
            // Nobody listens there, so that no question leaves this machine.
            "resolvers: [\"127.0.0.1:1\"]\nhosts:\n  - {name: hostile.lab.test, address: \(address), expect: {certificate: trusted}}\n",
            to: "fleet.yaml")
        return try await RdptopBinary().run(["check", file, "--format", format])
    }

    @Test("never repeats it in a trace either")
    func hostileTrace() async throws {
        let server = try await Self.hostile.value.server
        let result = try await RdptopBinary().run(["trace", server.endpoint.address])
        expectHarmless(result)
        #expect(result.standardOutput.contains("evil"))
    }

    private func expectHarmless(_ result: CommandResult, sourceLocation: SourceLocation = #_sourceLocation) {
        let output = result.standardOutput + result.standardError
        let scalars = Set(output.unicodeScalars.map(\.value))
        let steering = Set<UInt32>(0x00...0x09).union(0x0B...0x1F).union(0x7F...0x9F)
            .union([0x061C, 0x200E, 0x200F]).union(0x202A...0x202E).union(0x2066...0x2069)
        #expect(scalars.isDisjoint(with: steering), sourceLocation: sourceLocation)
        #expect(!output.split(separator: "\n").contains { $0.hasPrefix("forged") }, sourceLocation: sourceLocation)
    }

    @Test("cannot be broken by markup in a certificate")
    func markup() async throws {
        let result = try await checkHostile("markdown")
        #expect(result.standardOutput.contains("evil"))
        // Code is shown as it is, and is no markup (CommonMark 6.1).
        let outside = result.standardOutput.replacing(/(`+)(?:[^`].*?[^`]|[^`])\1(?!`)/, with: "")
        #expect(outside != result.standardOutput && !outside.contains("<b>"))
    }

    @Test(
        "has no escape byte when it is not a terminal, whatever the terminal's name",
        arguments: ["text", "json", "markdown"])
    func noEscape(_ format: String) async throws {
        let endpoint = try LoopbackEndpoint.free()
        let result = try await RdptopBinary().run(
            ["check", endpoint.address, "--format", format, "--no-recheck"],
            environment: ["TERM": "xterm-256color", "COLORTERM": "truecolor", "CLICOLOR_FORCE": "1"])
        #expect(!result.standardOutput.utf8.contains(0x1B))
        #expect(result.standardOutput.hasSuffix("\n"))
    }

    @Test("is DOWN? and counted as unknown when a failure was not checked again")
    func unconfirmed() async throws {
        let endpoint = try LoopbackEndpoint.free()
        let result = try await RdptopBinary().run(["check", endpoint.address, "--format", "json", "--no-recheck"])
        let report = try CheckReport.read(result.standardOutput)
        #expect(report.servers.map(\.state) == ["unconfirmed"])
        #expect(report.counts.unknown == 1)
        #expect(result.status == 3)
    }

    @Test("tells no age, since one look cannot know it", arguments: ["text", "json", "markdown"])
    func noAge(_ format: String) async throws {
        let endpoint = try LoopbackEndpoint.free()
        let output = try await RdptopBinary().run(["check", endpoint.address, "--format", format]).standardOutput
        #expect(output.contains("DOWN") || output.contains("\"since\": null"))
        #expect(!output.contains("SINCE") && !output.contains("Since") && !output.contains(/\bfor \d+s\b/))
    }

    @Test("that is closed is told as such, and ends with 73")
    func closedOutput() async throws {
        let result = try await run(
            executable: LabProgram.shell.path(),
            arguments: [
                "-c", #""$0" check "$1" --no-recheck >&-"#, try RdptopBinary().path,
                try LoopbackEndpoint.free().address,
            ])
        #expect(result.status == 73)
        #expect(result.standardError.contains("could not be written to standard output: Bad file descriptor"))
    }

    @Test("comes in the formats that the help lists")
    func formats() async throws {
        let help = try await RdptopBinary().run(["check", "--help"]).standardOutput
        let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("How to print: \(CheckReport.formats.joined(separator: ", "))."))
    }

    /// The status of a report that could not be written; a plugin knows no status above 3.
    private static func status(of format: String) -> Int32 { format == "nagios" ? 3 : 73 }

    @Test(
        "that its reader cuts off is told as such, and ends with the status for it",
        arguments: CheckReport.formats)
    func closedPipe(_ format: String) async throws {
        let binary = try RdptopBinary()
        let folder = try ScratchFolder()
        let endpoint = try LoopbackEndpoint.free()
        // The reader is gone at once; the report comes a second later, after the second look.
        let result = try await run(
            executable: LabProgram.shell.path(),
            arguments: [
                "-c", #"{ "$0" check "$1" --format "$3"; echo $? >"$2"; } | true"#, binary.path, endpoint.address,
                folder["status"], format,
            ],
            environment: ["HOME": folder.path])
        #expect(result.status == 0)
        #expect(result.standardError.contains("its reader went away before the end"))
        #expect(text(ofFile: folder["status"]) == "\(Self.status(of: format))\n")
    }

    @Test(
        "that a full disk cannot take is told as such, and ends with the status for it",
        arguments: CheckReport.formats)
    func fullDisk(_ format: String) async throws {
        let result = try await run(
            executable: LabProgram.shell.path(),
            arguments: [
                "-c", #""$0" check "$1" --no-recheck --format "$2" >/dev/full"#, try RdptopBinary().path,
                try LoopbackEndpoint.free().address, format,
            ])
        #expect(result.status == Self.status(of: format))
        #expect(result.standardError.contains("No space left on device"))
    }

    @Test("gives its first line to head and ends")
    func head() async throws {
        let binary = try RdptopBinary()
        let result = try await run(
            executable: LabProgram.shell.path(),
            arguments: [
                "-c", #""$0" check "$1" --no-recheck | head -n 1"#, binary.path, try LoopbackEndpoint.free().address,
            ])
        #expect(result.status == 0)
        #expect(result.standardOutput.hasPrefix("rdptop "))
        #expect(result.standardOutput.count { $0 == "\n" } == 1)
        #expect(result.standardError.isEmpty)
    }
}
