import FleetModel

/// Steps about UDP that several rules share.
extension Remedy {
    static let udpFirewallRule = Remedy(
        .check, at: .between, "On the server, see whether its firewall lets UDP in",
        run: "Get-NetFirewallRule -Name RemoteDesktop-UserMode-In-UDP")
    static let udpPath = Remedy(
        .fix, at: .between,
        "Let UDP pass on the way, between users and server only, since open to the Internet it reflects floods")
    static let udpPolicy = Remedy(
        .check, at: .server, #"On the server, see whether the policy "Select RDP transport protocols" allows UDP"#,
        run: "rsop.msc")
}
