import Drawing

/// The line behind the colon, with the words that Tab goes through and the place in the lines typed before.
struct CommandLine: Sendable {
    /// What Tab offers instead of the last word.
    struct Completion: Sendable, Equatable {
        /// All words that go on from what was typed.
        let words: [String]
        /// The one that stands in the line; nil while only what they have in common does.
        fileprivate(set) var chosen: Int?
        /// What stands before the word.
        fileprivate let stem: String
    }

    /// What has been typed.
    private(set) var edit: LineEdit
    /// What Tab goes through; nil before the first Tab, and after any other key.
    private(set) var completion: Completion?
    /// What has been typed of a path, while it is being looked up how it goes on; nil while nothing is.
    private(set) var awaited: String?
    /// How many lines back the one is that was called up; 0 for the line that is being typed.
    private var age = 0
    /// The line that was being typed before an older one was called up.
    private var draft = LineEdit()

    /// A line with the caret at its end.
    init(_ text: String = "") {
        edit = LineEdit(text)
    }

    /// What has been typed.
    var text: String { edit.text }

    /// Takes a key that is neither Enter nor the way out.
    ///
    /// - Parameters:
    ///   - key: Up and Down call up older lines, Tab and Shift-Tab complete, the rest edits.
    ///   - history: The lines typed before.
    ///   - words: What could stand in place of the last word of a line, and what stands before it.
    mutating func take(_ key: Key, history: CommandHistory, words: (String) -> (stem: String, words: [String])) {
        switch key {
        case .tab: complete(1, words)
        case .backTab: complete(-1, words)
        case .up: recall(1, history)
        case .down: recall(-1, history)
        case .character, .control, .function, .enter, .escape, .backspace, .delete, .insert, .left, .right, .pageUp,
            .pageDown, .home, .end:
            completion = nil
            awaited = nil
            edit.take(key)
        }
    }

    // MARK: Completion

    /// Waits until it is known how a path goes on, which the next other key gives up.
    mutating func await(_ path: String) {
        completion = nil
        awaited = path
    }

    /// Takes the names with which the awaited path goes on, as the first Tab takes words.
    mutating func offer(_ names: [String]) {
        guard let awaited else { return }
        self.awaited = nil
        let name = awaited.reversed().prefix { $0 != "/" }
        let stem = String(text.dropLast(name.count))
        complete(1) { _ in (stem, names) }
    }

    /// The first Tab adds what all words have in common; the next ones go through them.
    private mutating func complete(_ direction: Int, _ words: (String) -> (stem: String, words: [String])) {
        if let completion, !completion.words.isEmpty {
            let count = completion.words.count
            let next = completion.chosen.map { ($0 + direction + count) % count } ?? (direction > 0 ? 0 : count - 1)
            self.completion?.chosen = next
            edit = LineEdit(completion.stem + completion.words[next])
            return
        }
        let (stem, found) = words(text)
        completion = Completion(words: found, chosen: found.count == 1 ? 0 : nil, stem: stem)
        if let only = found.first, found.count == 1 {
            edit = LineEdit(stem + only)
        } else if let common = Self.commonPrefix(of: found), (stem + common).count > text.count {
            edit = LineEdit(stem + common)
        } else if !found.isEmpty {
            complete(direction, words)
        }
    }

    private static func commonPrefix(of words: [String]) -> String? {
        guard let first = words.first else { return nil }
        return words.dropFirst().reduce(first) { prefix, word in
            String(zip(prefix, word).prefix { $0 == $1 }.map(\.0))
        }
    }

    // MARK: Older lines

    private mutating func recall(_ direction: Int, _ history: CommandHistory) {
        let wanted = max(0, min(age + direction, history.lines.count))
        guard wanted != age else { return }
        completion = nil
        awaited = nil
        if age == 0 { draft = edit }
        age = wanted
        edit = wanted == 0 ? draft : LineEdit(history.lines[history.lines.count - wanted])
    }
}

/// The lines typed behind a colon, the newest last.
struct CommandHistory: Sendable, Equatable {
    /// The most lines that are kept.
    static let limit = 100

    /// Each line once, the newest last.
    private(set) var lines: [String] = []

    /// Keeps a line; one that is there already becomes the newest.
    mutating func remember(_ line: String) {
        guard !line.allSatisfy(\.isWhitespace) else { return }
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > Self.limit { lines.removeFirst() }
    }
}
