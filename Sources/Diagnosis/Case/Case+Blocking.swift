import FleetModel

extension Case {
    /// Whether the server may have blocked this machine: it answered before and is silent now, and it or what is around
    /// it is up.
    ///
    /// Neighbours that are up say nothing of a host whose own echoes have ended with its port.
    var isPossiblyBlocked: Bool {
        let failure = failure(at: .tcp)
        return failure == .blocked || failure == .timedOut && snapshot?.possiblyBlockedHere ?? false && !hasFallenSilent
    }

    /// From which address this machine asks, so that somebody can look for it in a list of banned ones.
    var ownAddressEvidence: [String] {
        guard let local = snapshot?.tcp?.facts?.local else { return [] }
        return ["asked from \(local.address)"]
    }
}
