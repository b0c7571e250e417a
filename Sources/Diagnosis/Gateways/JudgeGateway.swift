package import FleetModel

/// Says what the facts of one gateway mean at one moment: its state, its cells, and why.
///
/// Pure: the same arguments give the same answer. Of the nine cells, P, X and N are not a gateway's; U is its DTLS port
/// and G its HTTP transport.
/// - Parameters:
///   - snapshot: The last probe; nil before the first.
///   - gateway: The gateway and what is expected of it.
///   - ourSide: How this machine was when the probe was made; what fails while it is not fine may be our fault.
///   - now: The moment of judging.
/// - Returns: What the facts mean; its findings are the worst first.
package func judge(
    _ snapshot: GatewaySnapshot?, of gateway: Gateway, ourSide: OurSideState = .fine, now: Instant
) -> Judgement {
    let seen = GatewayCase(gateway: gateway, snapshot: snapshot, ourSide: ourSide, now: now)
    let matches = GatewayRuleTable.rules.compactMap { rule in rule.finding(in: seen).map { (rule, $0) } }
    var cells = gatewayCells(of: seen)
    for (rule, _) in matches {
        cells[rule.head.layer] = cells[rule.head.layer].marked(rule.head.mark)
    }
    let state = state(of: seen, cells, matches.map(\.1))
    return Judgement(
        state: state, cells: cells,
        findings: matches.map(\.1).ranked(within: state, isDoubtful: seen.doubt != nil),
        certificateLeft: seen.climb.certificateLeft)
}

/// The state that cells and findings amount to; the DTLS port alone never makes it worse than a finding does.
private func state(of seen: GatewayCase, _ cells: Cells, _ findings: [Finding]) -> ServerState {
    guard let snapshot = seen.snapshot else { return .unknown }
    if findings.contains(where: { $0.severity == .down && $0.layer == .certificate }) { return .down }
    // Or else a dead link of ours would take down every server behind it.
    if seen.doubt != nil { return .unknown }
    if [Layer.dns, .tcp, .tls, .gateway].contains(where: { cells[$0].isFailed }) {
        return snapshot.consecutiveFailures < ServerSnapshot.confirmingFailures ? .unconfirmed : .down
    }
    if seen.ourFault != nil { return .unknown }
    let isTroubled = Layer.allCases.contains { layer in
        !layer.isBesideTheConnection && (cells[layer].isFailed || cells[layer].isWarning)
    }
    return isTroubled || findings.contains { $0.severity < .note } ? .warning : .ok
}
