import FleetModel

/// A command of the plain board.
private struct PlainCommand: Sendable {
    /// What is typed, the name to show first first.
    let names: [String]
    /// What follows it, for the help.
    let arguments: String
    /// A line for the help, beginning with a verb.
    let help: String
    let perform: @Sendable (inout PlainBoard, _ rest: String) -> PlainBoard.Reply

    init(
        _ names: [String], _ arguments: String = "", _ help: String,
        perform: @escaping @Sendable (inout PlainBoard, _ rest: String) -> PlainBoard.Reply
    ) {
        self.names = names
        self.arguments = arguments
        self.help = help
        self.perform = perform
    }

    /// All of them in the order of the help.
    static let table = [
        PlainCommand(["problems", "p"], "", "list what is wrong now, the worst first") { board, _ in
            board.list(withProblem: true)
        },
        PlainCommand(["list", "l"], "", "list all servers that the filter leaves") { board, _ in
            board.list(withProblem: false)
        },
        PlainCommand(["counts", "c"], "", "say how many servers are in which state") { board, _ in
            let (muted, acknowledged) = (board.rows.muted, board.rows.acknowledged)
            let known =
                acknowledged == 0 ? "" : " Of these \(acknowledged) \(acknowledged == 1 ? "is" : "are") acknowledged."
            let besides = muted == 0 ? "" : " Besides, \(muted) \(muted == 1 ? "is" : "are") muted."
            return PlainBoard.Reply(lines: ["\(board.rows.counts.sentence).\(known)\(besides)"])
        },
        PlainCommand(["causes"], "", "say what failing servers have in common") { board, _ in
            let lines = board.causes.map { "\($0.statement) (\($0.confidence.rawValue))." }
            return PlainBoard.Reply(lines: lines.isEmpty ? ["Nothing is known that they have in common."] : lines)
        },
        PlainCommand(["show", "s"], "NAME", "say what is known of a server") { board, rest in
            board.about(rest) { ServerSentences.brief($0, $1, now: $2) }
        },
        PlainCommand(["why", "x"], "NAME", "say why, how sure that is, and what to do") { board, rest in
            let causes = board.causes
            return board.about(rest) { ServerSentences.whole($0, $1, causes, now: $2) }
        },
        PlainCommand(["explain"], "CODE", "say what a user's error code means, as in explain 0x904 0x7") {
            board, rest in
            board.explain(rest) ?? PlainBoard.Reply(lines: ["Name a code, as in explain 0x904 0x7."])
        },
        PlainCommand(["filter", "f"], "[TEXT]", "list only some servers, as in filter site:fra is:down; alone: all") {
            $0.filter(by: $1)
        },
        PlainCommand(["probe", "r"], "NAME|all", "probe a server, or all, now") { board, rest in
            guard rest != "all" else {
                let all = (0..<board.rows.count).map { board.rows[$0].server.id }
                return PlainBoard.Reply(lines: ["Probing all \(all.count)."], effects: [.probe(all)])
            }
            return board.withServer(rest) { status in
                PlainBoard.Reply(
                    lines: ["Probing \(status.server.displayName)."], effects: [.probe([status.server.id])])
            }
        },
        PlainCommand(["ack", "a"], "NAME|all [REASON]", "say that you know of the problem; all means all that match") {
            $0.acknowledge($1)
        },
        PlainCommand(["unack"], "NAME|all", "take that back") { $0.lift($1, \.acknowledgement, "acknowledged") },
        PlainCommand(
            ["mute", "m"], "NAME|all TIME [REASON]",
            "hear nothing of it for 15m, 1h, 4h or 1d, until 18:00 or until ok; all means all that match"
        ) { $0.mute($1) },
        PlainCommand(["unmute"], "NAME|all", "hear of it again") { $0.lift($1, \.mute, "muted") },
        PlainCommand(
            ["ask"], "NAME [yes]", "say what asking a server in other ways does, and with yes behind the name do it"
        ) { $0.askOtherwise($1) },
        PlainCommand(["write", "w"], "FILE", "write a report; the end of its name chooses the format") {
            $0.write(to: $1)
        },
        PlainCommand(["help", "?"], "", "list the commands") { board, _ in PlainBoard.Reply(lines: helpLines) },
        PlainCommand(["quit", "q"], "", "end the program; the end of the input does the same") { _, _ in
            PlainBoard.Reply(effects: [.quit])
        },
    ]

    private static var helpLines: [String] {
        table.map { command in
            let arguments = command.arguments.isEmpty ? "" : " " + command.arguments
            let others = command.names.dropFirst().map { ", or \($0)" }.joined()
            return "\(command.names[0])\(arguments)\(others): \(command.help)."
        } + ["A code alone is explained, too. A name may be cut short as long as only one server has it."]
    }
}

extension PlainBoard {
    /// The most servers that a list names.
    private static let mostListed = 100

    /// Does what a line says, and answers.
    package mutating func obey(_ line: String) -> Reply {
        let text = CleanText.clean(line, limit: 400)
        let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard let name = words.first else { return Reply() }
        let rest = words.count > 1 ? words[1].split(separator: " ").joined(separator: " ") : ""
        if let command = PlainCommand.table.first(where: { $0.names.contains(name.lowercased()) }) {
            guard rest.isEmpty || !command.arguments.isEmpty else {
                return Reply(lines: [
                    "\(command.names[0]) takes nothing behind it; filter, as in filter is:down, chooses the servers."
                ])
            }
            return command.perform(&self, rest)
        }
        return explain(text)
            ?? Reply(lines: ["There is no command \(CleanText.clean(String(name), limit: 40)); help lists them."])
    }

