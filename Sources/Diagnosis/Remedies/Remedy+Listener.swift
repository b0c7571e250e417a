import FleetModel

/// Steps about the listener and its service that several rules share.
extension Remedy {
    static let listener = Remedy(.check, at: .server, "On the server, rdp-tcp must be in state Listen", run: "qwinsta")
    static let startService = Remedy(
        .fix, at: .server, "If rdp-tcp is not there, start the service", run: "Start-Service TermService",
        undo: "Stop-Service TermService -Force")
    static let allowConnections = Remedy(
        .fix, at: .server, "If Remote Desktop is switched off, switch it on",
        run: #"Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server' fDenyTSConnections 0"#,
        risk: "this opens remote access",
        undo: #"Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server' fDenyTSConnections 1"#)
    static let portNumber = Remedy(
        .check, at: .server, "On the server, the port it is set to must be {port}",
        run:
            #"(Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp').PortNumber"#
    )
    static let listenerLog = Remedy(
        .check, at: .server,
        "On the server, look for event 1006 (many incomplete connections) and others of the listener",
        run:
            "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-TerminalServices-RemoteConnectionManager'} -MaxEvents 20"
    )
    static let restartService = Remedy(
        .disruptive, at: .server, "As the last resort, from a console and not over RDP, restart the service",
        run: "Restart-Service TermService -Force", risk: "ends all RDP sessions")
    static let portOwner = Remedy(
        .check, at: .server, "On the server, find the number of the process that owns port {port}",
        run: "netstat -a -n -o")
    static let portOwnerName = Remedy(
        .check, at: .server, "Look up which program and which service have that number", run: "tasklist /svc")
    static let rightPort = Remedy(
        .fix, at: .here, "Correct the port in the fleet file, or use the client that belongs to that service")

    static let xrdpListens = Remedy(
        .check, at: .server, for: .xrdp, "If it is Linux, see whether anything listens on port {port}",
        run: "sudo ss -ltnp", in: .sh)
    static let xrdpStatus = Remedy(
        .check, at: .server, for: .xrdp, "If it is Linux, see whether xrdp runs and what it said last",
        run: "systemctl status xrdp", in: .sh)
    static let xrdpLog = Remedy(
        .check, at: .server, for: .xrdp, "If it is Linux, read the log of xrdp", run: "journalctl -u xrdp -n 50",
        in: .sh
    )
    static let xrdpSettings = Remedy(
        .check, at: .server, for: .xrdp, "If it is Linux, see port and security layer of xrdp",
        run: "grep -E '^(port|security_layer|certificate|key_file|ssl_protocols)=' /etc/xrdp/xrdp.ini", in: .sh)
    static let startXrdp = Remedy(
        .fix, at: .server, for: .xrdp, "If it is Linux and xrdp is stopped, start it", run: "sudo systemctl start xrdp",
        in: .sh, undo: "sudo systemctl stop xrdp")
    static let xrdpTLS = Remedy(
        .disruptive, at: .server, for: .xrdp,
        "If it is xrdp, set security_layer=negotiate in /etc/xrdp/xrdp.ini, and restart it",
        run: "sudo systemctl restart xrdp", in: .sh, risk: "may end the sessions of xrdp",
        undo: "the old value of security_layer, and the same restart")
}
