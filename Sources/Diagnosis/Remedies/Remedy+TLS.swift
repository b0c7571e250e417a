import FleetModel

/// Steps about versions and suites of TLS that several rules share.
extension Remedy {
    static let tlsVersions = Remedy(
        .check, at: .server, for: .windows, "On the server, see which versions of TLS are switched on or off",
        run: #"reg query "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols" /s"#)
    static let enableTLS12 = Remedy(
        .disruptive, at: .server, for: .windows, "Switch TLS 1.2 on, then reboot",
        run:
            #"reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server" /v Enabled /t REG_DWORD /d 1 /f; reg add "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server" /v DisabledByDefault /t REG_DWORD /d 0 /f"#,
        risk: "counts for every TLS service of the host; the reboot ends all sessions",
        undo: "delete both values of that key, then reboot")
    static let oldWindows = Remedy(
        .disruptive, at: .server, for: .windows, "On Windows 7 and Server 2008 R2, install KB3080079 first",
        risk: "needs a reboot")
    static let cipherSuites = Remedy(
        .check, at: .server, for: .windows, "On the server, see which cipher suites are enabled",
        run: "Get-TlsCipherSuite | Format-Table Name")
    static let enableSuite = Remedy(
        .disruptive, at: .server, for: .windows, "On Server 2016 and later, enable a current suite, then reboot",
        run: "Enable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        risk: "counts for every TLS service of the host; the reboot ends all sessions",
        undo: "Disable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
    static let cipherPolicy = Remedy(
        .fix, at: .server, for: .windows,
        #"Widen or remove a Group Policy "SSL Cipher Suite Order" that is too narrow"#,
        risk: "counts for every TLS service of the hosts that the policy reaches", undo: "the old list of the policy")
    static let restrictReach = Remedy(
        .fix, at: .between, "If it cannot be updated, restrict who may reach it, by firewall or gateway",
        undo: "take the restriction back")
    static let compareNearby = Remedy(
        .check, at: .here, "Compare from a machine in the server's own network, with nothing between",
        run: "rdptop check {target}", in: .sh)

    static let xrdpVersions = Remedy(
        .check, at: .server, for: .xrdp, "If it is xrdp, see which versions, suites and certificate it is set to",
        run: "grep -E '^(security_layer|ssl_protocols|tls_ciphers|certificate|key_file)=' /etc/xrdp/xrdp.ini", in: .sh)
    static let xrdpModernTLS = Remedy(
        .disruptive, at: .server, for: .xrdp,
        "If it is xrdp, set ssl_protocols=TLSv1.2, TLSv1.3 in /etc/xrdp/xrdp.ini, see that tls_ciphers is not too "
            + "narrow, and restart",
        run: "sudo systemctl restart xrdp", in: .sh, risk: "may end the sessions of xrdp",
        undo: "the old lines, and the same restart")

    /// What to do about a server without a current version of TLS, in order.
    static let noCommonVersion = [tlsVersions, xrdpVersions, oldWindows, enableTLS12, xrdpModernTLS]
    /// What to do where current cipher suites in the offer are too much, in order.
    static let tooManySuites = [schannelEvents, cipherSuites, xrdpVersions, compareNearby, cipherPolicy, inspection]
}
