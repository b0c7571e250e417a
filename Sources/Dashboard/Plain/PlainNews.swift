import FleetModel

/// What has changed since it was last told, in sentences: one for all servers of which the same is to be said, and not
/// more often than a listener can follow.
struct PlainNews: Sendable {
    /// Between two batches of news.
    static let pause = Span.seconds(5)
    /// The most sentences of a batch.
    static let mostSentences = 8
    /// The most names in a sentence.
    static let mostNames = 3

    private var servers: [Standing]
    private var gateways: [Gateway.ID: Standing] = [:]
    private var changedServers: Set<Rows.Index> = []
    private var changedGateways: Set<Gateway.ID> = []
    private var ourSide: String?
    private var toldOurSide: String?
    private var toldCause: String?
    private var hasToldSweep = false
    private var notices: [String] = []
    private var last: Instant?

    /// Nothing is known of so many servers, and that is known.
    init(servers: Int) {
        self.servers = Array(repeating: .unknown, count: servers)
    }

    /// These rows may be something else now.
    mutating func changed(_ rows: [Rows.Index]) { changedServers.formUnion(rows) }

    /// This gateway may be something else now.
    mutating func changed(gateway: Gateway.ID) { changedGateways.insert(gateway) }

    /// This machine has this trouble, or none.
    mutating func ourSide(_ sentence: String?) { ourSide = sentence }

    /// Something that somebody waits for, such as the answer to a command.
    mutating func notice(_ text: String) { notices.append(CleanText.clean(text, limit: 400)) }

    /// What is to be said now.
    mutating func take(
        of rows: Rows, _ known: [Gateway.ID: GatewayStatus], _ causes: [SharedCause],
        _ firstSweep: EventTimeline.FirstSweep?, at now: Instant
    ) -> [String] {
        // An answer does not wait.
        defer { notices = [] }
        if let last, now - last < Self.pause { return notices }
        let time = "\(now.timeText)Z "
        let sentences =
            (takeOurSide() + takeGateways(known, before: rows) + takeServers(rows) + takeCause(causes, of: rows)).map {
                time + $0
            }
        let sweep = takeSweep(firstSweep).map { time + $0 }
        if !sentences.isEmpty || !sweep.isEmpty { last = now }
        guard sentences.count > Self.mostSentences else { return notices + sentences + sweep }
        let rest = "\(time)And \(sentences.count - Self.mostSentences) more changes; problems lists what is wrong now."
        return notices + sentences.prefix(Self.mostSentences) + [rest] + sweep
    }

    // MARK: What there is to say

    private mutating func takeOurSide() -> [String] {
        guard ourSide != toldOurSide else { return [] }
        toldOurSide = ourSide
        return [ourSide.map { "Here: \($0)." } ?? "Here: our own side is fine again."]
    }

    /// The strongest cause, when it is another one; servers that have no more in common than their verdict are told
    /// together anyway.
    private mutating func takeCause(_ causes: [SharedCause], of rows: Rows) -> [String] {
        let strongest = causes.first.flatMap { $0.trait == .verdict ? nil : $0 }
        let cause = strongest.flatMap { cause in
            let isShown = cause.servers.contains { rows.index(of: $0).flatMap { rows.position(of: $0) } != nil }
            return rows.filter.isEmpty || isShown ? cause : nil
        }
        let key = cause.map { "\($0.trait.rawValue) \($0.value)" }
        guard key != toldCause else { return [] }
        toldCause = key
        guard let cause else { return [] }
        return ["In common (\(cause.confidence.rawValue)): \(CleanText.clean(cause.statement))."]
    }

    private mutating func takeSweep(_ firstSweep: EventTimeline.FirstSweep?) -> [String] {
        guard !hasToldSweep, let firstSweep else { return [] }
        hasToldSweep = true
        return ["First sweep over: \(firstSweep.counts.sentence)."]
    }

    private mutating func takeGateways(_ known: [Gateway.ID: GatewayStatus], before rows: Rows) -> [String] {
        let shown = rows.filter.isEmpty ? nil : Set(rows.order.compactMap { rows[$0].server.gatewayID })
        let told = changedGateways.filter { shown?.contains($0) ?? true }
        defer { changedGateways.subtract(told) }
        let changes = told.sorted().compactMap { id -> Change? in
            guard let status = known[id] else { return nil }
            let name = "Gateway " + CleanText.clean(status.gateway.name, limit: 80)
            return change(to: Standing(status.judgement), of: name, in: &gateways[id, default: .unknown])
        }
        return changes.map { Change.sentence(of: [$0], verdict: $0.verdict) }
    }