    /// Explains a code; nil when the text is none.
    fileprivate func explain(_ text: String) -> Reply? {
        guard !text.isEmpty, let answer = explainer.answer(text, (0..<rows.count).map { rows[$0] }, now) else {
            return nil
        }
        var lines = ["\(answer.title)."]
        lines.append(
            answer.fitting.isEmpty
                ? "No server would show it now."
                : "Would show it now: \(answer.fitting.count == 1 ? "1 server" : "\(answer.fitting.count) servers").")
        lines += answer.fitting.prefix(Self.mostListed).map { match in
            let name = rows.index(of: match.server).map { rows.displayName($0) } ?? match.server.text
            return "\(name), \(match.confidence.rawValue): \(match.reason)."
        }
        for section in answer.sections { lines += ["\(section.title):"] + section.lines }
        return Reply(lines: lines.map { CleanText.clean($0, limit: 2_048) })
    }

    fileprivate mutating func filter(by text: String) -> Reply {
        do throws(FilterMistake) {
            known.rows.filter(by: try Filter.parse(text), now: known.now)
        } catch {
            return Reply(lines: ["The filter stays as it was: \(error.text)."])
        }
        filterText = text
        guard !text.isEmpty else {
            return Reply(lines: ["No filter: all \(rows.count) servers are listed and told of."])
        }
        return Reply(lines: [
            "\(rows.order.count) of \(rows.count) servers match. Lists and news are of these alone; filter alone goes back to all."
        ])
    }

    fileprivate func askOtherwise(_ text: String) -> Reply {
        let words = text.split(separator: " ")
        let isWanted = words.count > 1 && words.last == "yes"
        return withServer((isWanted ? words.dropLast() : words[...]).joined(separator: " ")) { status in
            guard !isWanted else {
                return Reply(
                    lines: ["Asking \(status.server.displayName)."], effects: [.askOtherwise(status.server.id)])
            }
            return Reply(
                lines: AskingOtherwise.lines(status.server) + ["ask \(status.server.displayName) yes does it."])
        }
    }

    fileprivate func write(to path: String) -> Reply {
        guard !path.isEmpty else { return Reply(lines: ["Name a file, as in write board.md."]) }
        let format = formats.format(of: path) ?? formats.first
        guard format.content == .report else { return writeExchange(format, to: path) }
        let request = WriteRequest(
            path: path, format: format,
            servers: rows.order.map { rows[$0].server.id }, filter: filterText, order: rows.sort.words)
        return Reply(effects: [.writeReport(request)])
    }

    /// What there is of a failed exchange is of one server: the one that the filter leaves.
    private func writeExchange(_ format: FileFormat, to path: String) -> Reply {
        guard rows.order.count == 1, let index = rows.order.first else {
            return Reply(lines: [
                "A .\(format.fileExtension) is of one server's last failure: leave that one with filter, as in filter ts07."
            ])
        }
        let subject = ExchangeSubject(rows[index], gateway: rows[index].server.gatewayID.flatMap { known.gateways[$0] })
        return Reply(effects: [
            .writeExchange(ExchangeRequest(path: path, format: format, subject: subject, exchange: nil))
        ])
    }

    fileprivate func list(withProblem: Bool) -> Reply {
        let found = rows.order.filter { !withProblem || rows[$0].judgement.state.isProblem }
        let isFiltered = filterText.isEmpty ? "" : " among the \(rows.order.count) that match the filter"
        guard !found.isEmpty else {
            let known = rows.probed == 0 ? "; nothing is probed yet" : ""
            return Reply(lines: [
                withProblem ? "No server has a problem\(isFiltered)\(known)." : "No server matches the filter."
            ])
        }
        let lines = found.prefix(Self.mostListed).map {
            ServerSentences.line(rows[$0], name: rows.displayName($0), said: rows.annotations($0), now: now)
        }
        let rest = found.count - lines.count
        let noun = found.count == 1 ? "server" : "servers"
        return Reply(
            lines: ["\(found.count) \(noun)\(withProblem ? " with a problem" : "")\(isFiltered):"] + lines
                + (rest > 0 ? ["And \(rest) more; a filter shortens the list."] : []))
    }

    // MARK: Names

    /// Says something about the server of a name.
    fileprivate func about(
        _ name: String, say: (ServerStatus, GatewayStatus?, Instant) -> [String]
    ) -> Reply {
        withServer(name) { status in
            Reply(lines: say(status, status.server.gatewayID.flatMap { gateways[$0] }, now))
        }
    }

    /// Does something with the server of a name, or says why it is not clear which that is.
    func withServer(_ name: String, perform: (ServerStatus) -> Reply) -> Reply {
        guard !name.isEmpty else { return Reply(lines: ["Which server? Name one after the command."]) }
        let found = matches(name.lowercased())
        guard let index = found.first else {
            return Reply(lines: ["No server is called \(CleanText.clean(name, limit: 80))."])
        }
        guard found.count == 1 else {
            let names = found.prefix(5).map { rows.displayName($0) }.joined(separator: ", ")
            let rest = found.count > 5 ? " and \(found.count - 5) more" : ""
            return Reply(lines: ["\(found.count) servers have that in their names: \(names)\(rest)."])
        }
        return perform(rows[index])
    }

    /// The servers that a name may mean: the one with exactly that name, else those that begin with it, else those that
    /// have it in their names.
    private func matches(_ name: String) -> [Rows.Index] {
        let all = 0..<rows.count
        let full = { (index: Rows.Index) in rows[index].server.displayName.lowercased() }
        let exact = all.filter { full($0) == name || rows.displayName($0).lowercased() == name }
        if !exact.isEmpty { return exact }
        let beginning = all.filter { full($0).hasPrefix(name) }
        return beginning.isEmpty ? all.filter { full($0).contains(name) } : beginning
    }
}
