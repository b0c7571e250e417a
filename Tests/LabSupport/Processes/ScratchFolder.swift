internal import FoundationEssentials

/// A private temporary folder that is removed with the last reference to it, or when the test process exits.
package final class ScratchFolder: Sendable {
    /// The absolute path, without a slash at its end.
    package let path: String

    /// Makes a new, empty folder that only this user can enter.
    package init() throws {
        let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        // Short, because the path of a Unix socket in it must stay below 108 bytes.
        path = "\(base)/rdptop-lab-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        AtExit.shared.add(folder: path)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        AtExit.shared.remove(folder: path)
    }

    /// The path of a file or folder in this folder, which need not exist.
    package subscript(name: String) -> String { "\(path)/\(name)" }

    /// Writes a text file and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        let file = self[name]
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    /// Makes a folder in this folder, with the folders above it, and returns its path.
    package func makeFolder(_ name: String) throws -> String {
        let folder = self[name]
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}

/// The text of a file, with bytes that are not UTF-8 replaced; empty when there is no such file.
package func text(ofFile path: String) -> String {
    guard let data = FileManager.default.contents(atPath: path) else { return "" }
    return String(decoding: data, as: UTF8.self)
}
