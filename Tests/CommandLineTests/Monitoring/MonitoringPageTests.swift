import Foundation
import LabSupport
import Testing

/// docs/monitoring.md is where people copy from: each of its commands is run as it stands there.
@Suite("docs/monitoring.md")
struct MonitoringPageTests {
    private static func page() throws -> String {
        try String(contentsOf: SourceTree.root.appending(path: "docs/monitoring.md"), encoding: .utf8)
    }

    /// The blocks of code.
    private static func blocks() throws -> [String] {
        try page().components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// The commands, from the program's name to the end of the line.
    private static func commands() throws -> [String] {
        let lines = try blocks().flatMap { $0.split(separator: "\n") }
        return lines.compactMap { $0.firstMatch(of: /(?:\/usr\/bin\/)?(rdptop check .*)/).map { String($0.output.1) } }
            + [try icinga()]
    }

    /// The command that Icinga would make of its object.
    private static func icinga() throws -> String {
        let object = try #require(try blocks().first { $0.contains("CheckCommand") })
        let words = try #require(object.firstMatch(of: /command = \[(.*)\]/)).output.1
        var command = words.matches(of: /"([^"]*)"/).map { String($0.output.1) }
        for argument in object.matches(of: /"(-\w)" = "\$(\w+)\$"/) {
            let name = argument.output.2
            let value = try #require(object.firstMatch(of: try Regex("vars\\.\(name) = \"([^\"]*)\"")))
            command += [String(argument.output.1), String(try #require(value.output[1].substring))]
        }
        #expect(command.count == 12)
        return command.dropFirst().reduce("rdptop") { "\($0) \($1)" }
    }

    /// Puts what is here in the place of what only its reader has.
    private static func filled(_ command: String, address: String) -> String {
        [
            ("/etc/rdptop/hosts.yaml", "hosts.yaml"), ("/var/lib/prometheus/node-exporter/", ""),
            ("ts07.corp.example", address), ("$HOSTADDRESS$", address), ("$address$", address), ("$ARG1$", "3389"),
            ("$ARG2$", "30:"), ("$ARG3$", "7:"),
        ].reduce(command) { $0.replacing($1.0, with: $1.1) }
    }

    /// A folder with a fleet file of one server that refuses connections, and the program under its name.
    private static func folder(_ address: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try folder.write(
            "groups:\n  - name: fra\n    site: Frankfurt\n    hosts: [\"\(address)\"]\n", to: "hosts.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: folder["rdptop"], withDestinationPath: try RdptopBinary().path)
        return folder
    }

    @Test("has commands that do what it says, for a server that is down")
    func commands() async throws {
        let commands = try Self.commands()
        #expect(commands.count == 8)
        for command in commands {
            let address = try LoopbackEndpoint.free().address
            let folder = try Self.folder(address)
            let line = Self.filled(command, address: address)
            if line.contains("--watch") {
                try await watch(line, in: folder)
                continue
            }
            let result = try await run(
                executable: LabProgram.shell.path(), arguments: ["-c", line],
                environment: ["HOME": folder.path, "PATH": "\(folder.path):/usr/bin:/bin"],
                workingDirectory: folder.path)
            #expect(result.standardError.isEmpty, "\(line)\n\(result)")
            // A command that prints its report by another one ends with the status of that.
            #expect(result.status == (line.contains("||") ? 0 : 2), "\(line)\n\(result)")
            if line.contains("--output") {
                let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                #expect(written.count == 3, "\(line)\n\(written)")
            }
            if line.contains("||") { #expect(result.standardOutput.hasPrefix("# Handover: ")) }
            if line.contains("nagios") {
                #expect(try await PluginOutput.read(result.standardOutput).state == "CRITICAL", "\(line)")
            }
        }
    }

    /// Lets it go on until its file has something in it, and ends it as systemd does.
    private func watch(_ line: String, in folder: ScratchFolder) async throws {
        let process = try await LabProcess.start(
            .shell, arguments: ["-c", "exec " + line],
            environment: ["HOME": folder.path, "PATH": "\(folder.path):/usr/bin:/bin"], workingDirectory: folder.path)
        let file = line.contains("jsonl") ? "rdptop.jsonl" : "rdptop.prom"
        let isThere: Bool? = try await poll(every: .milliseconds(50)) {
            text(ofFile: folder[file]).isEmpty ? nil : true
        }
        #expect(isThere == true, "\(line)\n\(process.lastLines)")
        process.signal(SIGTERM)
        #expect(try await process.waitForEnd() == .exited(143), "\(line)")
        #expect(process.standardError.isEmpty, "\(line)")
    }

    @Test("names the exit statuses of a plugin, and the time limit")
    func facts() throws {
        let page = try Self.page()
        for word in ["| 0 | OK |", "| 1 | WARNING |", "| 2 | CRITICAL |", "| 3 | UNKNOWN |", "`-t` is 50 seconds"] {
            #expect(page.contains(word))
        }
    }
}
