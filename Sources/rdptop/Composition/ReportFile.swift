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

    /// Writes `bytes` to a new file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - path: Where to; `~/` is the home folder.
    ///   - isPrivate: Whether nobody else may read it.
    /// - Returns: The path that was written.
    /// - Throws: `Mistake` when there is such a file already, or the folder cannot be written.
    static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(Mistake) -> String {
        try write(to: path, isPrivate: isPrivate) { $0.write(contentsOf: bytes) }
    }

    /// Writes a new file in the same way, piece by piece.
    ///
    /// - Parameters:
    ///   - path: Where to; `~/` is the home folder.
    ///   - isPrivate: Whether nobody else may read it.
    ///   - link: Gives a file a second name; the system's `link`, but for tests.
    ///   - content: Writes the whole file; a second time where there are no links.
    /// - Returns: The path that was written.
    /// - Throws: `Mistake` when there is such a file already, or the folder cannot be written.
    static func write(
        to path: String, isPrivate: Bool = false,
        link: (String, String) -> CInt = { Foundation.link($0, $1) }, _ content: (inout FileOutput) -> Void
    ) throws(Mistake) -> String {
        let (target, folder) = try place(path)
        let draft = "\(folder)/.rdptop-\(UUID().uuidString)"
        do throws(SystemError) {
            try FileDescriptor.create(draft, isPrivate: isPrivate, content)
            defer { unlink(draft) }
            // link() refuses to replace, which rename() would not.
            guard link(draft, target) != 0 else { return target }
            guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw .last }
            try FileDescriptor.create(target, isPrivate: isPrivate, content)
            return target
        } catch {
            throw mistake(path, error)
        }
    }

    /// Writes `bytes` in the place of whatever file is there.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - path: Where to; `~/` is the home folder.
    ///   - isPrivate: Whether nobody else may read it, whoever could read the old one.
    /// - Throws: `Mistake` when there is something there that is no file, or the folder cannot be written.
    static func replace(_ bytes: [UInt8], at path: String, isPrivate: Bool = false) throws(Mistake) {
        try replace(path, isPrivate: isPrivate) { $0.write(contentsOf: bytes) }
    }

    /// Writes a file in the place of whatever file is there, in one step: who reads it sees the old one or the new one.
    ///
    /// Where a link leads to a file, that file is replaced. Who could read the old one can read the new one.
    /// - Parameters:
    ///   - path: Where to; `~/` is the home folder.
    ///   - isPrivate: Whether nobody else may read it, whoever could read the old one.
    ///   - content: Writes the whole file.
    /// - Throws: `Mistake` when there is something there that is no file, or the folder cannot be written.
    static func replace(
        _ path: String, isPrivate: Bool = false, _ content: (inout FileOutput) -> Void
    ) throws(Mistake) {
        let named = try place(path).target
        do throws(SystemError) {
            let (target, folder, old) = try placeForReplacing(named)
            let draft = "\(folder)/.rdptop-\(UUID().uuidString)"
            try FileDescriptor.create(draft, isPrivate: isPrivate || old != nil, content)
            do throws(SystemError) {
                if let old, !isPrivate { try carryOver(old, to: draft) }
                guard rename(draft, target) == 0 else { throw .last }
            } catch {
                unlink(draft)
                throw error
            }
        } catch {
            throw mistake(path, error)
        }
    }

    /// Gives a file the owner, the group and the mode of another; the owner and the group where the system lets us.
    private static func carryOver(_ old: stat, to path: String) throws(SystemError) {
        _ = chown(path, old.st_uid, old.st_gid)
        guard chmod(path, old.st_mode & 0o777) == 0 else { throw .last }
    }

    /// Says beforehand what stands against writing in the place of whatever file is there.
    ///
    /// - Throws: As `replace`.
    static func checkReplacing(_ path: String) throws(Mistake) {
        let named = try place(path).target
        do throws(SystemError) {
            let folder = try placeForReplacing(named).folder
            guard access(folder, W_OK | X_OK) == 0 else { throw .last }
        } catch {
            throw mistake(path, error)
        }
    }

    /// Says beforehand that a path leads to one of some files, under whatever name and by however many links.
    ///
    /// - Parameters:
    ///   - path: Where something is to be written; `~/` is the home folder.
    ///   - files: Those that must stay as they are; some may not exist.
    /// - Throws: `Mistake` when it is one of them.
    static func check(_ path: String, isNoneOf files: [String]) throws(Mistake) {
        var (target, own) = (stat(), stat())
        guard stat(try place(path).target, &target) == 0 else { return }
        for file in files where stat(file, &own) == 0 {
            guard (own.st_dev, own.st_ino) == (target.st_dev, target.st_ino) else { continue }
            let name = path == file ? path : "\(path) is \(file), which"
            throw Mistake(description: "\(name) is read by this command, and is never overwritten; choose another name")
        }
    }

    /// Where links lead in the end, the folder of that, and what is there now; nil for nothing.
    private static func placeForReplacing(
        _ named: String
    ) throws(SystemError) -> (target: String, folder: String, old: stat?) {
        var target = named
        var status = stat()
        let old = stat(target, &status) == 0 ? status : nil
        // A folder, a device or a pipe is nothing that a report may take the place of.
        guard old.map({ $0.st_mode & S_IFMT == S_IFREG }) ?? true else { throw SystemError(code: EISDIR) }
        // As many links as the kernel follows (path_resolution(7)); the last may lead to nothing.
        for _ in 0..<40 {
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
                return (target, folder(of: target), old)
            }
            target = next.hasPrefix("/") ? next : "\(folder(of: target))/\(next)"
        }
        throw SystemError(code: ELOOP)
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
        return (target, folder(of: target))
    }

    /// Not Foundation's `deletingLastPathComponent`, which traps on a name of one character.
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
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
