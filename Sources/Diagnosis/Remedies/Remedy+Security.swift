import FleetModel

/// Steps about the security layer and NLA that several rules share.
extension Remedy {
    static let saveListener = Remedy(
        .check, at: .server, for: .windows, "On the server, save the settings of the listener first",
        run:
            #"reg export "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" C:\rdp-tcp.reg"#
    )
    static let requireTLS = Remedy(
        .fix, at: .server, for: .windows, "Let the server require TLS",
        run:
            #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").SetSecurityLayer(2)"#,
        risk: "locks out clients without it", undo: #"reg import C:\rdp-tcp.reg, then restart TermService"#)
    static let securityPolicy = Remedy(
        .fix, at: .server, for: .windows,
        #"Or by Group Policy, under Remote Desktop Session Host\Security, "Require use of specific security layer for remote (RDP) connections""#,
        risk: "locks out clients without it", undo: "the old value of the policy")
    static let requireNLA = Remedy(
        .fix, at: .server, for: .windows, "Let the server require NLA",
        run:
            #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").SetUserAuthenticationRequired(1)"#,
        risk: "locks out clients without it", undo: #"reg import C:\rdp-tcp.reg, then restart TermService"#)
    /// A test, never a repair: it shows whether clients fail for want of NLA.
    static let withoutNLAForATest = Remedy(
        .weakening, at: .server, for: .windows,
        "Only as a test, for minutes, and where nobody else reaches the port, let the server do without NLA",
        run:
            #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").SetUserAuthenticationRequired(0)"#,
        risk: "anybody who reaches the port gets to the logon screen, and to its holes",
        undo:
            #"(Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").SetUserAuthenticationRequired(1)"#
    )
    /// An emergency on one client, never a repair (CVE-2018-0886).
    static let allowOracle = Remedy(
        .weakening, at: .client,
        "Only in an emergency, on one client, until the server is updated, let it talk to such servers",
        run:
            #"reg add HKLM\Software\Microsoft\Windows\CurrentVersion\Policies\System\CredSSP\Parameters /v AllowEncryptionOracle /t REG_DWORD /d 2 /f"#,
        risk: "that client's connections can then be taken over (CVE-2018-0886)",
        undo:
            #"reg delete HKLM\Software\Microsoft\Windows\CurrentVersion\Policies\System\CredSSP\Parameters /v AllowEncryptionOracle /f"#
    )
    static let ntlmPolicy = Remedy(
        .check, at: .server, for: .windows,
        #"On the server, see whether the policies "Network security: Restrict NTLM" forbid NTLM"#, run: "rsop.msc")
    static let secureChannel = Remedy(
        .check, at: .server, for: .windows, "On the server, see whether its domain still trusts it",
        run: "Test-ComputerSecureChannel -Verbose")
    static let repairSecureChannel = Remedy(
        .disruptive, at: .server, for: .windows,
        "If the domain no longer trusts it, repair that with an account of the domain for DOMAIN\\admin",
        run: #"Test-ComputerSecureChannel -Repair -Credential DOMAIN\admin"#,
        risk: "sets a new password of the computer's account; logons may fail until it is everywhere")
    static let securityEvents = Remedy(
        .check, at: .server, for: .windows, "On the server, look for what the security subsystem says",
        run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='LsaSrv'} -MaxEvents 20")
    static let rebootServer = Remedy(
        .disruptive, at: .server,
        "As the last resort, reboot the server, since its security subsystem cannot be restarted",
        risk: "ends all sessions")
    static let resyncClock = Remedy(
        .fix, at: .server, for: .windows, "If the server's clock is wrong, set it", run: "w32tm /resync",
        risk: "its time jumps")

    /// What to do about a security subsystem that does not answer as it should, in order.
    static let securitySubsystem = [securityEvents, ntlmPolicy, secureChannel, rebootServer]
}
