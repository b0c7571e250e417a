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
        case .menu(let menu): return choose(key, from: menu)
        }
        return []
    }

    /// Does what the key stands for; any other key closes the menu.
    private mutating func choose(_ key: Key, from menu: Menu) -> [Effect] {
        prompt = nil
        guard let choice = menu.choices.first(where: { $0.key == key }) else { return [] }
        return choice.perform(&self)
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
            let other: WriteRequest.Format = format == .markdown ? .json : .markdown
            prompt = .write(LineEdit(replacingExtension(of: line.text, format, other)), format: other)
        } else {
            var line = line
            line.take(key)
            notice = nil
            prompt = .write(line, format: format)
        }
        return []
    }

    /// A report of the list, or of the one server whose details are open.
    func request(_ path: String, _ format: WriteRequest.Format) -> WriteRequest {
        let open = isDetailOpen ? selectedStatus?.server.id : nil
        return WriteRequest(
            path: path, format: format, servers: open.map { [$0] } ?? shownServers,
            filter: open == nil ? filterText : "", order: rows.sort.words)
    }

    /// Filters by a text; what is mistaken in it is left out, and the other words count.
    mutating func setFilter(_ text: String) {
        filterText = text
        let typed = Filter.parseWhileTyping(text)
        filterMistake = typed.mistake
        rows.filter(by: typed.filter, now: now)
        follow()
    }

    /// `./rdptop-FLEET-UTC.md`, the fleet's name reduced to what any file system takes.
    func defaultPath(_ format: WriteRequest.Format) -> String {
        let name = fleetName.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }
        return "./rdptop-\(String(name))-\(now.compactText).\(format.fileExtension)"
    }

    private func replacingExtension(
        of path: String, _ old: WriteRequest.Format, _ new: WriteRequest.Format
    ) -> String {
        let ending = "." + old.fileExtension
        return path.hasSuffix(ending) ? path.dropLast(ending.count) + "." + new.fileExtension : path
    }
}
