import Foundation
import LabSupport

/// The built program, installed into a folder of its own by the script that `make install` calls.
struct Installed {
    /// What the files are under.
    let folder: ScratchFolder

    /// Shared by all tests that look at what is installed.
    static let shared = Once { try await Installed() }

    init() async throws {
        folder = try ScratchFolder()
        try await Self.script(
            "install", [RdptopBinary().path, folder.path], environment: ["SOURCE_DATE_EPOCH": "86400"])
    }

    /// Calls a script of Packaging/, which must succeed.
    @discardableResult
    static func script(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) async throws -> CommandResult {
        let path = SourceTree.root.appending(path: "Packaging/\(name)").path
        let result = try await run(executable: path, arguments: arguments, environment: environment)
        guard result.end == .exited(0) else {
            throw LabError.ended(program: name, end: result.end, during: "packaging", output: result.description)
        }
        return result
    }

    /// The installed files with their modes, as in `755 bin/rdptop`.
    var files: [String] {
        get throws {
            let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            return try paths.sorted().compactMap { path in
                let attributes = try FileManager.default.attributesOfItem(atPath: folder[path])
                guard attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
                let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
                return "\(String(mode, radix: 8)) \(path)"
            }
        }
    }
}
