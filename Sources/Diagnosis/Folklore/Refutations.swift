package import FleetModel

/// The common advice that what was seen of a server speaks against, in the order of the claims.
///
/// A probe from one place speaks for that place; each reason says so. Nothing is said of a server that was not probed
/// itself.
/// - Parameters:
///   - status: The server, what was last seen of it and what that means.
///   - gateway: The gateway in front of it; nil when there is none, or when nothing is known of it.
///   - now: The moment of judging.
/// - Returns: What is refuted; empty when nothing is.
package func refutations(of status: ServerStatus, gateway: GatewayStatus?, now: Instant) -> [Refutation] {
    guard status.server.path != .gateway, let snapshot = status.snapshot else { return [] }
    let seen = Case(server: status.server, snapshot: snapshot, gateway: gateway, now: now)
    return ClaimTable.claims.compactMap { claim in
        claim.refute(seen).map { Refutation(claim: claim.text, why: CleanText.clean($0, limit: 400)) }
    }
}
