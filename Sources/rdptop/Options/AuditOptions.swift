import ArgumentParser
import ProbeEngine

/// The record of what was done to servers.
struct AuditOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Add a line of JSON for each connection and exchange to this file.", valueName: "file"),
        completion: .file())
    var audit: String?

    /// Opens the log, or fails with status 73; nil when nobody asked for one.
    func open() throws -> AuditLog? {
        do throws(AuditLog.Mistake) {
            return try audit.map { path throws(AuditLog.Mistake) in try AuditLog(path: path) }
        } catch {
            throw CommandFailure(error, ExitStatus.cannotWrite)
        }
    }
}

extension ProbeDepth: ExpressibleByArgument {}
