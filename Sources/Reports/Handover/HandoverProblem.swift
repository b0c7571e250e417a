import FleetModel

/// One thing that is wrong, and everybody whom it hits: what a handover speaks of, whatever their number.
struct HandoverProblem {
    var state: ServerState
    /// What is wrong, as a rule concluded it of the gateway or of the first of the servers; nil when there is nothing to say.
    var finding: Finding?
    /// The server or gateway that the finding, its evidence and its steps are of.
    var example: String
    /// The gateway itself, when it is one that is wrong.
    var gateway: GatewayStatus?
    /// The servers that are hit, in the order of the report; none when a gateway stands before nobody.
    var servers: [ServerStatus]

    /// Who is hit: `24 servers behind rdgw-fra-1`, `gateway rdgw-nyc-1`, `ts07.corp.example`, `3 servers`.
    var subject: String {
        if let gateway {
            guard !servers.isEmpty else { return "gateway \(gateway.gateway.name)" }
            return StateCounts.behindSentence(servers.count, gateway.gateway.name)
        }
        if let behind = servers.first?.judgement.behind { return StateCounts.behindSentence(servers.count, behind) }
        return servers.count == 1 ? example : "\(servers.count) servers"
    }

    /// The most different verdicts that are told.
    private static let mostVerdicts = 3

    /// What is wrong, in one line: what is said of the gateway, or of each of the servers, as their own numbers stand in it.
    var verdict: String {
        guard gateway == nil, servers.first?.judgement.behind == nil else {
            return finding?.medium ?? gateway?.verdict ?? state.word
        }
        let told = servers.map(\.verdict)
        let counts = Dictionary(told.map { ($0, 1) }, uniquingKeysWith: +)
        guard counts.count > 1 else { return told.first ?? state.word }
        // In the order of the report, in which the worst come first.
        var seen: Set<String> = []
        let all = told.filter { seen.insert($0).inserted }
        let shown = all.prefix(Self.mostVerdicts).map { "\($0) (\(counts[$0] ?? 0))" }
        let rest = told.count - all.prefix(Self.mostVerdicts).reduce(0) { $0 + (counts[$1] ?? 0) }
        return shown.joined(separator: ", ") + (rest > 0 ? ", and the like (\(rest))" : "")
    }

    /// What users see of it, where it is the same for everybody who is hit; nil where it is not, or not known.
    var symptom: Symptom? {
        guard gateway == nil else { return finding?.symptoms.first }
        let all = Set(servers.map { $0.judgement.headline?.symptoms.first })
        return all.count == 1 ? all.first ?? nil : nil
    }

    /// The runbook, where all who are hit have the same; nil where they have not.
    var runbook: String? {
        let all = Set(servers.map(\.server.runbook))
        return all.count == 1 ? all.first ?? nil : nil
    }

    /// Since when the first of them is so; nil when that is not known.
    var since: Instant? { (servers.compactMap(\.since) + [gateway?.since].compactMap(\.self)).min() }

    /// Whether it was so already when it was first looked at.
    var isFirstSight: Bool { servers.allSatisfy { $0.previous == nil } && gateway?.previous == nil }
}

extension SnapshotReport {
    /// What is wrong: gateways with the servers behind them, then servers by state and cause; the worst and largest first.
    var problems: [HandoverProblem] {
        let behind = groupsBehind
        let gateways = troubledGateways.filter { $0.judgement.headline != nil }.map { status in
            HandoverProblem(
                state: status.judgement.state, finding: status.judgement.headline, example: status.gateway.name,
                gateway: status, servers: behind.first { $0.gateway.lowercased() == status.gateway.id }?.servers ?? [])
        }
        // Behind a gateway that the report does not have, or has nothing to say of.
        let told = Set(gateways.compactMap { $0.gateway?.gateway.id })
        let others = behind.filter { !told.contains($0.gateway.lowercased()) }.map { group in
            HandoverProblem(
                state: .down, finding: group.servers.first?.judgement.headline, example: group.gateway,
                servers: group.servers)
        }
        return (gateways + others + problemsOfServers).enumerated()
            .sorted { $0.element.order + [$0.offset] < $1.element.order + [$1.offset] }.map(\.element)
    }

    private var problemsOfServers: [HandoverProblem] {
        struct Key: Hashable {
            let state: ServerState
            let rule: String?
        }
        var places: [Key: Int] = [:]
        var problems: [HandoverProblem] = []
        for status in troubled {
            let key = Key(state: status.judgement.state, rule: status.judgement.headline?.rule)
            if let place = places[key] {
                problems[place].servers.append(status)
            } else {
                places[key] = problems.count
                problems.append(
                    HandoverProblem(
                        state: key.state, finding: status.judgement.headline, example: status.server.displayName,
                        servers: [status]))
            }
        }
        return problems
    }
}

extension HandoverProblem {
    /// By state, then how many are hit; those of whom nothing is known come last.
    fileprivate var order: [Int] {
        [state == .unknown ? 9 : state.severity, finding?.severity.rank ?? 9, -servers.count]
    }
}

extension [Int] {
    /// Place by place, as words are in a dictionary.
    fileprivate static func < (left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
}
