import FleetModel

/// Steps about the listener and its service that several rules share.
extension Remedy {
    static let listener = Remedy(.check, at: .server, "On the server, rdp-tcp must be in state Listen", run: "qwinsta")
    static let startService = Remedy(
        .fix, at: .server, "If rdp-tcp is not there, start the service", run: "Start-Service TermService")
    static let allowConnections = Remedy(
        .fix, at: .server, "If Remote Desktop is switched off",
        run: #"Set-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server' fDenyTSConnections 0"#,
        risk: "this opens remote access")
    static let portNumber = Remedy(
        .check, at: .server, "See which port it is set to",
        run:
            #"(Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp').PortNumber"#
    )
    static let listenerLog = Remedy(
        .check, at: .server, "On the server, look for System event 1006 and in the RemoteConnectionManager log")
    static let restartService = Remedy(
        .disruptive, at: .server, "From a console, not over RDP", run: "Restart-Service TermService -Force",
        risk: "ends all RDP sessions")
    static let portOwner = Remedy(
        .check, at: .server, "On the server, find the program that owns the port", run: "netstat -a -o")
    static let portOwnerName = Remedy(.check, at: .server, "Look its process number up", run: "tasklist /svc")
    static let rightPort = Remedy(
        .fix, at: .here, "Correct the port in the fleet file, or use the client that belongs to that service")
}
