import FleetModel

/// The way through an RD Gateway.
extension Guidance {
    private static let notTheServer = "It says nothing of the server behind the gateway."

    static let gatewayReach = Guidance(
        .layers([.gateway, .dns, .tcp]),
        sees: "rdptop sees the gateway's name, port, TLS and HTTP answer, when the fleet file names the gateway.",
        isNot: [notTheServer],
        next: [
            .checkGateway,
            Remedy(
                .check, at: .client, "try the gateway where the user sits",
                run: "Test-NetConnection {gateway} -Port 443"),
            Remedy(.check, at: .gateway, "see whether the service runs", run: "Get-Service TSGateway"),
        ])

    static let gatewayCertificate = Guidance(
        .layers([.gateway, .tls, .certificate]),
        sees:
            "rdptop sees the gateway's certificate, its dates, names and chain. It does not ask whether it was revoked.",
        isNot: [
            notTheServer, "It is not about the certificate of the server behind: that has codes of its own (0x1B07).",
        ],
        next: [
            .checkGateway,
            Remedy(
                .check, at: .gateway, "see which certificate the gateway is set to use",
                run: "Import-Module RemoteDesktopServices; Get-Item RDS:\\GatewayServer\\SSLCertificate\\Thumbprint"),
        ])

    static let gatewayPolicy = Guidance(
        .afterLogOn,
        sees: "rdptop sees that the gateway asks for a log-on; its policies act after that.",
        isNot: ["It is no network fault: the gateway was reached, knew the user, and said no."],
        next: [
            .gatewayEvents,
            Remedy(
                .check, at: .gateway, "compare the policies with the server's name as users type it, short or full",
                run:
                    "Import-Module RemoteDesktopServices; Get-ChildItem RDS:\\GatewayServer\\RAP, RDS:\\GatewayServer\\CAP"
            ),
        ])

    static let gatewayLogOn = Guidance(
        .afterLogOn,
        sees: "rdptop sees which ways to log on the gateway offers, and sends nothing further.",
        isNot: ["It is no network fault: the gateway was reached and asked for a log-on."],
        next: [.gatewayEvents, .checkGateway])

    static let gatewayLimits = Guidance(
        .afterLogOn,
        sees: "rdptop sees that the gateway answers; how many connections it has, it does not.",
        isNot: [notTheServer],
        next: [
            Remedy(
                .check, at: .gateway, "count the connections of the gateway",
                run: "Get-CimInstance -Namespace root/cimv2/TerminalServices Win32_TSGatewayConnection "
                    + "| Measure-Object"),
            .gatewayEvents,
        ])

    static let gatewayVersion = Guidance(
        .layers([.gateway]),
        sees: "rdptop sees which transports the gateway offers: HTTP, WebSocket, RPC over HTTP, UDP.",
        isNot: [notTheServer],
        next: [.checkGateway, .gatewayEvents])

    static let gatewaySession = Guidance(
        .afterLogOn,
        sees: "rdptop sees no sessions; only whether the gateway answers now.",
        isNot: ["It is no failure to connect: there was a connection through the gateway, and it ended."],
        next: [.gatewayEvents, .checkGateway])

    static let gatewayTarget = Guidance(
        .layers([.gateway, .tcp, .x224, .tls, .certificate]),
        sees: "rdptop can probe the server itself, from here. The gateway may see it otherwise.",
        isNot: ["It is no fault of the way to the gateway: the gateway was reached, and could not go on."],
        next: [
            .checkServer,
            Remedy(
                .check, at: .gateway, "try the server's port from the gateway",
                run: "Test-NetConnection {server} -Port {port}"),
            Remedy(
                .check, at: .server, "see whether Schannel on the server could use the certificate's key",
                run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20"),
        ])

    static let proxy = Guidance(
        .layers([.gateway]),
        sees: "rdptop sees a proxy only when one stands between this machine and the gateway.",
        isNot: [notTheServer],
        next: [
            Remedy(
                .check, at: .client, "see which proxy the user's machine has", run: "netsh winhttp show proxy"),
            .checkGateway,
        ])
}
