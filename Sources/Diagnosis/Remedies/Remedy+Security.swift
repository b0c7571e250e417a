import FleetModel

/// Steps about the security layer and NLA that several rules share.
extension Remedy {
    static let saveListener = Remedy(
        .check, at: .server, "Save the state first",
        run:
            #"reg export "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" C:\rdp-tcp.reg /y"#
    )
    static let requireTLS = Remedy(
        .fix, at: .server, "Require TLS",
        run:
            #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").SetSecurityLayer(2)"#,
        risk: "locks out clients without it")
    static let securityPolicy = Remedy(
        .fix, at: .server,
        #"Or by Group Policy, under Remote Desktop Session Host\Security, "Require use of specific security layer for remote (RDP) connections""#
    )
    static let requireNLA = Remedy(
        .fix, at: .server, "On the server, require NLA",
        run:
            #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").SetUserAuthenticationRequired(1)"#,
        risk: "locks out clients without it")
    static let ntlmPolicy = Remedy(
        .check, at: .server, #"On the server, see whether the policies "Network security: Restrict NTLM" forbid NTLM"#,
        run: "rsop.msc")
    static let secureChannel = Remedy(
        .check, at: .server, "On the server, see whether its domain still trusts it",
        run: "Test-ComputerSecureChannel -Verbose")
    static let securityEvents = Remedy(
        .check, at: .server, "On the server, look for what the security subsystem says",
        run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='LsaSrv'} -MaxEvents 20")
}
