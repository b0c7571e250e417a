import FleetModel

/// Steps about firewalls and what else is on the way that several rules share.
extension Remedy {
    static let firewallRule = Remedy(
        .fix, at: .server, "On the server",
        run: "Enable-NetFirewallRule -Name RemoteDesktop-UserMode-In-TCP,RemoteDesktop-UserMode-In-UDP",
        risk: "opens 3389 in that profile; limit it with -RemoteAddress")
    static let networkProfile = Remedy(
        .check, at: .between, "See which firewall profile is active", run: "Get-NetConnectionProfile")
    static let pathFirewall = Remedy(
        .check, at: .between, "Check the firewalls and security groups between here and the server")
    static let inspection = Remedy(
        .fix, at: .between,
        "Exempt the server's address from inspection on devices between (IPS, proxy, TLS inspection)")
}
