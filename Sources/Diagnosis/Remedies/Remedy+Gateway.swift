import FleetModel

/// Steps about gateways that several rules share.
extension Remedy {
    static let gatewayHost = Remedy(
        .check, at: .here, "Compare host and port of the gateway in the fleet file with what clients are set to")
    static let gatewayReach = Remedy(
        .check, at: .client, "From the network of the users, see whether its port opens there",
        run: "Test-NetConnection {gateway} -Port {port}")
    static let gatewayService = Remedy(
        .check, at: .gateway, "On the gateway, its service must be running", run: "Get-Service TSGateway")
    static let gatewayPort = Remedy(
        .check, at: .gateway, "On the gateway, see whether anything listens on its port",
        run: "Get-NetTCPConnection -State Listen -LocalPort {port}")
    /// Events 102 and 103: it needs a certificate, or may not read its key.
    static let gatewayLog = Remedy(
        .check, at: .gateway,
        "On the gateway, read what the service says of itself; 102 and 103 are about its certificate",
        run: "Get-WinEvent -FilterHashtable @{ProviderName='Microsoft-Windows-TerminalServices-Gateway'} -MaxEvents 20")
    static let gatewaySchannel = Remedy(
        .check, at: .gateway, "On the gateway, look for Schannel events 36870, 36871 and 36874",
        run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20")
    static let gatewayBinding = Remedy(
        .check, at: .gateway, "On the gateway, see which certificate is bound to its port",
        run: "netsh http show sslcert")
    static let gatewayRole = Remedy(
        .check, at: .gateway, "On the gateway, see whether the role is installed", run: "Get-WindowsFeature RDS-Gateway"
    )
    static let gatewayTransport = Remedy(
        .check, at: .gateway,
        "On the gateway, see that the HTTP transport is on, in RD Gateway Manager under Properties, Transport Settings")
    static let gatewayPath = Remedy(
        .check, at: .between, "Check the firewalls and load balancers between here and the HTTPS port of the gateway")
    static let gatewayMembers = Remedy(
        .check, at: .between, "On a load balancer in front, look at the state of its members")
    static let gatewayClock = Remedy(
        .check, at: .gateway, "On the gateway, compare its clock with that of its domain", run: "w32tm /query /status")

    static let startGatewayService = Remedy(
        .fix, at: .gateway, "On the gateway, if the service is stopped, start it", run: "Start-Service TSGateway",
        undo: "Stop-Service TSGateway")
    static let gatewayInspection = Remedy(
        .fix, at: .between, "Exempt the gateway from inspection on devices between (IPS, proxy, TLS inspection)",
        risk: "what goes to it is not inspected any more", undo: "take the exemption out again")
    static let restartGatewayService = Remedy(
        .disruptive, at: .gateway, "On the gateway, if the service runs and does not answer, restart it",
        run: "Restart-Service TSGateway", risk: "ends the sessions through it")
    static let reloadGatewayCertificate = Remedy(
        .disruptive, at: .gateway, "On the gateway, restart the service, so that it takes the certificate that is set",
        run: "Restart-Service TSGateway", risk: "ends the sessions through it")
    static let gatewayTLS12 = Remedy(
        .disruptive, at: .gateway, "On the gateway, switch TLS 1.2 on for servers, then reboot",
        run:
            #"$key = 'HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server'; reg add $key /v Enabled /t REG_DWORD /d 1 /f; reg add $key /v DisabledByDefault /t REG_DWORD /d 0 /f"#,
        risk: "the reboot ends the sessions through it", undo: "delete the two values and reboot")
}
