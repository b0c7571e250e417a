package import FleetModel

/// Says what the facts of one server mean at one moment: its state, its nine cells, and why.
///
/// Pure: the same arguments give the same answer. `snapshot` is nil before the first probe. On `path: both` the direct
/// path decides as long as the gateway has not been measured; with `path: gateway` there is nothing direct to judge.
package func judge(_ snapshot: ServerSnapshot?, of server: Server, now: Instant) -> Judgement {
    let seen = Case(server: server, snapshot: server.path == .gateway ? nil : snapshot, now: now)
    let matches = RuleTable.rules.compactMap { rule in rule.finding(in: seen).map { (rule, $0) } }
    var cells = ladderCells(of: seen)
    for (rule, _) in matches {
        cells[rule.layer] = cells[rule.layer].marked(rule.mark)
    }
    let findings = matches.map(\.1)
    return Judgement(
        state: state(of: seen, cells, findings), cells: cells, findings: findings,
        certificateLeft: seen.certificateLeft)
}

/// The state that cells and findings amount to.
private func state(of seen: Case, _ cells: Cells, _ findings: [Finding]) -> ServerState {
    guard let snapshot = seen.snapshot else { return .unknown }
    // A certificate's dates do not come and go: they need no second look.
    if findings.contains(where: { $0.severity == .down && $0.layer == .certificate }) { return .down }
    let blocking: [Layer] = [.dns, .tcp, .x224, .tls]
    if blocking.contains(where: { cells[$0].isFailed }) {
        return snapshot.consecutiveFailures < ServerSnapshot.confirmingFailures ? .unconfirmed : .down
    }
    if Layer.allCases.contains(where: { seen.isOurFault(at: $0) }) { return .unknown }
    let isTroubled = Layer.allCases.contains { cells[$0].isFailed || cells[$0].isWarning }
    if isTroubled || findings.contains(where: { $0.severity < .note }) { return .warning }
    return .ok
}
