import FleetModel

/// Steps about UDP that several rules share.
extension Remedy {
    static let udpFirewallRule = Remedy(
        .check, at: .server, "On the server, see whether its firewall lets UDP in",
        run: "Get-NetFirewallRule -Name RemoteDesktop-UserMode-In-UDP")
    static let udpListener = Remedy(
        .check, at: .server, "On the server, see whether anything has opened UDP port {port}",
        run: "Get-NetUDPEndpoint -LocalPort {port}")
    static let udpAllowed = Remedy(
        .fix, at: .server, "If that rule is off, switch it on",
        run: "Enable-NetFirewallRule -Name RemoteDesktop-UserMode-In-UDP",
        risk: "opens UDP 3389 in that profile; limit it by Set-NetFirewallRule with -RemoteAddress",
        undo: "Disable-NetFirewallRule -Name RemoteDesktop-UserMode-In-UDP")
    static let udpPath = Remedy(
        .fix, at: .between,
        "Let UDP pass on the way, between users and server only, since open to the Internet it reflects floods",
        undo: "close it on that device again")
    static let udpPolicy = Remedy(
        .check, at: .server, #"On the server, see whether the policy "Select RDP transport protocols" allows UDP"#,
        run: "rsop.msc")
}
