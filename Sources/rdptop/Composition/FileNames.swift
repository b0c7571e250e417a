import FleetModel
import Foundation

/// The files and folders with which a path goes on that somebody is typing.
enum FileNames {
    /// The most names that are offered.
    static let limit = 200
    /// The most entries of a folder that are looked at; it may have millions.
    static let entryLimit = 20_000

    /// The names in a folder that go on from a text, in order; those of folders end in `/`. Hidden files only when the text
    /// asks for them by a dot, and none whose name would do something to a terminal.
    ///
    /// Reads a folder, and so may block.
    /// - Parameter text: What has been typed of a path; `~/` is the home folder.
    /// - Returns: At most ``limit`` names; none when there is no such folder, or nobody may read it.
    static func goingOn(from text: String) -> [String] {
        let start = text.lastIndex(of: "/").map { text.index(after: $0) } ?? text.startIndex
        let beginning = text[start...]
        let folder = start == text.startIndex ? "." : (String(text[..<start]) as NSString).expandingTildeInPath
        let names = names(in: folder) { name in
            name.hasPrefix(beginning) && (beginning.isEmpty ? !name.hasPrefix(".") : name != "." && name != "..")
                && name.unicodeScalars.allSatisfy(CleanText.isSafe)
        }
        return names.sorted().prefix(limit).map { $0 + (isFolder("\(folder)/\($0)") ? "/" : "") }
    }

    private static func names(in folder: String, where isWanted: (String) -> Bool) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        for _ in 0..<entryLimit {
            guard let entry = readdir(stream) else { break }
            if let name = name(of: entry), isWanted(name) { names.append(name) }
        }
        return names
    }

    /// The name where it lies: a copy of the whole entry would read beyond one that is shorter. Nil when it is no UTF-8.
    private static func name(of entry: UnsafePointer<dirent>) -> String? {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        return String(validatingCString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
    }

    private static func isFolder(_ path: String) -> Bool {
        var details = stat()
        return stat(path, &details) == 0 && details.st_mode & S_IFMT == S_IFDIR
    }
}
