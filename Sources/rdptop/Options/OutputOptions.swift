import ArgumentParser
import FleetModel
import Reports

/// How a report is written, and where to.
struct OutputOptions: ParsableArguments {
    @Option(
        help: "How to print: \(ReportTable.formats.map(\.name).joined(separator: ", ")).",
        completion: .list(ReportTable.formats.map(\.name)))
    var format = "text"

    @Option(
        help: ArgumentHelp(
            "Write to this file instead of standard output: beside it first, and then in its place in one step.",
            valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "With --output: also in the place of a file that is there already.")
    var force = false

    @Flag(help: "Show no progress. It is only shown where standard error is a terminal.")
    var quiet = false

    /// Ends with status 64 when there is no such format.
    ///
    /// - Parameter others: Names that are none of a report and are understood all the same.
    /// - Throws: `ValidationError`.
    func validate(andAlso others: [String] = []) throws {
        guard ReportTable.format(named: format) != nil || others.contains(format) else {
            let names = ReportTable.formats.map(\.name).joined(separator: ", ")
            throw ValidationError("--format is one of \(names)")
        }
    }

    func validate() throws {
        guard output != nil || !force else { throw ValidationError("--force goes with --output") }
    }

    /// Fails with status 73 when it is known beforehand that the file cannot be written.
    ///
    /// - Parameters:
    ///   - replaces: Whether a file that is there is replaced in any case.
    ///   - files: Those that are never replaced, as they are what the report is made from.
    /// - Throws: `CommandFailure`.
    func check(replacing replaces: Bool = false, sparing files: [String] = []) throws {
        guard let output else { return }
        do throws(ReportFile.Mistake) {
            try ReportFile.check(output, isNoneOf: files)
            if force || replaces { try ReportFile.checkReplacing(output) } else { try ReportFile.check(output) }
        } catch {
            throw CommandFailure("--output: \(error)", ExitStatus.cannotWrite)
        }
    }

    /// Writes a report in a format, or fails with status 73.
    func write(_ report: SnapshotReport, in format: any ReportFormat) throws {
        guard let output else { return try print(report, in: format) }
        do throws(ReportFile.Mistake) {
            if force {
                try ReportFile.replace(output) { format.write(report, to: &$0) }
            } else {
                _ = try ReportFile.write(to: output) { format.write(report, to: &$0) }
            }
        } catch {
            throw CommandFailure("--output: \(error)", ExitStatus.cannotWrite)
        }
    }

    private func print(_ report: SnapshotReport, in format: any ReportFormat) throws {
        var output = StandardOutput()
        format.write(report, to: &output)
        output.flush()
        if output.isClosed {
            let why = output.failure.map(String.init(describing:)) ?? "its reader went away before the end"
            throw CommandFailure("the report could not be written to standard output: \(why)", ExitStatus.cannotWrite)
        }
    }
}
