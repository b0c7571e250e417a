import Foundation

/// A report on disk: written whole beside its place first, then linked into it, so that no half file and no overwritten
/// one can ever be.
enum ReportFile {
    /// Why a report could not be written, in words for the user.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Writes `text` to a new file.
    ///
    /// - Parameters:
    ///   - text: The whole report.
    ///   - path: Where to; `~/` is the home folder.
    /// - Returns: The path that was written.
    /// - Throws: `Mistake` when there is such a file already, or the folder cannot be written.
    static func write(_ text: String, to path: String) throws(Mistake) -> String {
        let target = (path as NSString).expandingTildeInPath
        let folder = (target as NSString).deletingLastPathComponent
        let draft = (folder.isEmpty ? "." : folder) + "/.rdptop-\(UUID().uuidString)"
        guard !target.isEmpty, !target.hasSuffix("/") else { throw Mistake(description: "name a file to write") }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        defer { unlink(draft) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
            try file.close()
        } catch {
            throw Mistake(description: "\(path): could not be written (\(error.localizedDescription))")
        }
        // link() refuses to replace, which rename() would not.
        guard link(draft, target) == 0 else { throw failure(path) }
        return target
    }

    private static func failure(_ path: String) -> Mistake {
        switch errno {
        case EEXIST: Mistake(description: "\(path) exists already; choose another name")
        case ENOENT: Mistake(description: "\(path): there is no such folder")
        case EACCES, EPERM, EROFS: Mistake(description: "\(path): you may not write there")
        case ENOSPC, EDQUOT: Mistake(description: "\(path): the disk is full")
        default: Mistake(description: "\(path): \(String(cString: strerror(errno)))")
        }
    }
}
