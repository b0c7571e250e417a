import Foundation
import LabSupport

extension [String] {
    /// The number after a word of the counts, such as `DOWN` or `ok`; nil when it is not on the screen.
    func count(_ word: String) -> Int? {
        for line in self {
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: Substring(word)), place + 1 < words.count else { continue }
            if let number = Int(words[place + 1]) { return number }
        }
        return nil
    }

    /// Whether any line contains the text.
    func shows(_ text: String) -> Bool { contains { $0.contains(text) } }

    /// The time of day in the title, such as `14:32:07Z`, in seconds; nil when it is not there.
    var secondOfDay: Int? {
        let clock = first?.split(separator: " ").first { $0.hasSuffix("Z") && $0.count(where: { $0 == ":" }) == 2 }
        let parts = clock?.dropLast().split(separator: ":").compactMap { Int($0) } ?? []
        return parts.count == 3 ? parts.reduce(0) { $0 * 60 + $1 } : nil
    }
}

extension TmuxSession {
    /// Waits until every server has been probed and none waits for its second probe.
    @discardableResult
    func waitForFirstSweep(within limit: Duration = .seconds(40)) async throws -> [String] {
        try await waitFor("a first sweep that is over", within: limit) { screen in
            screen.count("DOWN").map { $0 > 0 } == true && screen.count("?") == 0
        }
    }

    /// Filters by what is typed, and keeps the filter.
    func filter(_ text: String) async throws {
        try await send("/")
        try await waitFor("filter>")
        try await type(text)
        try await waitFor("filter> \(text)")
        try await send(.enter)
        try await waitFor("filter: \(text)")
    }
}

extension ScratchFolder {
    /// The names of what is in the folder, or in one below it.
    func contents(of folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self[folder]).sorted()
    }
}
