import FleetModel

/// Steps about certificates and private keys that several rules share.
extension Remedy {
    static let schannelEvents = Remedy(
        .check, at: .server, for: .windows,
        "On the server, look for Schannel events 36870 and 36871 (key or certificate) and 36874 (no common suite)",
        run: "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Schannel'} -MaxEvents 20")
    static let certificateEvents = Remedy(
        .check, at: .server, for: .windows,
        "On the server, look for what its Remote Desktop service says of certificates (events 1050 to 1069)",
        run:
            "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-TerminalServices-RemoteConnectionManager'} -MaxEvents 20"
    )
    static let keyAccess = Remedy(
        .check, at: .server, for: .windows,
        "On the server, see who may read the key of the self-signed certificate: NETWORK SERVICE must",
        run: #"icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys\f686*"#)
    static let sessionEnvEnabled = Remedy(
        .check, at: .server, for: .windows,
        "On the server, the service that makes the certificate must not be disabled",
        run: "Get-Service SessionEnv | Format-List Status,StartType")
    static let selfSignedOnServer = Remedy(
        .check, at: .server, for: .windows,
        "On the server, compare its self-signed certificate with the one shown here",
        run: #"Get-ChildItem 'Cert:\LocalMachine\Remote Desktop' | Format-List Subject,Thumbprint,NotBefore,NotAfter"#)
    static let nothingUnlessNoWarning = Remedy(
        .check, at: .server,
        "Nothing to do, unless users are to see no warning; then give it a certificate of your authority")
    static let newSelfSigned = Remedy(
        .fix, at: .server, for: .windows,
        "If it uses its own self-signed certificate, delete that one and let the service make another",
        run: #"Get-ChildItem 'Cert:\LocalMachine\Remote Desktop' | Remove-Item; Restart-Service SessionEnv"#,
        risk: "clients see a new certificate once; if the service cannot make one, the server has none")
    static let restartSessionEnv = Remedy(
        .fix, at: .server, for: .windows, "Let the server make a new self-signed certificate",
        run: "Restart-Service SessionEnv", risk: "clients see a new certificate once")
    static let grantKey = Remedy(
        .fix, at: .server, for: .windows,
        "If it comes back unusable, let the service read that one key, and the system replace it",
        run:
            #"icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys\f686* /save C:\rdpkey.acl; icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys\f686* /grant "NT AUTHORITY\NETWORK SERVICE:(R)" "NT AUTHORITY\System:(F)" "BUILTIN\Administrators:(F)""#,
        undo: #"icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys /restore C:\rdpkey.acl"#)
    /// Microsoft's repair of the whole folder, with the rights saved so that they can be restored; the owner is not.
    static let repairKeys = Remedy(
        .disruptive, at: .server, for: .windows,
        "If that is not enough, from a console and not over RDP, repair the rights of the whole folder of keys",
        run:
            #"icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys /save C:\machinekeys.acl /t /c; takeown /f "C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys" /a /r; icacls C:\ProgramData\Microsoft\Crypto\RSA\MachineKeys /t /c /grant "NT AUTHORITY\System:(F)" "NT AUTHORITY\NETWORK SERVICE:(R)" "BUILTIN\Administrators:(F)"; Restart-Service TermService -Force"#,
        risk: "changes owner and rights of the keys of every service on the host, and ends all RDP sessions",
        undo: #"icacls C:\ProgramData\Microsoft\Crypto\RSA /restore C:\machinekeys.acl"#)

    static let listBinding = Remedy(
        .check, at: .server, for: .windows,
        "On the server, see which certificate is set; type 1 is the self-signed one",
        run:
            #"Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'" | fl SSLCertificateSHA1Hash,SSLCertificateSHA1HashType"#
    )
    static let enrol = Remedy(
        .fix, at: .server, for: .windows,
        "Enrol a new certificate from the template; the template's name must equal its display name",
        run: "gpupdate /force")
    static let bindCertificate = Remedy(
        .fix, at: .server, for: .windows, "Set the new certificate, with its thumbprint for THUMBPRINT",
        run:
            #"Set-WmiInstance -Path (Get-WmiObject -Class Win32_TSGeneralSetting -Namespace root\cimv2\terminalservices -Filter "TerminalName='RDP-Tcp'").__PATH -Arguments @{SSLCertificateSHA1Hash="THUMBPRINT"}"#,
        risk: "a wrong one, or a key that NETWORK SERVICE cannot read, brings back the self-signed certificate",
        undo: "the same command with the thumbprint that was set before")
    static let unbindCertificate = Remedy(
        .fix, at: .server, for: .windows, "Or go back to the self-signed certificate until there is a new one",
        run:
            #"reg delete "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp" /v SSLCertificateSHA1Hash /f"#,
        risk: "clients will warn of it", undo: "set the certificate that was set before")
    static let trustAuthority = Remedy(
        .fix, at: .here,
        "If the authority is yours, put its certificate in the clients' Root store, and under ca in the fleet file",
        risk: "clients then trust whatever it signs", undo: "remove it from both again")
    static let intermediates = Remedy(
        .fix, at: .server,
        "On the server, install the intermediate certificates in its Intermediate Certification Authorities store")

    static let xrdpCertificate = Remedy(
        .check, at: .server, for: .xrdp, "If it is xrdp, see its certificate and when it ends",
        run: "openssl x509 -in /etc/xrdp/cert.pem -noout -subject -issuer -dates", in: .sh)
    static let xrdpKey = Remedy(
        .check, at: .server, for: .xrdp, "If it is xrdp, its user, often xrdp, must be able to read the key",
        run: "ls -lL /etc/xrdp/key.pem", in: .sh)
    static let xrdpKeyGroup = Remedy(
        .disruptive, at: .server, for: .xrdp,
        "If that key belongs to the group ssl-cert and xrdp is not in it, add it and restart",
        run: "sudo usermod -a -G ssl-cert xrdp; sudo systemctl restart xrdp", in: .sh,
        risk: "xrdp can then read every key of that group, and the restart may end sessions",
        undo: "sudo gpasswd -d xrdp ssl-cert; sudo systemctl restart xrdp")
    static let newXrdpCertificate = Remedy(
        .disruptive, at: .server, for: .xrdp,
        "If it is xrdp, put the new certificate and key where certificate and key_file in xrdp.ini say, and restart",
        run: "sudo systemctl restart xrdp", in: .sh, risk: "may end the sessions of xrdp",
        undo: "the old files, and the same restart")

    /// What to do about a certificate or private key that the server cannot use, in order.
    static let unusableKey = [schannelEvents, xrdpKey, newSelfSigned, grantKey, repairKeys, xrdpKeyGroup]
    /// What to do about a certificate that somebody has to replace, in order.
    static let newCertificate = [listBinding, xrdpCertificate, enrol, bindCertificate, newXrdpCertificate]
}
