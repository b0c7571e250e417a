import FleetModel

/// Steps about versions and suites of TLS that several rules share.
extension Remedy {
    static let enableTLS12 = Remedy(
        .disruptive, at: .server,
        #"On the server, under SCHANNEL\Protocols\TLS 1.2\Server, set Enabled=1 and DisabledByDefault=0, then reboot"#)
    static let oldWindows = Remedy(.disruptive, at: .server, "On Windows Server 2008 R2 install KB3080079 first")
    static let cipherSuites = Remedy(
        .check, at: .server, "On the server, see what is enabled", run: "Get-TlsCipherSuite")
    static let enableSuite = Remedy(
        .disruptive, at: .server, "Enable a current suite",
        run: "Enable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        risk: "affects every TLS service of the host; reboot")
    static let cipherPolicy = Remedy(
        .fix, at: .server, #"Remove a Group Policy "SSL Cipher Suite Order" that is too narrow"#)
}
