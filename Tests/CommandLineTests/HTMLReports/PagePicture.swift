import Foundation
import LabSupport

/// What is true of a picture of a page.
struct PagePicture: Sendable, Decodable {
    /// In pixels.
    let width: Int
    let height: Int
    /// How many there are in its upper part; a page that was not drawn has one.
    let colours: Int
    /// How light its upper part is, from 0 for black to 255 for white.
    let lightness: Int

    /// Looks at pictures, in their order.
    static func read(_ paths: [String]) async throws -> [PagePicture] {
        let script = SourceTree.root.appending(path: "Tests/CommandLineTests/HTMLReports/picture.py").path
        let answer = try await run(.python, [script] + paths)
        return try JSONDecoder().decode([PagePicture].self, from: Data(answer.utf8))
    }
}
