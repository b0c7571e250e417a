import Drawing
import FleetModel

extension DashboardState {
    /// Takes a key while a command is being typed.
    mutating func typeCommand(_ key: Key, _ line: CommandLine) -> [Effect] {
        if key == .enter {
            return obey(line)
        } else if key == .escape || key == .control("c") {
            prompt = nil
        } else if key == .tab || key == .backTab, let path = Self.unfinishedPath(in: line) {
            guard line.awaited == nil else { return [] }
            var line = line
            line.await(path)
            notice = nil
            prompt = .command(line)
            return [.findFileNames(from: path)]
        } else {
            var line = line
            line.take(key, history: commandHistory) { wordsGoingOn(from: $0) }
            notice = nil
            prompt = .command(line)
        }
        return []
    }

    /// What has been typed of the path behind a command, blanks included; nil when none is wanted there, or when the key
    /// goes through those that were found.
    private static func unfinishedPath(in line: CommandLine) -> String? {
        guard line.completion.map({ $0.words.count < 2 }) ?? true else { return nil }
        let words = line.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let name = words.first, CommandTable.command(String(name))?.takesPath == true else { return nil }
        guard words.count > 1 else { return line.text.hasSuffix(" ") ? "" : nil }
        return String(words[1].drop { $0 == " " })
    }

    /// Completes the path that is being typed, if it is still the one that was looked up.
    mutating func offer(_ names: [String], from typed: String) {
        guard case .command(var line)? = prompt, line.awaited == typed else { return }
        line.offer(names)
        prompt = .command(line)
    }

    /// Does what was typed; what is not understood stays in the prompt, and a sentence says why.
    private mutating func obey(_ line: CommandLine) -> [Effect] {
        commandHistory.remember(line.text)
        // What is done may open a prompt of its own.
        prompt = nil
        notice = nil
        do throws(CommandMistake) {
            return try obey(line.text)
        } catch {
            prompt = .command(line)
            say(error.text)
            return []
        }
    }

    /// Does what a line says: a command, an action by its name, or a code to explain.
    private mutating func obey(_ text: String) throws(CommandMistake) -> [Effect] {
        let (name, rest) = Self.split(text)
        guard !name.isEmpty else { return [] }
        if let command = CommandTable.command(name) { return try command.perform(&self, rest) }
        if ActionTable.action(name) != nil {
            guard rest.isEmpty else { throw CommandMistake(text: "\(name) takes nothing behind it") }
            return try obey(actionNamed: name)
        }
        guard !ask(text.trimmingBlanks) else {
            overlay = nil
            return []
        }
        let shown = clip(text.trimmingBlanks, to: 30, ellipsis: String(glyphs.ellipsis))
        if let meant = Spelling.nearest(to: name, in: CommandTable.names(at: place)) {
            throw CommandMistake(text: "\(shown): no command and no code; did you mean \(meant)?")
        }
        throw CommandMistake(text: "\(shown): no command and no code; try 0x904 0x7, 2308, w FILE, q")
    }

    /// Does what an action does, or says why that cannot be.
    mutating func obey(actionNamed name: String) throws(CommandMistake) -> [Effect] {
        guard let action = ActionTable.action(name) else { throw CommandMistake(text: "\(name) is not an action") }
        if let obstacle = whyNot(action) { throw CommandMistake(text: obstacle) }
        return action.perform(&self)
    }

    /// Why an action cannot be done here and now, as a sentence; nil when it can.
    func whyNot(_ action: Action) -> String? {
        guard action.places.contains(place) else {
            return "\(action.id): only \(Place.words(Place.allCases.filter(action.places.contains)))"
        }
        return action.obstacle(self)
    }

    /// What could stand in place of the last word of a line, and what stands before it.
    private func wordsGoingOn(from line: String) -> (stem: String, words: [String]) {
        let line = String(line.drop { $0 == " " })
        guard let blank = line.lastIndex(of: " ") else {
            return ("", CommandTable.names(at: place).filter { $0.hasPrefix(line) })
        }
        let start = line.index(after: blank)
        let word = line[start...].drop { $0 == "!" }
        let words = CommandTable.command(Self.split(line).name)?.words(self) ?? []
        return (String(line[..<word.startIndex]), words.filter { $0.hasPrefix(word) })
    }

    /// The first word of a line, and what stands behind it.
    static func split(_ line: String) -> (name: String, rest: String) {
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        return (words.first.map(String.init) ?? "", words.count > 1 ? words[1].trimmingBlanks : "")
    }

    /// Writes a report, in the format that the end of the file's name asks for.
    mutating func write(to path: String) -> [Effect] {
        if let whyNoLine {
            prompt = nil
            say(whyNoLine)
            return []
        }
        guard !path.isEmpty else {
            return askForPath()
        }
        prompt = nil
        let format = setup.formats.format(of: path) ?? setup.formats.first
        guard format.content != .report else {
            return [.writeReport(request(path, format, writeScopes.first ?? .fleet))]
        }
        guard let subject = exchangeSubject else {
            say("this line is neither a server nor a gateway")
            return []
        }
        return [.writeExchange(ExchangeRequest(path: path, format: format, subject: subject, exchange: nil))]
    }
}

extension StringProtocol {
    /// The text without blanks around it.
    fileprivate var trimmingBlanks: String {
        let tail = drop { $0 == " " }
        return String(tail.reversed().drop { $0 == " " }.reversed())
    }
}
