import Drawing
import FleetModel

/// The line in which the user names the file of a report.
struct WritePrompt: Sendable {
    /// Which servers the report is about.
    enum Scope: Sendable, Equatable {
        /// The one whose details are open.
        case open
        case marked
        /// The list, as it is filtered and sorted.
        case shown
        case fleet
    }

    var line: LineEdit
    var format: FileFormat
    var scope: Scope
    /// What Down and Up turn through; looked up when the prompt was opened, as that walks the list.
    let scopes: [Scope]

    /// The next choice of servers, or with -1 the one before; behind the last comes the first.
    func neighbour(_ direction: Int) -> Scope {
        guard let place = scopes.firstIndex(of: scope) else { return scope }
        return scopes[(place + direction + scopes.count) % scopes.count]
    }
}

extension DashboardState {
    /// What a report could be about here and now; the first is what the user most likely means.
    var writeScopes: [WritePrompt.Scope] {
        var scopes: [WritePrompt.Scope] = isDetailOpen && selected != nil ? [.open] : []
        if !rows.marks.isEmpty { scopes.append(.marked) }
        let shown = shownServers.count
        if shown > 0 { scopes.append(.shown) }
        if shown < rows.count || scopes.isEmpty { scopes.append(.fleet) }
        return scopes
    }

    /// The choice as the line of hints says it: `this server`, `4 marked`, `the list`, `all 128`.
    private func words(for scope: WritePrompt.Scope) -> String {
        switch scope {
        case .open: "this server"
        case .marked: "\(rows.marks.count) marked"
        case .shown: "the list"
        case .fleet: "all \(rows.count)"
        }
    }

    /// What the prompt expects, the longest hint first.
    func hints(for prompt: WritePrompt) -> [String] {
        let format = setup.formats.neighbour(of: prompt.format, 1)
        let scope = prompt.neighbour(1)
        let others =
            (format == prompt.format ? [] : [(key: "Tab", words: format.title)])
            + (scope == prompt.scope ? [] : [(key: "Down", words: words(for: scope))])
        let choices = others.map { "  \($0.key): \($0.words)" }.joined()
        return [
            "Enter writes \(words(for: prompt.scope)) as \(prompt.format.title)\(choices)  Esc cancels",
            "Enter writes \(words(for: prompt.scope)) as \(prompt.format.title)  Esc cancels",
            (["Enter"] + others.map(\.key) + ["Esc"]).joined(separator: "  "),
        ]
    }

    /// Asks for the file of a report.
    mutating func askForPath() {
        let (format, scopes) = (setup.formats.first, writeScopes)
        prompt = .write(
            WritePrompt(
                line: LineEdit(defaultPath(format)), format: format, scope: scopes.first ?? .fleet, scopes: scopes))
    }

    /// Takes a key while the path of a report is being typed.
    mutating func type(_ key: Key, into prompt: WritePrompt) -> [Effect] {
        var prompt = prompt
        switch key {
        case .enter:
            guard !prompt.line.text.allSatisfy(\.isWhitespace) else {
                say("name a file")
                return []
            }
            self.prompt = nil
            return [.writeReport(request(prompt.line.text, prompt.format, prompt.scope))]
        case .escape, .control("c"):
            self.prompt = nil
            return []
        case .tab, .backTab:
            let other = setup.formats.neighbour(of: prompt.format, key == .tab ? 1 : -1)
            prompt.line = LineEdit(replacingExtension(of: prompt.line.text, prompt.format, other))
            prompt.format = other
        case .down, .up: prompt.scope = prompt.neighbour(key == .down ? 1 : -1)
        case .character, .control, .function, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
            .pageDown:
            prompt.line.take(key)
            // A name that says what it is is taken at its word.
            prompt.format = setup.formats.format(of: prompt.line.text) ?? prompt.format
        }
        notice = nil
        self.prompt = .write(prompt)
        return []
    }

    /// A report of some servers to a path; it names the filter when that leaves all of them on the screen.
    func request(_ path: String, _ format: FileFormat, _ scope: WritePrompt.Scope) -> WriteRequest {
        let isFiltered = scope == .shown || scope == .marked && hiddenMarks == 0
        return WriteRequest(
            path: path, format: format, servers: servers(in: scope), filter: isFiltered ? filterText : "",
            order: scope == .fleet ? "worst first, then as in the fleet file" : orderOfServers, frozen: frozenMoment)
    }

    /// The order of the servers in words; an order of certificates leaves them by name.
    private var orderOfServers: String {
        switch rows.sort {
        case .issuer, .servers: SortOrder.name.words(isReversed: false)
        case .severity, .name, .site, .roundTrip, .certificate, .since: rows.sort.words(isReversed: rows.isReversed)
        }
    }

    private func servers(in scope: WritePrompt.Scope) -> [Server.ID] {
        switch scope {
        case .open: selected.map { [rows[$0].server.id] } ?? []
        case .marked: markedServers.map { rows[$0].server.id }
        case .shown: shownServers
        case .fleet: (0..<rows.count).map { rows[$0].server.id }
        }
    }

    /// `./rdptop-FLEET-UTC.md`, the fleet's name reduced to what any file system takes.
    private func defaultPath(_ format: FileFormat) -> String {
        let name = setup.fleetName.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" }
        return "./rdptop-\(String(name))-\(clock.compactText).\(format.fileExtension)"
    }

    private func replacingExtension(of path: String, _ old: FileFormat, _ new: FileFormat) -> String {
        guard old.isNamed(by: path) else { return path }
        return path.dropLast(old.fileExtension.count) + new.fileExtension
    }
}
