package import ErrorCodes
package import FleetModel

/// Where codes of one topic belong, what a probe can see of it, and what to check next.
package struct Guidance: Sendable, Hashable {
    /// Where on the way from the user to the session it is decided.
    package enum Place: Sendable, Hashable {
        /// In these layers of the ladder.
        case layers([Layer])
        /// Later than any of them.
        case afterLogOn
        /// On the machine in front of the user.
        case client
        /// Nowhere that is known.
        case unknown

        /// The layers; empty when it is none of them.
        package var layers: [Layer] {
            switch self {
            case .layers(let layers): layers
            case .afterLogOn, .client, .unknown: []
            }
        }

        /// The place in words, without a full stop.
        package var words: String {
            switch self {
            case .layers(let layers): layers.map(\.title).joined(separator: ", ")
            case .afterLogOn: "after log-on begins, where a probe without credentials sees nothing"
            case .client: "the user's own machine, where a probe of the server sees nothing"
            case .unknown: "not known"
            }
        }
    }

    /// Where it is decided.
    package var place: Place
    /// What rdptop can see of it, in a sentence or two.
    package var sees: String
    /// What it is taken for and is not, one sentence each.
    package var isNot: [String]
    /// What to check next, the nearest first; looks, and changes nothing.
    package var next: [Remedy]

    /// Creates the guidance of a topic.
    init(_ place: Place, sees: String, isNot: [String] = [], next: [Remedy]) {
        self.place = place
        self.sees = sees
        self.isNot = isNot
        self.next = next
    }
}

extension Guidance {
    /// The guidance of a topic.
    package static func of(_ topic: CodeTopic) -> Guidance {
        switch topic {
        case .none: nothing
        case .ended: ended
        case .name: name
        case .reaching: reaching
        case .closed: closed
        case .timeout: timeout
        case .negotiation: negotiation
        case .tls: tls
        case .certificate: certificate
        case .key: key
        case .credssp: credSSP
        case .identity: identity
        case .binding: binding
        case .domain: domain
        case .clock: clock
        case .credentials: credentials
        case .account: account
        case .policy: policy
        case .smartcard: smartCard
        case .licensing: licensing
        case .session: session
        case .broker: broker
        case .remoteApp: remoteApp
        case .protocol: rdpMessages
        case .encryption: encryption
        case .client: client
        case .gatewayReach: gatewayReach
        case .gatewayCertificate: gatewayCertificate
        case .gatewayPolicy: gatewayPolicy
        case .gatewayLogOn: gatewayLogOn
        case .gatewayLimits: gatewayLimits
        case .gatewayVersion: gatewayVersion
        case .gatewaySession: gatewaySession
        case .gatewayTarget: gatewayTarget
        case .proxy: proxy
        case .unspecific: unspecific
        case .unknown: unknown
        }
    }
}

// MARK: Checks that several topics share

extension Remedy {
    /// All layers of one server.
    static let checkServer = Remedy(
        .check, at: .here, "see which layer fails, from this machine", run: "rdptop check {server}", in: .sh)

    /// One server step by step, with who closed first.
    static let traceServer = Remedy(
        .check, at: .here, "see every step, and who ends the connection first", run: "rdptop trace {server}", in: .sh)

    /// A fleet with its gateways: a gateway is probed only when a fleet file names it.
    static let checkGateway = Remedy(
        .check, at: .here, "see the layers of the gateway that the fleet file names",
        run: "rdptop check hosts.yaml", in: .sh)

    /// The reasons of Windows for log-ons that failed (Security 4625, with status and sub-status).
    static let failedLogOns = Remedy(
        .check, at: .server, "read why the server refused the log-on: the status codes of event 4625",
        run:
            "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4625} -MaxEvents 5 | Format-List TimeCreated, Message"
    )

    /// The client's own record of what went wrong.
    static let clientEvents = Remedy(
        .check, at: .client, "read the client's own log: event 1026 has the reason as a decimal number",
        run: "Get-WinEvent -LogName Microsoft-Windows-TerminalServices-RDPClient/Operational -MaxEvents 20")

    /// What the server's Remote Desktop logs say of connections that ended.
    static let coreEvents = Remedy(
        .check, at: .server, "read what the server says of the connection at that time",
        run: "Get-WinEvent -LogName Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational -MaxEvents 20")

    /// The log of the gateway's service.
    static let gatewayAttempts = Remedy(
        .check, at: .gateway, "read what the gateway says of the user's attempt",
        run: "Get-WinEvent -LogName Microsoft-Windows-TerminalServices-Gateway/Operational -MaxEvents 20")
}
