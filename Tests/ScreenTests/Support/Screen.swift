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

    /// What stands in the prompt for the name of a report; nil when that is not open.
    var writePath: String? {
        let line = first { $0.contains("write to>") }
        return line?.split(separator: ">", maxSplits: 1).last.map { $0.trimmingCharacters(in: .whitespaces) }
    }

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
    func waitForFirstSweep(within limit: Duration = .patience) async throws -> [String] {
        try await waitFor("a first sweep that is over", within: limit) { screen in
            screen.count("DOWN").map { $0 > 0 } == true && screen.count("?") == 0
        }
    }

    /// Waits until the line under the cursor is as it should be, and returns it, without attributes.
    @discardableResult
    func waitForCursorLine(_ description: String, _ predicate: (String) -> Bool) async throws -> String {
        var last = ""
        let found = try await poll(every: .milliseconds(20)) {
            last = try await cursorLine() ?? ""
            return predicate(last) ? last : nil
        }
        if let found { return found }
        throw LabError.deadlinePassed(
            waitingFor: "\(description) under the cursor", limit: .seconds(30),
            seen: last + "\n" + (try await screen().joined(separator: "\n")))
    }

    /// The line below the column titles that is shown in reverse from its first cell on; nil when there is none.
    private func cursorLine() async throws -> String? {
        let lines = zip(try await screenWithAttributes(), try await screen())
        let list = lines.drop { !$0.1.contains("SERVER") }.dropFirst()
        return list.first { $0.0.isReverseFromItsStart }?.1
    }

    /// Opens the prompt for a report and turns through the formats until the suggested name ends so.
    func writePrompt(endingIn ending: String) async throws {
        try await send("w")
        // There are fewer formats than that.
        for _ in 0..<20 {
            let suggested = try await waitFor("the suggested name of a report") { $0.writePath != nil }.writePath
            guard suggested?.hasSuffix(ending) == false else { return }
            try await send(.tab)
            try await waitFor("the name with another ending") { $0.writePath != suggested }
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

extension String {
    /// Whether the first visible character of a line with SGR sequences is shown in reverse (ECMA-48, 8.3.117).
    fileprivate var isReverseFromItsStart: Bool {
        var rest = self[...]
        var isReverse = false
        while rest.hasPrefix("\u{1B}["), let end = rest.firstIndex(of: "m") {
            for parameter in rest[..<end].dropFirst(2).split(separator: ";", omittingEmptySubsequences: false) {
                if parameter == "7" { isReverse = true }
                if ["", "0", "27"].contains(parameter) { isReverse = false }
            }
            rest = rest[rest.index(after: end)...]
        }
        return isReverse && !rest.isEmpty
    }
}

extension ScratchFolder {
    /// The names of what is in the folder, or in one below it.
    func contents(of folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: self[folder]).sorted()
    }
}
