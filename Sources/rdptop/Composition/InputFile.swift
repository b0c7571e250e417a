import FleetModel
import Foundation

/// A file that the user named, read with a bound.
enum InputFile {
    /// Why it could not be read, in words for the user.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - path: Which one.
    ///   - limit: The most bytes that are taken, a whole number of MiB.
    /// - Returns: The content.
    /// - Throws: Why it cannot be read, or that it is longer than the limit.
    static func bytes(of path: String, limit: Int) throws(Mistake) -> Data {
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? file.close() }
            data = try file.read(upToCount: limit + 1) ?? Data()
        } catch {
            throw Mistake(description: "\(shown(path)): \(reason(error))")
        }
        guard data.count <= limit else {
            throw Mistake(description: "\(shown(path)): is longer than \(limit / 1_048_576) MiB")
        }
        return data
    }

    /// A path may hold anything, and this goes to a terminal.
    private static func shown(_ path: String) -> String { CleanText.clean(path, limit: 1_024) }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file"
        case .fileReadNoPermission: "may not be read by you"
        default: "cannot be read (\(error.localizedDescription))"
        }
    }
}
