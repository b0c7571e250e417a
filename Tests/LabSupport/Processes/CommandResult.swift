/// What a program that ran to its end left behind.
package struct CommandResult: Sendable, CustomStringConvertible {
    /// How it ended.
    package let end: ProcessEnd
    /// All of standard output, with bytes that are not UTF-8 replaced.
    package let standardOutput: String
    /// All of standard error, likewise.
    package let standardError: String
    /// From before its start until its end was noticed, at most some milliseconds later.
    package let wallTime: Duration

    /// The exit status, or `nil` when a signal ended it.
    package var status: Int32? {
        switch end {
        case .exited(let status): status
        case .signalled: nil
        }
    }

    package var description: String {
        "\(end) after \(wallTime)\nstandard output:\n\(standardOutput)\nstandard error:\n\(standardError)"
    }
}

/// Runs an executable to its end.
///
/// - Parameters:
///   - executable: an absolute path.
///   - arguments: its arguments, without its name.
///   - environment: added to ``LabProcess/plainEnvironment``.
///   - workingDirectory: an existing folder; that of the test process by default.
///   - input: what it reads from standard input; nothing by default.
///   - limit: when it is ended by force.
/// - Returns: its status, output and wall time.
/// - Throws: ``LabError/deadlinePassed(waitingFor:limit:seen:)`` when it did not end in time. A status other than 0 is
///   a result, not an error.
package func run(
    executable: String,
    arguments: [String] = [],
    environment: [String: String] = [:],
    workingDirectory: String? = nil,
    input: String = "",
    within limit: Duration = .patience
) async throws -> CommandResult {
    let start = ContinuousClock.now
    let process = try await LabProcess.start(
        executable: executable,
        arguments: arguments,
        environment: environment,
        workingDirectory: workingDirectory,
        input: input
    )
    do {
        let end = try await process.waitForEnd(within: limit)
        let wallTime = ContinuousClock.now - start
        await process.stop(grace: .zero)
        return CommandResult(
            end: end,
            standardOutput: process.standardOutput,
            standardError: process.standardError,
            wallTime: wallTime
        )
    } catch {
        await process.stop(grace: .zero)
        throw error
    }
}

/// Runs a program of the laboratory that must succeed, and returns its standard output.
///
/// - Throws: ``LabError/ended(program:end:during:output:)`` when its status is not 0.
@discardableResult
package func run(
    _ program: LabProgram,
    _ arguments: [String],
    environment: [String: String] = [:],
    workingDirectory: String? = nil,
    input: String = "",
    within limit: Duration = .patience
) async throws -> String {
    let result = try await run(
        executable: program.path(),
        arguments: arguments,
        environment: environment,
        workingDirectory: workingDirectory,
        input: input,
        within: limit
    )
    guard result.end == .exited(0) else {
        throw LabError.ended(
            program: program.name,
            end: result.end,
            during: "running \(arguments.joined(separator: " "))",
            output: result.standardError + result.standardOutput
        )
    }
    return result.standardOutput
}
