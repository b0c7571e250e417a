import FleetModel

/// Saying that somebody takes care: of one server, or with `all` of every one that the filter leaves.
extension PlainBoard {
    /// `NAME|all [REASON]`: notes that the user knows of the problems that these servers have now.
    mutating func acknowledge(_ text: String) -> Reply {
        let (name, reason) = Self.cut(text)
        return withServers(name) { board, indexes in
            let problems = indexes.compactMap { index in
                Problem(board.rows[index].judgement).map { (index, Annotation.Kind.acknowledgement($0)) }
            }
            guard !problems.isEmpty else {
                return Reply(lines: ["No problem to acknowledge: \(board.subject(indexes))."])
            }
            return board.annotate(problems, "Acknowledged", because: reason)
        }
    }

    /// `NAME|all TIME [REASON]`: hears nothing of these servers for a while.
    mutating func mute(_ text: String) -> Reply {
        let (name, rest) = Self.cut(text)
        let (word, reason) = Self.cut(rest)
        return withServers(name) { board, indexes in
            guard let length = MuteLength(word, now: board.now, offset: board.offset) else {
                return Reply(lines: ["For how long? One of \(MuteLength.forms): mute \(name) 1h reboot."])
            }
            let muted = indexes.filter { length.isPossible(for: board.rows[$0].judgement) }
            guard !muted.isEmpty else { return Reply(lines: ["Nothing to recover from: \(board.subject(indexes))."]) }
            let kind = Annotation.Kind.mute(until: length.end(from: board.now))
            let words = length.words(seenFrom: board.now)
            return board.annotate(muted.map { ($0, kind) }, "Muted \(words)", because: reason)
        }
    }

    /// `NAME|all`: takes back what has been said of one kind.
    mutating func lift(
        _ text: String, _ kind: WritableKeyPath<ServerAnnotations, Annotation?>, _ word: String
    ) -> Reply {
        withServers(text) { board, indexes in
            let those = indexes.filter { board.rows.annotations($0)[keyPath: kind] != nil }
            guard !those.isEmpty else { return Reply(lines: ["Not \(word): \(board.subject(indexes))."]) }
            let changes = those.map { index in
                var said = board.rows.annotations(index)
                said[keyPath: kind] = nil
                return (index: index, said: said)
            }
            board.known.annotate(changes)
            return Reply(lines: ["Not \(word) any more: \(board.subject(those))."], effects: [board.kept(those)])
        }
    }

    /// Has it kept elsewhere what is said of servers now.
    func kept(_ indexes: [Rows.Index]) -> Effect {
        .annotate(
            Dictionary(
                indexes.map { (rows[$0].server.id, rows.annotations($0)) }, uniquingKeysWith: { _, last in last }))
    }

    /// `2 muted, 1 acknowledged`; nil when nobody takes care of any.
    var attendedWords: String? {
        let parts = [(rows.muted, "muted"), (rows.acknowledged, "acknowledged")].filter { $0.0 > 0 }
        return parts.isEmpty ? nil : parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private mutating func annotate(
        _ kinds: [(index: Rows.Index, kind: Annotation.Kind)], _ verb: String, because reason: String
    ) -> Reply {
        let changes = kinds.map { index, kind in
            var said = rows.annotations(index)
            said.add(Annotation(kind, by: user, reason: reason, at: now))
            return (index: index, said: said)
        }
        known.annotate(changes)
        let those = kinds.map(\.index)
        return Reply(lines: ["\(verb) by \(user): \(subject(those))."], effects: [kept(those)])
    }

    /// Does something with the servers of a name, or with all that the filter leaves.
    private mutating func withServers(
        _ name: String, perform: (inout PlainBoard, [Rows.Index]) -> Reply
    ) -> Reply {
        if name == "all" {
            let shown = rows.order
            return shown.isEmpty ? Reply(lines: ["No server matches the filter."]) : perform(&self, Array(shown))
        }
        var found: Rows.Index?
        let unclear = withServer(name) { status in
            found = rows.index(of: status.server.id)
            return Reply()
        }
        return found.map { perform(&self, [$0]) } ?? unclear
    }

    private func subject(_ indexes: [Rows.Index]) -> String {
        indexes.count == 1 ? rows.displayName(indexes[0]) : "\(indexes.count) servers"
    }

    /// The first word, and what stands behind it.
    private static func cut(_ text: String) -> (word: String, rest: String) {
        let words = text.split(separator: " ", maxSplits: 1)
        return (words.first.map(String.init) ?? "", words.count > 1 ? String(words[1]) : "")
    }
}
