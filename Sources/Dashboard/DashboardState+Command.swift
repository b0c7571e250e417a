import Drawing
import FleetModel

extension DashboardState {
    /// Takes a key while a command is being typed.
    mutating func typeCommand(_ key: Key, _ line: LineEdit) -> [Effect] {
        if key == .enter {
            return obey(line.text)
        } else if key == .escape || key == .control("c") {
            prompt = nil
        } else {
            var line = line
            line.take(key)
            notice = nil
            prompt = .command(line)
        }
        return []
    }

    /// Does what was typed; what is not understood stays in the prompt, and a sentence says why.
    private mutating func obey(_ text: String) -> [Effect] {
        let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let command = words.first else {
            prompt = nil
            return []
        }
        let rest = words.count > 1 ? words[1].trimmingBlanks : ""
        switch command {
        case "q", "quit":
            prompt = nil
            return [.quit]
        case "w", "write": return write(to: rest)
        case "explain": open(code: rest, ifNot: "name a code, such as explain 0x904 0x7")
        default:
            let asked = text.trimmingBlanks
            let shown = clip(asked, to: 30, ellipsis: String(glyphs.ellipsis))
            open(code: asked, ifNot: "\(shown): no command and no code; try 0x904 0x7, 2308, w FILE, q")
        }
        return []
    }

    private mutating func open(code: String, ifNot sentence: String) {
        guard !code.isEmpty, ask(code) else { return say(sentence) }
        overlay = nil
        notice = nil
        prompt = nil
    }

    /// Writes a report, in the format that the end of the file's name asks for.
    private mutating func write(to path: String) -> [Effect] {
        if let whyNoRow {
            prompt = nil
            say(whyNoRow)
            return []
        }
        guard !path.isEmpty else {
            prompt = .write(LineEdit(defaultPath(.markdown)), format: .markdown)
            return []
        }
        prompt = nil
        return [.writeReport(request(path, WriteRequest.Format(path: path)))]
    }
}

extension StringProtocol {
    /// The text without blanks around it.
    fileprivate var trimmingBlanks: String {
        let tail = drop { $0 == " " }
        return String(tail.reversed().drop { $0 == " " }.reversed())
    }
}
