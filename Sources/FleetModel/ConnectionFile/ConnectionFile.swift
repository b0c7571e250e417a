/// What a user's .rdp file asks of mstsc, as far as it decides whether and how a connection comes about.
///
/// Users' names, passwords, tokens and certificates of a file are never in here. Meanings and defaults are those that
/// Microsoft documents for RDP properties.
package struct ConnectionFile: Sendable, Hashable, Codable {
    /// A gateway as the file names it.
    package struct NamedGateway: Sendable, Hashable, Codable {
        /// A DNS name or an address.
        package var host: String
        /// 443 unless the file says otherwise.
        package var port: UInt16

        /// Creates a gateway, by default on the port of HTTPS.
        package init(host: String, port: UInt16 = 443) {
            self.host = host
            self.port = port
        }
    }

    /// `gatewayusagemethod`: when mstsc goes through the gateway.
    package enum GatewayUsage: Int, Sendable, Hashable, Codable, CaseIterable {
        /// Never.
        case never = 0
        /// Always, also when the server could be reached directly.
        case always = 1
        /// When the direct way fails.
        case whenDirectFails = 2
        /// As the administrator's policy says.
        case policy = 3
        /// Never, written in another way; some programs write this whatever the gateway.
        case neverAtAll = 4
    }

    /// `authentication level`: what mstsc does when the server cannot prove who it is.
    package enum ServerAuthentication: Int, Sendable, Hashable, Codable, CaseIterable {
        /// Connects and says nothing.
        case connects = 0
        /// Refuses to connect.
        case refuses = 1
        /// Asks the user.
        case asks = 2
        /// None is required.
        case notRequired = 3
    }

    /// The file as the user named it.
    package var source: String
    /// `full address` without its port: the name or address that the certificate is checked against.
    package var name: String
    /// `alternate full address` without its port: the name or address to connect to instead.
    package var alternateName: String?
    /// `server port`, or the port in the address, or 3389.
    package var port: UInt16
    /// `gatewayhostname`.
    package var gateway: NamedGateway?
    /// `gatewayusagemethod`; 0 unless the file says otherwise.
    package var gatewayUsage: GatewayUsage
    /// `gatewayprofileusagemethod` is 1: the gateway is the file's, and not the administrator's default.
    package var setsGateway: Bool
    /// `authentication level`; nil when the file does not say, which is documented to be 3.
    package var serverAuthentication: ServerAuthentication?
    /// `enablecredsspsupport`: whether NLA may be used.
    package var usesCredSSP: Bool
    /// `negotiate security layer`: false begins with TLS at once, without an X.224 negotiation.
    package var negotiatesSecurity: Bool
    /// `enablerdsaadauth`: sign-in by Entra ID.
    package var usesEntraID: Bool
    /// `use redirection server name`: after a redirection the certificate is checked against the name that it gave.
    package var usesRedirectionServerName: Bool
    /// `loadbalanceinfo`.
    package var routingToken: RoutingToken?
    /// Whether there is a `pcb`: a message that goes before the first one of RDP.
    package var sendsPreconnectionBlob: Bool
    /// `resourceprovider` is `arm`: a desktop of Azure Virtual Desktop.
    package var isAzureVirtualDesktop: Bool
    /// Whether somebody signed it: changed by hand it is no longer valid.
    package var isSigned: Bool
    /// What of the file was passed over, and why: `kiosk.rdp:12: …`, one sentence each.
    package var remarks: [String]

    /// Creates what a file asks for that names a server and nothing else.
    package init(
        source: String, name: String, alternateName: String? = nil, port: UInt16 = Server.defaultPort,
        gateway: NamedGateway? = nil, gatewayUsage: GatewayUsage = .never, setsGateway: Bool = false,
        serverAuthentication: ServerAuthentication? = nil, usesCredSSP: Bool = true, negotiatesSecurity: Bool = true,
        usesEntraID: Bool = false, usesRedirectionServerName: Bool = false, routingToken: RoutingToken? = nil,
        sendsPreconnectionBlob: Bool = false, isAzureVirtualDesktop: Bool = false, isSigned: Bool = false,
        remarks: [String] = []
    ) {
        self.source = source
        self.name = name
        self.alternateName = alternateName
        self.port = port
        self.gateway = gateway
        self.gatewayUsage = gatewayUsage
        self.setsGateway = setsGateway
        self.serverAuthentication = serverAuthentication
        self.usesCredSSP = usesCredSSP
        self.negotiatesSecurity = negotiatesSecurity
        self.usesEntraID = usesEntraID
        self.usesRedirectionServerName = usesRedirectionServerName
        self.routingToken = routingToken
        self.sendsPreconnectionBlob = sendsPreconnectionBlob
        self.isAzureVirtualDesktop = isAzureVirtualDesktop
        self.isSigned = isSigned
        self.remarks = remarks
    }

    /// How users with this file reach the server; only by a gateway also where the file leaves that to Azure, so that
    /// nothing is sent to a machine that nobody reaches like that.
    package var path: AccessPath {
        if isAzureVirtualDesktop { return .gateway }
        switch gatewayUsage {
        case .never, .neverAtAll: return .direct
        case .always: return .gateway
        case .whenDirectFails, .policy: return gateway == nil ? .direct : .both
        }
    }
}
