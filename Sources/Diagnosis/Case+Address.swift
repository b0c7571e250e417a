import FleetModel

extension Case {
    /// From which address this machine asks, so that somebody can look for it in a list of banned ones.
    var ownAddressEvidence: [String] {
        guard let local = snapshot?.tcp?.facts?.local else { return [] }
        return ["asked from \(local.address)"]
    }
}
