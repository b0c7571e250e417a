/// Everything a fleet file says: who is watched, and through what.
package struct Fleet: Sendable, Hashable, Codable {
    /// The name on the title line: the file's name without its extension, `demo`, or the targets' count.
    package var name: String
    /// In the order of the file.
    package var servers: [Server]
    /// The RD Gateways in front of them.
    package var gateways: [Gateway]
    /// Name servers to ask instead of the system's; empty for the system's.
    package var resolvers: [SocketEndpoint]

    /// Creates a fleet.
    package init(name: String, servers: [Server], gateways: [Gateway] = [], resolvers: [SocketEndpoint] = []) {
        self.name = name
        self.servers = servers
        self.gateways = gateways
        self.resolvers = resolvers
    }
}

/// An RD Gateway as the inventory describes it.
package struct Gateway: Sendable, Hashable, Codable {
    /// What servers refer to it by.
    package var name: String
    /// The host name its certificate must carry, or an address.
    package var host: String
    /// 443 unless the file says otherwise.
    package var port: UInt16

    /// Creates a gateway, by default on the port of HTTPS.
    package init(name: String, host: String, port: UInt16 = 443) {
        self.name = name
        self.host = host
        self.port = port
    }
}
