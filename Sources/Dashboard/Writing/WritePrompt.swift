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
    /// The name that was offered; while it stands there, another format brings its own.
    var suggestion: String
    /// Whose failed exchange may be written; nil when the cursor is on neither a server nor a gateway.
    let subject: ExchangeSubject?
    /// What was found of it; nil while that is looked up.
    var found: Found?

    /// What there is of a failed exchange.
    enum Found: Sendable, Equatable {
        case exchange(FailedExchange)
        case nothing
    }

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
        guard prompt.format.content == .report else { return exchangeHints(for: prompt) }
        let format = setup.formats.neighbour(of: prompt.format, 1, withExchange: prompt.subject != nil)
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

    /// Asks for the file of a report, or of a failed exchange, which is then looked up.
    mutating func askForPath() -> [Effect] {
        let (format, scopes) = (setup.formats.first, writeScopes)
        let path = defaultPath(format)
        let subject = setup.formats.all.contains { $0.content != .report } ? exchangeSubject : nil
        prompt = .write(
            WritePrompt(
                line: LineEdit(path), format: format, scope: scopes.first ?? .fleet, scopes: scopes, suggestion: path,
                subject: subject))
        return subject.map { [.findExchange($0.targets)] } ?? []
    }

    /// Offers the name that fits the format, unless the user has typed another.
    func suggest(in prompt: inout WritePrompt) {
        guard prompt.line.text == prompt.suggestion else { return }
        prompt.suggestion = path(for: prompt)
        prompt.line = LineEdit(prompt.suggestion)
    }

    private func path(for prompt: WritePrompt) -> String {
        guard prompt.format.content != .report, let subject = prompt.subject else { return defaultPath(prompt.format) }
        let moment = if case .exchange(let exchange)? = prompt.found { exchange.began } else { clock }
        return "./\(Self.fileName(subject.name))-\(moment.compactText).\(prompt.format.fileExtension)"
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
            guard prompt.format.content == .report else { return writeExchange(prompt) }
            self.prompt = nil
            return [.writeReport(request(prompt.line.text, prompt.format, prompt.scope))]
        case .escape, .control("c"):
            self.prompt = nil
            return []
        case .tab, .backTab:
            let other = setup.formats.neighbour(
                of: prompt.format, key == .tab ? 1 : -1, withExchange: prompt.subject != nil)
            let old = prompt.format
            prompt.format = other
            if prompt.line.text == prompt.suggestion {
                suggest(in: &prompt)
            } else {
                prompt.line = LineEdit(replacingExtension(of: prompt.line.text, old, other))
            }
        case .down, .up:
            // A failed exchange is of one server, whatever is chosen for reports.
            if prompt.format.content == .report { prompt.scope = prompt.neighbour(key == .down ? 1 : -1) }
        case .character, .control, .function, .backspace, .delete, .insert, .left, .right, .home, .end, .pageUp,
            .pageDown:
            prompt.line.take(key)
            // A name that says what it is is taken at its word.
            let named = setup.formats.format(of: prompt.line.text)
            if let named, named.content == .report || prompt.subject != nil { prompt.format = named }
        }
        notice = nil
        self.prompt = .write(prompt)
        return []
    }

    /// Writes what there is of the failed exchange, or says why there is nothing to write.
    private mutating func writeExchange(_ prompt: WritePrompt) -> [Effect] {
        guard let subject = prompt.subject else { return [] }
        var exchange: FailedExchange?
        switch prompt.found {
        case .exchange(let found):
            guard prompt.format.content != .packets || found.hasPackets else {
                say(subject.absenceOfPackets)
                return []
            }
            exchange = found
        case .nothing:
            say(subject.absence)
            return []
        case nil: break
        }
        self.prompt = nil
        return [
            .writeExchange(
                ExchangeRequest(path: prompt.line.text, format: prompt.format, subject: subject, exchange: exchange))
        ]
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
        "./rdptop-\(Self.fileName(setup.fleetName))-\(clock.compactText).\(format.fileExtension)"
    }

    private static func fileName(_ text: String) -> String {
        String(text.prefix(80).map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
    }

    private func replacingExtension(of path: String, _ old: FileFormat, _ new: FileFormat) -> String {
        guard old.isNamed(by: path) else { return path }
        return path.dropLast(old.fileExtension.count) + new.fileExtension
    }
}