    private mutating func takeServers(_ rows: Rows) -> [String] {
        // What the filter hides, or somebody has muted, is told when it is not any more.
        let told = changedServers.filter { rows.position(of: $0) != nil && rows.annotations($0).mute == nil }
        defer { changedServers.subtract(told) }
        var groups: [Change.Key: [Change]] = [:]
        var order: [Change.Key] = []
        let severity = { (index: Rows.Index) in (rows[index].judgement.state.severity, index) }
        for index in told.sorted(by: { severity($0) < severity($1) }) {
            let standing = Standing(rows[index].judgement)
            guard let change = change(to: standing, of: rows.displayName(index), in: &servers[index]) else { continue }
            if groups[change.key] == nil { order.append(change.key) }
            groups[change.key, default: []].append(change)
        }
        return order.flatMap { Change.sentences(of: groups[$0] ?? []) }
    }

    /// What to say of a standing that has become another one; nil when there is nothing to say.
    private func change(to new: Standing, of name: String, in told: inout Standing) -> Change? {
        // A failure that is not confirmed yet is none to tell.
        guard new.state != .unconfirmed, new.key != told.key else { return nil }
        let before = told.state
        told = new
        // What works at first sight is counted when the first sweep is over.
        if new.state == .ok, before == .unknown { return nil }
        return Change(name: name, before: before, now: new)
    }
}

/// What is said of a server or a gateway.
private struct Standing: Sendable {
    static let unknown = Standing(.notProbed)

    var state: ServerState
    /// The rule of its verdict; texts may change from day to day and say the same.
    var rule: String
    /// The verdict, the fuller form first.
    var forms: [String]
    var behind: String?

    init(_ judgement: Judgement) {
        state = judgement.state
        let headline = judgement.state.isProblem ? judgement.headline : nil
        rule = headline?.rule ?? ""
        forms = headline.map { [$0.medium, $0.short] } ?? []
        behind = judgement.behind
    }

    /// What makes it the same as another one.
    var key: String { "\(state.rawValue) \(behind ?? rule)" }
}

/// One server or gateway of which something new is to be said.
private struct Change: Sendable {
    /// What is said together.
    struct Key: Hashable {
        var before: Bool
        var now: String
    }

    var name: String
    var before: ServerState
    var now: Standing

    var key: Key { Key(before: before == now.state, now: now.key) }

    /// The verdict in full; nil when there is none, or it is the gateway's.
    var verdict: String? { now.behind == nil ? now.forms.first : nil }

    /// One sentence for changes of one key, or one for each verdict when neither form of it is true of all.
    static func sentences(of changes: [Change]) -> [String] {
        guard let first = changes.first else { return [] }
        let shared = (first.now.behind == nil ? first.now.forms : []).enumerated().first { form in
            changes.allSatisfy {
                $0.now.forms.indices.contains(form.offset) && $0.now.forms[form.offset] == form.element
            }
        }
        guard shared == nil, first.verdict != nil else { return [sentence(of: changes, verdict: shared?.element)] }
        return changes.map { sentence(of: [$0], verdict: $0.verdict) }
    }

    /// `rdsh-1, rdsh-2 and 15 more (17 servers) are down: TCP 3389 refused.`
    static func sentence(of changes: [Change], verdict: String?) -> String {
        guard let first = changes.first else { return "" }
        let names = changes.prefix(PlainNews.mostNames).map { CleanText.clean($0.name, limit: 80) }
        let rest = changes.count - names.count
        let subject =
            changes.count == 1
            ? names[0]
            : rest == 0
                ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
                : "\(changes.count) servers (\(names.joined(separator: ", ")) and \(rest) more)"
        let isOne = changes.count == 1
        let predicate =
            switch first.now.state {
            case .down: (isOne ? "is" : "are") + (first.before == .down ? " still down, now" : " down")
            case .warning:
                (isOne ? "has" : "have") + (first.before == .warning ? " another warning" : " a warning")
            case .ok: (isOne ? "is" : "are") + " ok again"
            case .unconfirmed, .unknown: (isOne ? "is" : "are") + " not known now"
            }
        let behind = first.now.behind.map { " behind \(CleanText.clean($0, limit: 80))" } ?? ""
        return "\(subject) \(predicate)\(behind)" + (verdict.map { ": \(CleanText.clean($0))" } ?? "") + "."
    }
}

extension StateCounts {
    /// `4 down, 17 down behind rdgw-fra-1, 18 with a warning, 2 not known, 365 ok`; what there is none of is left out.
    var sentence: String {
        let behind = gatewaysDown.map { ($0.count, "down behind \(CleanText.clean($0.name, limit: 80))") }
        let parts = [(down, "down")] + behind + [(warning, "with a warning"), (unknown, "not known"), (ok, "ok")]
        let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return words.isEmpty ? "no server" : words.joined(separator: ", ")
    }
}
