package import FleetModel

/// Says what the facts of one server mean at one moment: its state, its nine cells, and why.
///
/// Pure: the same arguments give the same answer.
/// - Parameters:
///   - snapshot: The last probe; nil before the first. With `path: gateway` there is nothing direct to judge, and it is
///     not looked at.
///   - server: The server and what is expected of it.
///   - gateway: The gateway in front of it, judged; nil when there is none, or when nothing is known of it.
///   - ourSide: How this machine was when the probe was made; what fails while it is not fine may be our fault.
///   - now: The moment of judging.
/// - Returns: What the facts mean; its findings are the worst first.
package func judge(
    _ snapshot: ServerSnapshot?, of server: Server, gateway: GatewayStatus? = nil,
    ourSide: OurSideState = .fine, now: Instant
) -> Judgement {
    let seen = Case(
        server: server, snapshot: server.path == .gateway ? nil : snapshot, gateway: gateway, ourSide: ourSide,
        now: now)
    let matches = RuleTable.matches(in: seen)
    var cells = ladderCells(of: seen)
    for (rule, finding) in matches where finding.severity < .note || rule.head.severity == .note {
        // What is worth no more than knowing in this case leaves no mark.
        cells[finding.layer] = cells[finding.layer].marked(rule.head.mark)
    }
    let direct = directState(of: seen, cells, matches.map(\.1))
    let state = stateOfPaths(direct: direct, of: seen)
    return Judgement(
        state: state, cells: cells, findings: matches.map(\.1).ranked(within: state, isDoubtful: seen.doubt != nil),
        certificateLeft: seen.certificateLeft,
        behind: server.path == .gateway && state == .down ? seen.gatewayName : nil)
}

/// The state that the direct path alone amounts to.
private func directState(of seen: Case, _ cells: Cells, _ findings: [Finding]) -> ServerState {
    guard let snapshot = seen.snapshot else { return .unknown }
    // A certificate's dates do not come and go: they need no second look.
    if findings.contains(where: { $0.severity == .down && $0.layer == .certificate }) { return .down }
    // Unknown, not down: the failure is a fact, and says too little of the server.
    if seen.doubt != nil { return .unknown }
    if blockingLayers.contains(where: { cells[$0].isFailed }) {
        return snapshot.consecutiveFailures < ServerSnapshot.confirmingFailures ? .unconfirmed : .down
    }
    if seen.ourFault != nil { return .unknown }
    let isTroubled = Layer.allCases.contains { layer in
        // What is beside the connection counts only when a rule says that it was expected.
        guard layer != .gateway, !layer.isBesideTheConnection else { return false }
        return cells[layer].isFailed || cells[layer].isWarning
    }
    if isTroubled || findings.contains(where: { $0.severity < .note && $0.layer != .gateway }) { return .warning }
    return .ok
}

/// The state over all paths that users take, given that of the direct one.
///
/// With two paths, a gateway that has failed once and is not checked again yet changes nothing: hundreds of servers would
/// come and go with one lost packet.
private func stateOfPaths(direct: ServerState, of seen: Case) -> ServerState {
    switch (seen.server.path, seen.gatewayState) {
    case (.direct, _): direct
    case (.gateway, let gateway): gateway
    case (.both, .unknown), (.both, .unconfirmed): direct
    case (.both, .down): direct == .ok || direct == .unknown ? .warning : direct
    case (.both, .ok): direct == .down ? .warning : direct
    case (.both, .warning): direct == .down || direct == .ok ? .warning : direct
    }
}

extension [Finding] {
    /// The worst first, and none of them worse than the state: what stops users on one path only is a warning, and what
    /// may be our own fault a note.
    func ranked(within state: ServerState, isDoubtful: Bool = false) -> [Finding] {
        let findings = map { finding in
            var finding = finding
            if finding.severity == .down, state == .warning { finding.severity = .warning }
            if finding.severity == .down, isDoubtful, state == .unknown { finding.severity = .note }
            return finding
        }
        // A stable order: among equals that of the rule table stays.
        return Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
    }
}
