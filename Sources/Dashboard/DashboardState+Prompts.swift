import Drawing
import FleetModel

extension DashboardState {
    /// Takes a key while a line is being typed.
    mutating func type(_ key: Key, into prompt: Prompt) -> [Effect] {
        guard key != .control("z") else { return [.suspend] }
        switch prompt {
        case .filter(let line, let before): typeFilter(key, line, before)
        case .write(let line, let format): return typePath(key, line, format)
        case .command(let line): return typeCommand(key, line)
        case .help(let line): typeHelp(key, line)
        case .find(let line, let before): typeFind(key, line, before)
        case .search(let line, let before): typeSearch(key, line, before)
        case .menu(let menu): return choose(key, from: menu)
        case .text(let question): return type(key, into: question)
        case .question(let question): return answer(question, with: key)
        }
        return []
    }

    /// Does what the key stands for; any other key closes the menu.
    private mutating func choose(_ key: Key, from menu: Menu) -> [Effect] {
        prompt = nil
        guard let choice = menu.choices.first(where: { $0.key == key }) else { return [] }
        return choice.perform(&self)
    }

    private mutating func type(_ key: Key, into question: TextQuestion) -> [Effect] {
        if key == .enter {
            prompt = nil
            return question.perform(&self, question.line.text)
        } else if key == .escape || key == .control("c") {
            prompt = nil
        } else {
            var question = question
            question.line.take(key)
            prompt = .text(question)
        }
        return []
    }

    /// Does it on `y`; scrolls what does not fit; any other key is a no.
    private mutating func answer(_ question: Question, with key: Key) -> [Effect] {
        var question = question
        switch key {
        case .character("y"):
            prompt = nil
            return question.perform(&self)
        case .character("j"), .down: question.scroll += 1
        case .character("k"), .up: question.scroll -= 1
        case .pageDown: question.scroll += QuestionPane.room(for: question, self)
        case .pageUp: question.scroll -= QuestionPane.room(for: question, self)
        case .character, .control, .function, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .left,
            .right, .home, .end:
            prompt = nil
            say("cancelled")
            return []
        }
        question.scroll = max(0, min(question.scroll, QuestionPane.last(of: question, self)))
        prompt = .question(question)
        return []
    }

    private mutating func typeFilter(_ key: Key, _ line: LineEdit, _ before: String) {
        if key == .enter {
            // With a mistake the prompt stays, and what is wrong stands below it.
            if filterMistake == nil { prompt = nil }
        } else if key == .escape {
            prompt = nil
            setFilter("")
        } else if key == .control("c") {
            prompt = nil
            setFilter(before)
        } else {
            var line = line
            line.take(key)
            prompt = .filter(line, before: before)
            if line.text != filterText { setFilter(line.text) }
        }
    }

    private mutating func typePath(_ key: Key, _ line: LineEdit, _ format: WriteRequest.Format) -> [Effect] {
        if key == .enter {
            guard !line.text.allSatisfy(\.isWhitespace) else {
                say("name a file")
                return []
            }
            prompt = nil
            return [.writeReport(request(line.text, format))]
        } else if key == .escape || key == .control("c") {
            prompt = nil
        } else if key == .tab || key == .backTab {
            let other = format.neighbour(key == .tab ? 1 : -1)
            prompt = .write(LineEdit(replacingExtension(of: line.text, format, other)), format: other)
        } else {
            var line = line
            line.take(key)
            notice = nil
            prompt = .write(line, format: format)
        }
        return []
    }

    /// A report of the marked servers, or of the list when none is, or of the one server whose details are open.
    func request(_ path: String, _ format: WriteRequest.Format) -> WriteRequest {
        let open = isDetailOpen ? selected.map { rows[$0].server.id } : nil
        let marked = markedServers.map { rows[$0].server.id }
        return WriteRequest(
            path: path, format: format, servers: open.map { [$0] } ?? (marked.isEmpty ? shownServers : marked),
            filter: open == nil && marked.isEmpty ? filterText : "", order: rows.sort.words(isReversed: rows.isReversed)
        )
    }

    /// Filters by a text; what is mistaken in it is left out, and the other words count.
    mutating func setFilter(_ text: String) {
        filterText = text
        let typed = Filter.parseWhileTyping(text)
        filterMistake = typed.mistake
        shown.rows.filter(by: typed.filter, now: now)
        follow()
    }

    /// `./rdptop-FLEET-UTC.md`, the fleet's name reduced to what any file system takes.
    func defaultPath(_ format: WriteRequest.Format) -> String {
        let name = setup.fleetName.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }
        return "./rdptop-\(String(name))-\(clock.compactText).\(format.fileExtension)"
    }

    private func replacingExtension(
        of path: String, _ old: WriteRequest.Format, _ new: WriteRequest.Format
    ) -> String {
        let ending = "." + old.fileExtension
        return path.hasSuffix(ending) ? path.dropLast(ending.count) + "." + new.fileExtension : path
    }
}
