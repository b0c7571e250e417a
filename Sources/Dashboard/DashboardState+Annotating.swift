import FleetModel

extension DashboardState {
    /// What people have said of a server by now, also while the screen stands still.
    func annotations(_ index: Rows.Index) -> ServerAnnotations { liveRows.annotations(index) }

    /// Asks why, and then notes that somebody knows of the problems that these servers have now.
    mutating func acknowledge(_ indexes: [Rows.Index]) {
        let problems = indexes.compactMap { index in Problem(rows[index].judgement).map { (index, $0) } }
        let healthy = indexes.count - problems.count
        guard !problems.isEmpty else {
            return say(
                indexes.count == 1
                    ? "\(subject(indexes)): no problem to acknowledge" : "none of \(subject(indexes)) has a problem")
        }
        let subject = subject(problems.map(\.0))
        let rest = healthy == 0 ? "" : "; \(healthy) without a problem left out"
        prompt = .text(
            TextQuestion(
                label: "acknowledge, because",
                hints: { state, _ in
                    [
                        "Enter acknowledges \(subject) as \(state.setup.user)\(rest)   Esc cancels",
                        "Enter: \(subject)   Esc cancels",
                        "Enter  Esc",
                    ]
                }
            ) { state, reason in
                state.annotate(problems.map { ($0, .acknowledgement($1)) }, "acknowledged", because: reason)
            })
    }

    /// Takes back what has been said of servers.
    mutating func lift(_ indexes: [Rows.Index], _ take: (inout ServerAnnotations) -> Void) -> [Effect] {
        let changes = indexes.map { index in
            var said = annotations(index)
            take(&said)
            return (index: index, said: said)
        }
        return set(changes)
    }

    /// Notes something about servers, in the user's name.
    mutating func annotate(
        _ kinds: [(index: Rows.Index, kind: Annotation.Kind)], _ verb: String, because reason: String
    ) -> [Effect] {
        let changes = kinds.compactMap { index, kind -> (index: Rows.Index, said: ServerAnnotations)? in
            var said = annotations(index)
            said.add(Annotation(kind, by: setup.user, reason: reason, at: clock))
            // The server may have another problem by now, of which nobody has said anything.
            guard said == said.remaining(liveRows[index].judgement, now: clock) else { return nil }
            return (index, said)
        }
        let missed = kinds.count - changes.count
        guard !changes.isEmpty else {
            say("\(subject(kinds.map(\.index))): not \(verb), as it has changed meanwhile")
            return []
        }
        say("\(verb) \(subject(changes.map(\.index)))" + (missed == 0 ? "" : "; \(missed) have changed meanwhile"))
        return set(changes)
    }

    /// Takes what is kept elsewhere; what has ended since is not kept any longer.
    mutating func restore(_ said: [Server.ID: ServerAnnotations]) -> [Effect] {
        let known = said.compactMap { id, said in rows.index(of: id).map { (index: $0, said: said) } }
        let remaining = known.map { index, said in
            (index: index, said: said.remaining(liveRows[index].judgement, now: clock))
        }
        let effects = set(remaining)
        let ended = zip(known, remaining).filter { $0.said != $1.said }.map(\.0.index)
        return ended.isEmpty ? [] : effects
    }

    /// Has it kept elsewhere that acknowledgements and mutes have ended by themselves.
    func noteEnded(_ ended: [Rows.Index]) -> [Effect] {
        ended.isEmpty ? [] : [keep(ended)]
    }

    private mutating func set(_ changes: [(index: Rows.Index, said: ServerAnnotations)]) -> [Effect] {
        guard !changes.isEmpty else { return [] }
        // A screen that stands still shows them at once, too; that they were given is learnt like all else.
        if backstage != nil { shown.rows.annotate(changes, now: now) }
        learn { $0.annotate(changes) }
        follow()
        return [keep(changes.map(\.index))]
    }

    private func keep(_ indexes: [Rows.Index]) -> Effect {
        let rows = liveRows
        return .annotate(
            Dictionary(
                indexes.map { (rows[$0].server.id, rows.annotations($0)) }, uniquingKeysWith: { _, last in last }))
    }
}
