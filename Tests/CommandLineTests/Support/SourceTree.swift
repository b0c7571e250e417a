import Foundation

/// The repository whose tests these are.
enum SourceTree {
    /// Its folder.
    static var root: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }
}
