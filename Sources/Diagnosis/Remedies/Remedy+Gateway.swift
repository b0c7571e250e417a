import FleetModel

/// Steps about gateways that several rules share.
extension Remedy {
    static let gatewayService = Remedy(
        .check, at: .gateway, "On the gateway, its service must be running", run: "Get-Service TSGateway")
    static let startGatewayService = Remedy(
        .fix, at: .server, "If the service is stopped, start it", run: "Start-Service TSGateway")
    static let gatewayPort = Remedy(
        .check, at: .gateway, "On the gateway, see whether anything listens on its port", run: "netstat -a -o")
    static let gatewayPath = Remedy(
        .check, at: .between, "Check the firewalls and load balancers between here and the HTTPS port of the gateway")
    static let gatewayBinding = Remedy(
        .check, at: .gateway, "On the gateway, see which certificate is bound to its port",
        run: "netsh http show sslcert")
    static let gatewayCertificate = Remedy(
        .check, at: .gateway, "On the gateway, see which certificate is set",
        run: #"Import-Module RemoteDesktopServices; Get-Item RDS:\GatewayServer\SSLCertificate\Thumbprint"#)
    static let setGatewayCertificate = Remedy(
        .disruptive, at: .server, "Set it, with its thumbprint for THUMBPRINT",
        run:
            #"Import-Module RemoteDesktopServices; Set-Item -Path RDS:\GatewayServer\SSLCertificate\Thumbprint -Value THUMBPRINT; Restart-Service TSGateway"#,
        risk: "ends the sessions through the gateway")
    static let gatewayRole = Remedy(
        .check, at: .gateway, "On the gateway, see whether the role is installed", run: "Get-WindowsFeature RDS-Gateway"
    )
    static let gatewayHost = Remedy(
        .check, at: .here, "Compare host and port of the gateway in the fleet file with what clients are set to")
}
