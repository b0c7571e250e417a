import FleetModel
import Foundation
import Reports
import Synchronization

/// The audit log: a line for each thing that was done to a server, at the end of a file that nobody else can read.
///
/// Lines are handed over and written by a task of their own, so that no probe waits for a disk.
final class AuditLog: Sendable {
    /// Why the log cannot be kept, in words for the user.
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    private let descriptor: FileDescriptor
    private let path: String
    private let lines: AsyncStream<AuditEntry>
    private let mailbox: AsyncStream<AuditEntry>.Continuation
    private let failure = Mutex<SystemError?>(nil)

    /// Opens the file, which is made when there is none; what is in it stays.
    ///
    /// - Throws: `Mistake` when it cannot be written.
    init(path: String) throws(Mistake) {
        let target = (path as NSString).expandingTildeInPath
        let number = open(target, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard number >= 0 else { throw Mistake(description: "--audit \(path): \(SystemError.last)") }
        descriptor = FileDescriptor(number: number)
        self.path = path
        (lines, mailbox) = AsyncStream.makeStream()
    }

    deinit { close(descriptor.number) }

    /// Takes an entry; never waits.
    func append(_ entry: AuditEntry) {
        mailbox.yield(entry)
    }

    /// Keeps a log while `body` runs, if there is one; returns when everything has been written, and says on standard
    /// error when that could not be.
    static func recording<Result: Sendable>(
        _ log: AuditLog?, _ body: () async throws -> Result
    ) async rethrows -> Result {
        guard let log else { return try await body() }
        async let writing: Void = log.write()
        do {
            let result = try await body()
            log.mailbox.finish()
            await writing
            log.complain()
            return result
        } catch {
            log.mailbox.finish()
            await writing
            log.complain()
            throw error
        }
    }

    private func complain() {
        guard let error = failure.withLock({ $0 }) else { return }
        StandardError.write("rdptop: --audit \(path): not all lines could be written: \(error)")
    }

    private func write() async {
        for await entry in lines {
            do throws(SystemError) {
                try descriptor.write(AuditLine.text(of: entry).utf8)
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
    }
}
