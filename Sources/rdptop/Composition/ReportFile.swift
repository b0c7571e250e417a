import Foundation

/// A report on disk: written whole beside its place first, then linked into it, so that no half file and no overwritten
/// one can ever be.
///
/// Where there are no links, as on vfat and exFAT, it is written in its place, and removed again when that fails.
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
    ///   - link: Gives a file a second name; the system's `link`, but for tests.
    /// - Returns: The path that was written.
    /// - Throws: `Mistake` when there is such a file already, or the folder cannot be written.
    static func write(
        _ text: String, to path: String, link: (String, String) -> CInt = { Foundation.link($0, $1) }
    ) throws(Mistake) -> String {
        try write(Array(text.utf8), to: path, link: link)
    }

    /// Writes `bytes` to a new file in the same way.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - path: Where to; `~/` is the home folder.
    ///   - isPrivate: Whether nobody else may read it.
    ///   - link: Gives a file a second name; the system's `link`, but for tests.
    /// - Returns: The path that was written.
    /// - Throws: `Mistake` when there is such a file already, or the folder cannot be written.
    static func write(
        _ bytes: [UInt8], to path: String, isPrivate: Bool = false,
        link: (String, String) -> CInt = { Foundation.link($0, $1) }
    ) throws(Mistake) -> String {
        let (target, folder) = try place(path)
        let draft = "\(folder)/.rdptop-\(UUID().uuidString)"
        do throws(SystemError) {
            try FileDescriptor.create(draft, bytes, isPrivate: isPrivate)
            defer { unlink(draft) }
            // link() refuses to replace, which rename() would not.
            guard link(draft, target) != 0 else { return target }
            guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw .last }
            try FileDescriptor.create(target, bytes, isPrivate: isPrivate)
            return target
        } catch {
            throw mistake(path, error)
        }
    }

    /// Writes `bytes` in the place of whatever file is there, in one step: who reads it sees the old one or the new one.
    ///
    /// - Returns: The path that was written.
    /// - Throws: `Mistake` when there is something there that is no file, or the folder cannot be written.
    @discardableResult
    static func replace(_ bytes: [UInt8], at path: String) throws(Mistake) -> String {
        let (target, folder) = try place(path)
        let draft = "\(folder)/.rdptop-\(UUID().uuidString)"
        do throws(SystemError) {
            try refuseSpecial(target)
            try FileDescriptor.create(draft, bytes, isPrivate: false)
            guard rename(draft, target) == 0 else {
                let error = SystemError.last
                unlink(draft)
                throw error
            }
            return target
        } catch {
            throw mistake(path, error)
        }
    }

    /// Says beforehand what stands against writing in the place of whatever file is there.
    ///
    /// - Throws: As `replace`.
    static func checkReplacing(_ path: String) throws(Mistake) {
        let (target, folder) = try place(path)
        do throws(SystemError) {
            try refuseSpecial(target)
            guard access(folder, W_OK | X_OK) == 0 else { throw .last }
        } catch {
            throw mistake(path, error)
        }
    }

    /// A folder, a device or a pipe is nothing that a report may take the place of.
    private static func refuseSpecial(_ target: String) throws(SystemError) {
        var status = stat()
        guard stat(target, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(code: EISDIR) }
    }

    /// Says beforehand what stands against a new file, for what takes its time to be written.
    ///
    /// - Throws: `Mistake` when there is such a file already, or the folder cannot be written.
    static func check(_ path: String) throws(Mistake) {
        let (target, folder) = try place(path)
        do throws(SystemError) {
            var status = stat()
            guard lstat(target, &status) != 0 else { throw SystemError(code: EEXIST) }
            guard access(folder, W_OK | X_OK) == 0 else { throw .last }
        } catch {
            throw mistake(path, error)
        }
    }

    /// The path without `~`, and its folder.
    private static func place(_ path: String) throws(Mistake) -> (target: String, folder: String) {
        let target = (path as NSString).expandingTildeInPath
        guard !target.isEmpty, !target.hasSuffix("/") else { throw Mistake(description: "name a file to write") }
        let folder = (target as NSString).deletingLastPathComponent
        return (target, folder.isEmpty ? "." : folder)
    }

    private static func mistake(_ path: String, _ error: SystemError) -> Mistake {
        switch error.code {
        case EEXIST: Mistake(description: "\(path) exists already; choose another name")
        case EISDIR: Mistake(description: "\(path) is no plain file, and is left alone")
        case ENOENT: Mistake(description: "\(path): there is no such folder")
        case EACCES, EPERM, EROFS: Mistake(description: "\(path): you may not write there")
        case ENOSPC, EDQUOT: Mistake(description: "\(path): the disk is full")
        default: Mistake(description: "\(path): \(error)")
        }
    }
}
