import FleetModel

/// Steps about firewalls and what else is on the way that several rules share.
extension Remedy {
    static let firewallRule = Remedy(
        .fix, at: .server, "On the server, let Remote Desktop through its firewall",
        run: "Enable-NetFirewallRule -Name RemoteDesktop-UserMode-In-TCP,RemoteDesktop-UserMode-In-UDP",
        risk: "opens 3389 in that profile; limit it by Set-NetFirewallRule with -RemoteAddress",
        undo: "Disable-NetFirewallRule -Name RemoteDesktop-UserMode-In-TCP,RemoteDesktop-UserMode-In-UDP")
    /// Windows' own rule opens 3389 alone; for another port there must be one of its own.
    static let firewallPort = Remedy(
        .fix, at: .server, for: .windows, "On the server, let port {port} through its firewall",
        run: "New-NetFirewallRule -Name RDP-{port} -DisplayName RDP-{port} -Protocol TCP -LocalPort {port}",
        risk: "opens the port in every profile; limit it by Set-NetFirewallRule with -RemoteAddress",
        undo: "Remove-NetFirewallRule -Name RDP-{port}")
    static let networkProfile = Remedy(
        .check, at: .server, "On the server, see which firewall profile is active; Public lets little in",
        run: "Get-NetConnectionProfile")
    static let firewallState = Remedy(
        .check, at: .server, "On the server, see whether its firewall lets Remote Desktop in",
        run: "Get-NetFirewallRule -Name RemoteDesktop-UserMode-In-TCP")
    static let linuxFirewall = Remedy(
        .check, at: .server, for: .xrdp, "If it is Linux, see whether its firewall drops port {port}",
        run: "sudo nft list ruleset", in: .sh)
    static let pathFirewall = Remedy(
        .check, at: .between, "Check the firewalls and security groups between here and port {port} of the server")
    static let inspection = Remedy(
        .fix, at: .between,
        "Exempt the server's address from inspection on devices between (IPS, proxy, TLS inspection)",
        undo: "take the exemption back on that device")
    static let hostIsOn = Remedy(
        .check, at: .between, "At its console or hypervisor, check that the host is on and has this address")
    static let fromElsewhere = Remedy(
        .check, at: .client, "From a machine in the server's own network, see whether it is the way there",
        run: "Test-NetConnection {server} -Port {port}")
    static let ourRoutes = Remedy(
        .check, at: .here, "On the machine that runs rdptop, look at the routes", run: "ip route", in: .sh)
}
