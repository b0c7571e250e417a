import Dashboard
import FleetModel
import Foundation

/// Where the arrangement of the screen is kept for the next run: a file of its own for each fleet file.
///
/// It is written whole beside its place and then renamed, so that of two boards the one that ends last wins and there is
/// never half a file.
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
    /// The most bytes that are read.
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
        guard FileManager.default.fileExists(atPath: path) else { return Content() }
        do throws(InputFile.Mistake) {
            let data = try InputFile.bytes(of: path, limit: Self.limit)
            guard let envelope = try? JSONDecoder().decode(Envelope.self, from: data),
                envelope.version == Self.version
            else { return putAside() }
            return Content(screen: envelope.screen)
        } catch {
            return Content(notice: "the screen is not kept this time: \(error)", isReplaceable: false)
        }
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

    /// Keeps an arrangement, in the place of what was kept before.
    ///
    /// - Throws: `Mistake` when the folder cannot be made or written.
    func save(_ screen: KeptScreen) throws(Mistake) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let envelope = Envelope(version: Self.version, fleet: CleanText.clean(fleet, limit: 4_096), screen: screen)
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try ReportFile.replace(
                Array(try encoder.encode(envelope) + Data("\n".utf8)), at: path, isPrivate: true)
        } catch {
            let reason = (error as? ReportFile.Mistake)?.description ?? "\(path): \(error.localizedDescription)"
            throw Mistake(description: "the screen is not kept for the next run: \(reason)")
        }
    }
}
