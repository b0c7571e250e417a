internal import FoundationEssentials

/// The built `rdptop`, run as a user runs it.
package struct RdptopBinary: Sendable {
    /// The absolute path of the executable.
    package let path: String

    /// Finds the executable that was built together with the running tests.
    ///
    /// SwiftPM puts it beside the test bundle. `RDPTOP_BINARY` names another one, such as an installed one.
    package init() throws {
        let chosen = ProcessInfo.processInfo.environment["RDPTOP_BINARY"]
        try self.init(path: chosen ?? Self.builtPath())
    }

    /// Takes the executable at this path.
    ///
    /// - Throws: ``LabError/fileMissing(_:remedy:)`` when there is none.
    package init(path: String) throws {
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw LabError.fileMissing(path, remedy: "swift build --product rdptop")
        }
        self.path = path
    }

    /// Where SwiftPM builds an executable: beside the bundle of the running tests.
    package static func builtPath(of name: String = "rdptop") throws -> String {
        let arguments = ProcessInfo.processInfo.arguments
        // The bundle is the running program itself, or is named to a program that loads it.
        let named = arguments.firstIndex(of: "--test-bundle-path").map { arguments.index(after: $0) }
        let bundle =
            if let named, named < arguments.endIndex {
                arguments[named]
            } else {
                try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            }
        return URL(filePath: bundle).deletingLastPathComponent().path + "/\(name)"
    }

    /// Runs it to its end, with a home folder and a working folder that are empty, when there is a place for it.
    ///
    /// - Parameters:
    ///   - arguments: its arguments.
    ///   - environment: added to ``LabProcess/plainEnvironment``.
    ///   - workingDirectory: where it runs; an empty folder by default.
    ///   - input: what it reads from standard input; nothing by default.
    ///   - limit: after its start, when it is ended by force, which is an error.
    /// - Returns: its status, output and wall time.
    /// - Throws: ``LabError/deadlinePassed(waitingFor:limit:seen:)`` when it did not end in time.
    package func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        workingDirectory: String? = nil,
        input: String = "",
        within limit: Duration = .patience
    ) async throws -> CommandResult {
        let home = try ScratchFolder()
        let result = try await Turnstile.runs.pass {
            try await LabSupport.run(
                executable: path,
                arguments: arguments,
                environment: ["HOME": home.path].merging(environment) { _, new in new },
                workingDirectory: workingDirectory ?? home.path,
                input: input,
                within: limit
            )
        }
        withExtendedLifetime(home) {}
        return result
    }

    /// Starts it and leaves it running, for commands that go on until they are ended.
    package func start(
        _ arguments: [String],
        environment: [String: String] = [:],
        workingDirectory: String? = nil
    ) async throws -> LabProcess {
        try await LabProcess.start(
            executable: path,
            arguments: arguments,
            environment: environment,
            workingDirectory: workingDirectory ?? "/"
        )
    }

    /// Starts it in a terminal of its own.
    package func open(
        _ arguments: [String],
        size: TerminalSize = .classic,
        environment: [String: String] = [:],
        terminal: String = "tmux-256color",
        workingDirectory: String? = nil
    ) async throws -> TmuxSession {
        try await TmuxSession.start(
            command: [path] + arguments,
            size: size,
            environment: environment,
            terminal: terminal,
            workingDirectory: workingDirectory
        )
    }
}
