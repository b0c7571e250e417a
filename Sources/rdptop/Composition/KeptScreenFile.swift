import Dashboard
import FleetModel
import Foundation

/// Where the arrangement of the screen is kept for the next run: a file of its own for each fleet file.
///
/// It is written whole beside its place and then renamed, so that there is never half a file. Each of several boards keeps
/// what was changed on it beside what the others have kept; where they changed the same, the last one wins.
struct KeptScreenFile: Sendable {
    /// The file, whether it exists or not.
    let path: String
    /// The fleet file that it belongs to, for people who look into it.
    let fleet: String

    /// What was found.
    struct Content: Sendable {
        /// What was kept; nothing when there is no file, or none that can be used.
        var screen = KeptScreen()
        /// What the user should know; nil when there is nothing.
        var notice: String?
        /// Whether the file may be replaced. One that cannot be read or put aside stays as it is.
        var isReplaceable = true
    }

    /// Why nothing could be kept, in words for the user.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    private struct Envelope: Codable {
        var version: Int
        var fleet: String
        var screen: KeptScreen
    }

    private static let version = 1
    /// The most bytes that are read, and so that are written.
    private static let limit = 1_048_576

    /// The file of a fleet; nil for servers that were named on the command line, and without a home.
    ///
    /// - Parameters:
    ///   - source: Where the fleet comes from.
    ///   - environment: XDG_STATE_HOME and HOME are read.
    /// - Returns: Its place, whether there is a file or not.
    static func find(_ source: FleetSource, environment: [String: String]) -> KeptScreenFile? {
        switch source {
        case .targets: return nil
        case .fleetFile(let path), .list(let path):
            let fleet = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
            let name = source.fleetName.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
            // FNV-1a: two fleets of one name stand in two folders, and the standard library's hashes differ in each run.
            let hash = fleet.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
            return StateFolder.path(environment).map {
                KeptScreenFile(path: "\($0)/screen-\(name)-\(String(hash, radix: 16)).json", fleet: fleet)
            }
        }
    }

    /// Reads the file. What is wrong with it is no reason not to start; it is then put aside, never overwritten.
    func load() -> Content {
        do throws(InputFile.Mistake) {
            switch try read() {
            case .nothing: return Content()
            case .screen(let screen): return Content(screen: screen)
            case .gibberish: return putAside()
            }
        } catch {
            return Content(notice: "the screen is not kept this time: \(error)", isReplaceable: false)
        }
    }

    private enum Found {
        case nothing
        case screen(KeptScreen)
        case gibberish
    }

    private func read() throws(InputFile.Mistake) -> Found {
        guard FileManager.default.fileExists(atPath: path) else { return .nothing }
        let data = try InputFile.bytes(of: path, limit: Self.limit)
        guard let envelope = try? JSONDecoder().decode(Envelope.self, from: data), envelope.version == Self.version
        else { return .gibberish }
        return .screen(envelope.screen)
    }

    /// Moves a file that cannot be understood to a name that is free.
    private func putAside() -> Content {
        for name in [path + ".unusable"] + (2...9).map({ "\(path).unusable-\($0)" }) {
            // link() refuses to replace, which rename() would not.
            guard link(path, name) == 0 else {
                if errno == EEXIST { continue }
                break
            }
            guard unlink(path) == 0 else { break }
            return Content(notice: "what was kept of the screen cannot be understood; it is now \(name)")
        }
        return Content(
            notice: "the screen is not kept this time: \(path) cannot be understood or put aside", isReplaceable: false)
    }

    /// Keeps what has changed of an arrangement, beside what other boards on this fleet have kept meanwhile.
    ///
    /// - Parameters:
    ///   - screen: The arrangement.
    ///   - before: What was kept or found the last time.
    /// - Throws: `Mistake` when the folder cannot be made or written, or somebody has put something else there meanwhile.
    func save(_ screen: KeptScreen, since before: KeptScreen) throws(Mistake) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Self.alone(in: folder) {
                switch try read() {
                case .nothing: try write(screen)
                case .screen(let there):
                    let merged = screen.merged(since: before, into: there)
                    if merged != there { try write(merged) }
                case .gibberish: throw Mistake(description: "\(path) cannot be understood any more, and is left alone")
                }
            }
        } catch {
            throw Mistake(description: "the screen is not kept for the next run: \(reason(error))")
        }
    }

    /// Puts an arrangement in the place of what was kept before.
    private func write(_ screen: KeptScreen) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let envelope = Envelope(version: Self.version, fleet: CleanText.clean(fleet, limit: 4_096), screen: screen)
        let bytes = Array(try encoder.encode(envelope) + Data("\n".utf8))
        guard bytes.count <= Self.limit else {
            throw Mistake(description: "\(path) would be longer than \(Self.limit / 1_048_576) MiB")
        }
        try ReportFile.replace(bytes, at: path, isPrivate: true)
    }

    /// Does something while no other board does such a thing in the same folder.
    ///
    /// The lock is on the folder, as the file is another one after each write. A file system without locks for folders, as
    /// NFS (flock(2)), leaves it at the last one that wins.
    private static func alone(in folder: String, _ body: () throws -> Void) throws {
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if lock >= 0 { close(lock) } }
        while lock >= 0, flock(lock, LOCK_EX) != 0, errno == EINTR {}
        try body()
    }

    private func reason(_ error: any Error) -> String {
        switch error {
        case let mistake as ReportFile.Mistake: mistake.description
        case let mistake as InputFile.Mistake: mistake.description
        case let mistake as Mistake: mistake.description
        default: "\(path): \(error.localizedDescription)"
        }
    }
}
