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
package struct Gateway: Sendable, Hashable, Codable, Identifiable {
    /// Its identity in the fleet: the name in lower case.
    package typealias ID = String

    /// The port of DTLS unless the file says otherwise.
    package static let defaultDatagramPort: UInt16 = 3391

    /// What servers refer to it by.
    package var name: String
    /// The host name its certificate must carry, or an address.
    package var host: String
    /// 443 unless the file says otherwise.
    package var port: UInt16
    /// Connect here instead of resolving the host.
    package var address: IPAddress?
    /// The UDP port of its DTLS transport; 3391 unless the file says otherwise, nil when it is not to be tried.
    package var datagramPort: UInt16?
    /// How often and how long to probe it, whom to trust, and which certificate to expect.
    package var policy: ProbePolicy

    /// Creates a gateway, by default on the port of HTTPS.
    package init(
        name: String, host: String, port: UInt16 = 443, address: IPAddress? = nil,
        datagramPort: UInt16? = Gateway.defaultDatagramPort, policy: ProbePolicy = ProbePolicy()
    ) {
        self.name = name
        self.host = host
        self.port = port
        self.address = address
        self.datagramPort = datagramPort
        self.policy = policy
    }

    /// What servers' `gateway` is compared with.
    package var id: ID { name.lowercased() }
}
