/// One Remote Desktop server as the inventory describes it: whom to probe, how, and what is expected of it.
package struct Server: Sendable, Hashable, Codable, Identifiable {
    /// Its identity in the fleet: lower-case name and port; two entries with the same identity are duplicates.
    package struct ID: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
        /// `name:port`, in lower case.
        package let text: String

        /// The identity of a server of this name, or address, and port.
        package init(name: String, port: UInt16) {
            text = name.contains(":") ? "[\(name.lowercased())]:\(port)" : "\(name.lowercased()):\(port)"
        }

        /// Its text.
        package var description: String { text }

        /// By their texts.
        package static func < (left: ID, right: ID) -> Bool { left.text < right.text }

        /// Encoded as its text.
        package init(from decoder: any Decoder) throws {
            text = try decoder.singleValueContainer().decode(String.self)
        }

        /// Encoded as its text.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(text)
        }
    }

    /// The port that Remote Desktop listens on unless told otherwise.
    package static let defaultPort: UInt16 = 3389

    /// The name users type: a DNS name or an address in text. The certificate is checked against it.
    package let name: String
    /// 1 to 65535.
    package let port: UInt16
    /// Connect here instead of resolving the name.
    package var address: IPAddress?
    /// Connect to the addresses of this name instead; the certificate is still checked against the server's own.
    package var connectName: String?
    /// Goes into the Connection Request in place of the cookie.
    package var routingToken: RoutingToken?
    /// The site it stands at; the group's name unless the file says otherwise.
    package var site: String?
    /// Who looks after it.
    package var owner: String?
    /// Words to find it by.
    package var tags: [String]
    /// The page that says what to do when it fails.
    package var runbook: String?
    /// The name of the RD Gateway in front of it.
    package var gateway: String?
    /// How users reach it.
    package var path: AccessPath
    /// How often and how long to probe it, and what to expect.
    package var policy: ProbePolicy

    /// Creates a server, by default on the port of Remote Desktop.
    package init(
        name: String, port: UInt16 = Server.defaultPort, address: IPAddress? = nil, site: String? = nil,
        owner: String? = nil, tags: [String] = [], runbook: String? = nil, gateway: String? = nil,
        path: AccessPath = .direct, policy: ProbePolicy = ProbePolicy(), connectName: String? = nil,
        routingToken: RoutingToken? = nil
    ) {
        self.name = name
        self.port = port
        self.address = address
        self.connectName = connectName
        self.routingToken = routingToken
        self.site = site
        self.owner = owner
        self.tags = tags
        self.runbook = runbook
        self.gateway = gateway
        self.path = path
        self.policy = policy
    }

    /// The name that is resolved to connect.
    package var resolvedName: String { connectName ?? name }

    /// The identity of the gateway in front of it; nil when there is none.
    package var gatewayID: Gateway.ID? { gateway?.lowercased() }

    /// Its name and port, which no other server of the fleet has.
    package var id: ID { ID(name: name, port: port) }

    /// The name as shown: with its port when that is not 3389.
    package var displayName: String {
        guard port != Server.defaultPort else { return name }
        return name.contains(":") ? "[\(name)]:\(port)" : "\(name):\(port)"
    }
}

/// How users reach a server.
package enum AccessPath: String, Sendable, Hashable, Codable, CaseIterable {
    case direct, gateway, both
}
