import Drawing
import FleetModel

extension DashboardState {
    /// Takes a key while a line is being typed.
    mutating func type(_ key: Key, into prompt: Prompt) -> [Effect] {
        guard key != .control("z") else { return [.suspend] }
        switch prompt {
        case .filter(let line, let before): typeFilter(key, line, before)
        case .write(let prompt): return type(key, into: prompt)
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
            putFilterBack()
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

    /// Filters by a text; what is mistaken in it is left out, and the other words count.
    mutating func setFilter(_ text: String) {
        list.isFilterKept = list.isFilterKept && text == filterText
        filterText = text
        let typed = Filter.parseWhileTyping(text)
        filterMistake = typed.mistake
        shown.rows.filter(by: typed.filter, now: now)
        follow()
    }
}
