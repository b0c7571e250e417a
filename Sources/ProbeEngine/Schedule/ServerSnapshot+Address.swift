internal import FleetModel

extension ServerSnapshot {
    /// The address that was tried last, else the first that the name has; nil when none is known.
    var lastAddress: IPAddress? {
        tcp?.facts?.attempts.last?.peer.address ?? dns?.facts?.addresses.first
    }
}
